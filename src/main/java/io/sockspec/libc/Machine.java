package io.sockspec.libc;

import java.util.Set;

/// System call numbers that differ between machines; used only where the C library has no function,
/// and to tell which
/// call a thread is in.
final class Machine {
    private static final boolean X86 = System.getProperty("os.arch").equals("amd64");

    static final int GETTID = X86 ? 186 : 178;
    static final int TGKILL = X86 ? 234 : 131;

    /// The calls that wait for descriptors: read, write, close, poll, select, flock and those on
    /// sockets.
    static final Set<Integer> WAITING = X86
            ? Set.of(0, 1, 3, 7, 23, 42, 43, 44, 45, 46, 47, 73, 232, 270, 271, 281, 288)
            : Set.of(22, 32, 57, 63, 64, 72, 73, 202, 203, 206, 207, 211, 212, 242);

    private Machine() {}
}
