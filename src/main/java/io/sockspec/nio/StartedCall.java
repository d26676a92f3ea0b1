package io.sockspec.nio;

import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Blocked;
import io.sockspec.spi.Started;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// A call on a thread of its own. It ends as NIO ends calls: an interrupt closes the channel that
/// the thread waits for.
final class StartedCall<T> implements Started<T>, Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FutureTask<Outcome<T>> call;
    private final CountDownLatch ended = new CountDownLatch(1);

    StartedCall(Supplier<Outcome<T>> call) {
        this.call = new FutureTask<>(call::get);
    }

    @Override
    public void run() {
        call.run();
        ended.countDown();
    }

    @Override
    public Outcome<T> await(Duration limit) {
        long began = System.nanoTime();
        try {
            return call.get(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Blocked<>(Duration.ofNanos(System.nanoTime() - began));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a started call threw " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the wait for a started call was interrupted", e);
        }
    }

    /// NIO has no call that a signal interrupts: it makes it again.
    @Override
    public void interrupt(boolean restart) {
        throw new UnsupportedOperationException("nio does not declare signals");
    }

    /// Who cancels may have been interrupted, and stays so.
    @Override
    public void cancel() {
        call.cancel(true);
        boolean interrupted = Thread.interrupted();
        try {
            if (!ended.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("a call did not end within " + PATIENCE.toSeconds() + " s");
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
