package io.sockspec.agent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The right to start an agent. A start is all work and no waiting: more at a time than there are
/// processors would slow down the calls of scenarios that are under way, and no start would be
/// faster.
final class Turn implements AutoCloseable {
    /// An agent that takes longer may hang, and is no reason for others to wait.
    private static final long SECONDS = 3;

    private static final Semaphore TURNS = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final AtomicBoolean over = new AtomicBoolean();

    private Turn() {}

    /// Waits for a turn, which is over when it is closed, or after three seconds.
    ///
    /// @throws InterruptedException when the thread is interrupted meanwhile
    static Turn take() throws InterruptedException {
        TURNS.acquire();
        Turn turn = new Turn();
        CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS).execute(turn::close);
        return turn;
    }

    @Override
    public void close() {
        if (!over.getAndSet(true)) {
            TURNS.release();
        }
    }
}
