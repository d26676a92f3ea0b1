package io.sockspec.libc;

import java.nio.charset.StandardCharsets;

/// The kernel's view of a thread of this process, by its kernel number; a thread that is gone is
/// neither waiting nor
/// has a signal pending.
///
/// @spec proc_pid_syscall(5), proc_pid_status(5)
public final class Task {
    private static final int ROOM = 8192;
    private static final int O_CLOEXEC = 0x80000;

    private Task() {}

    /// Whether the thread sleeps inside a call that waits for a descriptor. A thread parked by the
    /// JVM does not.
    public static boolean isWaiting(int tid) {
        // The first word is the call's number, or "running", or -1.
        String number = read(tid, "syscall").split("\\s", 2)[0];
        return number.matches("\\d+") && Machine.WAITING.contains(Integer.parseInt(number));
    }

    /// Whether a signal was sent to this thread and not taken yet.
    public static boolean isPending(int tid, int signal) {
        return read(tid, "status")
                .lines()
                .filter(line -> line.startsWith("SigPnd:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) >>> (signal - 1) & 1) == 1);
    }

    private static String read(int tid, String file) {
        int fd = Libc.open("/proc/self/task/" + tid + "/" + file, O_CLOEXEC, 0);
        if (fd < 0) {
            return "";
        }
        try (Memory memory = Memory.confined(ROOM)) {
            int length = (int) Math.max(0, Libc.read(fd, memory, ROOM));
            return new String(memory.bytesAt(0, length), StandardCharsets.US_ASCII);
        } finally {
            Libc.close(fd);
        }
    }
}
