package io.sockspec.wire;

import java.util.Comparator;
import java.util.PriorityQueue;

/// What is to happen later, in the order of time and, for one time, in the order in which it was
/// asked for.
final class Timers {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final PriorityQueue<Timer> queue =
            new PriorityQueue<>(Comparator.comparingLong(Timer::due).thenComparingLong(Timer::order));
    private long asked;

    private record Timer(long due, long order, Runnable task) {}

    /// @param due on the clock of the caller, which must not go round
    void at(long due, Runnable task) {
        queue.add(new Timer(due, asked++, task));
    }

    /// Runs what is due and answers whether anything was.
    boolean fire(long now) {
        boolean fired = false;
        for (Timer next = queue.peek(); next != null && next.due <= now; next = queue.peek()) {
            queue.remove();
            next.task.run();
            fired = true;
        }
        return fired;
    }

    /// Milliseconds until the next timer, rounded up so that nobody wakes early; -1 when there is
    /// none.
    int timeoutMillis(long now) {
        Timer next = queue.peek();
        return next == null
                ? -1
                : Math.clamp((next.due - now + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI, 0, Integer.MAX_VALUE);
    }

    int pending() {
        return queue.size();
    }
}
