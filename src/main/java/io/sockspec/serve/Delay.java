package io.sockspec.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How long a thread has waited for a processor while it could have run.
///
/// @spec Linux, Documentation/scheduler/sched-stats.rst, /proc/PID/schedstat
final class Delay {
    private static final Path FILE = Path.of("/proc/thread-self/schedstat");

    private Delay() {}

    /// In nanoseconds since the calling thread began; 0 where the kernel does not tell.
    static long ofThisThread() {
        try {
            return Long.parseLong(Files.readString(FILE).split(" ", 3)[1]);
        } catch (IOException e) {
            return 0;
        }
    }
}
