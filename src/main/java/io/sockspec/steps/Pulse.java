package io.sockspec.steps;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Measures how late this machine runs its threads, so that a bound on time can allow for it.
///
/// A thread that asks to be woken every few milliseconds records how late it was. A scenario that
/// found a call too slow
/// looks here whether the whole machine was.
final class Pulse {
    private static final long BEAT_NANOS = 5_000_000;
    private static final int KEPT = 1 << 13;

    private final long[] times = new long[KEPT];
    private final long[] lateness = new long[KEPT];
    private int beats;

    Pulse() {
        Thread.ofPlatform().daemon().name("sockspec-pulse").start(this::beat);
    }

    private void beat() {
        long due = System.nanoTime() + BEAT_NANOS;
        while (true) {
            LockSupport.parkNanos(due - System.nanoTime());
            long now = System.nanoTime();
            if (now >= due) {
                record(now, now - due);
                due = now + BEAT_NANOS;
            }
        }
    }

    private synchronized void record(long now, long late) {
        times[beats % KEPT] = now;
        lateness[beats % KEPT] = late;
        beats++;
    }

    /// The worst lateness between two readings of [System#nanoTime].
    synchronized Duration worst(long from, long to) {
        long worst = 0;
        for (int i = 0; i < Math.min(beats, KEPT); i++) {
            // A beat that came late covers the time before it, so one that ends after `to` counts too.
            if (times[i] >= from && times[i] - lateness[i] <= to) {
                worst = Math.max(worst, lateness[i]);
            }
        }
        return Duration.ofNanos(worst);
    }
}
