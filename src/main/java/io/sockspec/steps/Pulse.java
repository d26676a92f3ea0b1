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
    private long due = System.nanoTime() + BEAT_NANOS;

    Pulse() {
        Thread.ofPlatform().daemon().name("sockspec-pulse").start(this::beat);
    }

    private void beat() {
        while (true) {
            LockSupport.parkNanos(untilDue());
            record(System.nanoTime());
        }
    }

    private synchronized long untilDue() {
        return due - System.nanoTime();
    }

    private synchronized void record(long now) {
        if (now >= due) {
            times[beats % KEPT] = now;
            lateness[beats % KEPT] = now - due;
            beats++;
            due = now + BEAT_NANOS;
        }
    }

    /// The worst lateness between two readings of [System#nanoTime].
    synchronized Duration worst(long from, long to) {
        // Who asks may have been given a processor before the beat that is late by now.
        long worst = due <= to ? Math.max(0, System.nanoTime() - due) : 0;
        for (int i = 0; i < Math.min(beats, KEPT); i++) {
            // A beat that came late covers the time before it, so one that ends after `to` counts too.
            if (times[i] >= from && times[i] - lateness[i] <= to) {
                worst = Math.max(worst, lateness[i]);
            }
        }
        return Duration.ofNanos(worst);
    }
}
