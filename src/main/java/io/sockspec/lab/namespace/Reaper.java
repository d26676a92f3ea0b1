package io.sockspec.lab.namespace;

import io.sockspec.libc.Libc;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Closes packet sockets in the background: each close waits about 12 ms for the kernel's readers
/// to leave, and many
/// such waits pass as fast as one. The threads end when there is nothing to do.
final class Reaper {
    private static final int THREADS = 16;
    private static final long IDLE_MILLIS = 100;

    private final ThreadPoolExecutor pool;

    Reaper() {
        pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_MILLIS,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("sockspec-reaper-", 1).factory());
        pool.allowCoreThreadTimeOut(true);
    }

    void close(int fd) {
        pool.execute(() -> Libc.close(fd));
    }
}
