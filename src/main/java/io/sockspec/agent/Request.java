package io.sockspec.agent;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A request and, once it has come, its answer.
final class Request {
    private final int id;
    private final String method;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Members result;
    private volatile @Nullable RuntimeException problem;

    Request(int id, String method) {
        this.id = id;
        this.method = method;
    }

    int id() {
        return id;
    }

    String method() {
        return method;
    }

    void end(Members answer) {
        result = answer;
        ended.countDown();
    }

    void fail(RuntimeException why) {
        problem = why;
        ended.countDown();
    }

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /// Whether the answer came in time.
    boolean awaitEnd(Duration limit) {
        try {
            return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the wait for " + method + " was interrupted", e);
        }
    }

    /// Waits for the answer as long as it takes.
    Members await() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the wait for " + method + " was interrupted", e);
        }
        return result();
    }

    Members result() {
        if (problem != null) {
            throw problem;
        }
        return Objects.requireNonNull(result);
    }
}
