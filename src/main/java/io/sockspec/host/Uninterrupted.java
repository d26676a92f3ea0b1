package io.sockspec.host;

import java.time.Duration;

/// Waits that go on when the waiting thread is interrupted, and leave it interrupted: what ends a
/// call or releases a
/// thread must do so also when a test has run out of time.
final class Uninterrupted {
    /// A wait that answers whether what it waited for came.
    @FunctionalInterface
    interface Wait {
        boolean come(long leftNanos) throws InterruptedException;
    }

    private Uninterrupted() {}

    static boolean await(Duration limit, Wait wait) {
        long deadline = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.come(deadline - System.nanoTime());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
