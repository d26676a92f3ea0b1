package io.sockspec.host;

import io.sockspec.libc.Libc;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BiPredicate;

/// A thread that runs started calls, one after another, while it is wanted.
final class CallThread {
    private final Thread thread;
    private final BlockingQueue<StartedCall<?>> next = new ArrayBlockingQueue<>(1);
    private final String name;

    /// Told of each call that has returned; answers whether this thread should wait for another.
    private final BiPredicate<CallThread, StartedCall<?>> returned;

    CallThread(String name, BiPredicate<CallThread, StartedCall<?>> returned) {
        this.name = name;
        this.returned = returned;
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::runCalls);
        thread.start();
    }

    /// Runs a call; this thread must be new or waiting for one.
    void run(StartedCall<?> call) {
        next.add(call);
    }

    private void runCalls() {
        int tid = Libc.gettid();
        try {
            boolean more = true;
            while (more) {
                StartedCall<?> call = next.take();
                call.run(tid);
                // Before the end is told: who starts a call after that finds this thread again.
                more = returned.test(this, call);
                call.end();
            }
        } catch (InterruptedException retired) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the thread, which must be waiting for a call, and returns when it is gone.
    void retire() {
        thread.interrupt();
        join();
    }

    /// Returns when the thread is gone.
    void join() {
        Uninterrupted.await(Duration.ofSeconds(5), left -> thread.join(Duration.ofNanos(left)));
    }

    @Override
    public String toString() {
        return name;
    }
}
