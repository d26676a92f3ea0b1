package io.sockspec.host;

import io.sockspec.libc.Task;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Blocked;
import io.sockspec.spi.Started;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A call on a [CallThread], which runs it by [#run] and tells its end by [#end].
///
/// No signal is sent after the call returned: `finished` is set and signals are sent under one
/// lock.
final class StartedCall<T> implements Started<T> {
    private static final Duration LOOK_AGAIN = Duration.ofNanos(100_000);

    private final Supplier<Outcome<T>> call;
    private final CallThread thread;
    private final Duration patience;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Outcome<T> outcome;
    private @Nullable Throwable thrown;
    /// The kernel's number of the thread in the call, 0 before it began.
    private int tid;

    private boolean finished;
    private boolean signalled;

    /// Waiting for the thread to follow ends with an exception after `patience`.
    StartedCall(Supplier<Outcome<T>> call, CallThread thread, Duration patience) {
        this.call = call;
        this.thread = thread;
        this.patience = patience;
    }

    /// Runs the call on the calling thread.
    void run(int callingTid) {
        began(callingTid);
        try {
            outcome = call.get();
        } catch (Throwable problem) {
            thrown = problem;
        }
        finished();
    }

    private synchronized void began(int callingTid) {
        tid = callingTid;
    }

    private synchronized void finished() {
        finished = true;
    }

    /// Lets those who wait for the answer go on.
    void end() {
        ended.countDown();
    }

    /// Whether a signal was ever sent. It may still be pending when the call has returned, and
    /// would then interrupt the
    /// next call of this thread.
    synchronized boolean wasSignalled() {
        return signalled;
    }

    private synchronized void signal(CallSignal signal) {
        if (tid != 0 && !finished) {
            signalled = true;
            signal.send(tid);
        }
    }

    @Override
    public Outcome<T> await(Duration limit) {
        long began = System.nanoTime();
        try {
            if (!ended.await(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS)) {
                return new Blocked<>(Duration.ofNanos(System.nanoTime() - began));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the wait for a started call was interrupted", e);
        }
        if (thrown != null) {
            throw new IllegalStateException("a started call threw " + thrown, thrown);
        }
        return Objects.requireNonNull(outcome, "a started call answered null");
    }

    /// Waits until the call sleeps in the kernel, since a signal that comes before would interrupt
    /// nothing, and returns
    /// when the signal was taken and the call has ended or sleeps again. A call that has ended gets
    /// no signal.
    @Override
    public void interrupt(boolean restart) {
        CallSignal signal = restart ? CallSignal.RESTARTING : CallSignal.INTERRUPTING;
        until(() -> Task.isWaiting(tid()), "did not come to wait for anything");
        signal(signal);
        until(() -> !Task.isPending(tid(), signal.number()) && Task.isWaiting(tid()), "did not take a signal");
    }

    /// Sends signals until the call has ended: the first may come before the thread has entered the
    /// system call.
    @Override
    public void cancel() {
        until(
                () -> {
                    signal(CallSignal.INTERRUPTING);
                    return false;
                },
                "did not end, whatever signals it got,");
        if (wasSignalled()) {
            thread.join();
        }
    }

    private synchronized int tid() {
        return tid;
    }

    /// Returns when the condition holds or the call has ended.
    private void until(BooleanSupplier condition, String complaint) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean() && !endsWithin(LOOK_AGAIN)) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(
                        "a " + thread + " " + complaint + " within " + patience.toMillis() + " ms");
            }
        }
    }

    private boolean endsWithin(Duration limit) {
        return Uninterrupted.await(limit, left -> ended.await(left, TimeUnit.NANOSECONDS));
    }
}
