package io.sockspec.libc;

/// System call numbers that differ between machines; used only where the C library has no function.
final class Machine {
    private static final boolean X86 = System.getProperty("os.arch").equals("amd64");

    static final int GETTID = X86 ? 186 : 178;
    static final int TGKILL = X86 ? 234 : 131;

    private Machine() {}
}
