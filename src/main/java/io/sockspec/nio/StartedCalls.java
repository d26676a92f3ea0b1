package io.sockspec.nio;

import io.sockspec.socket.Outcome;
import io.sockspec.spi.Started;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The threads that run the started calls of one host: platform threads, since a call may enter a
/// network namespace.
final class StartedCalls {
    private static final long PATIENCE_SECONDS = 5;

    private final String host;
    private final Queue<Thread> made = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads;

    StartedCalls(String host) {
        this.host = host;
        threads = Executors.newCachedThreadPool(call -> {
            Thread thread =
                    Thread.ofPlatform().daemon().name("nio call on " + host).unstarted(call);
            made.add(thread);
            return thread;
        });
    }

    <T> Started<T> start(Supplier<Outcome<T>> call) {
        StartedCall<T> started = new StartedCall<>(call);
        threads.execute(started);
        return started;
    }

    /// Interrupts all calls, which closes the channels they wait for, and returns when the threads
    /// are gone. Who closes may have been interrupted, and stays so.
    void close() {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a call of " + host + " did not end within " + PATIENCE_SECONDS + " s");
            }
            // The executor has let go of threads that still take their last steps.
            for (Thread each : made) {
                each.join();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
