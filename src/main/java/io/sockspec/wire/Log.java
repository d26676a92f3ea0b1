package io.sockspec.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/// All frames of a wire in their order. The wire's thread appends, any thread reads and waits.
final class Log {
    /// What is kept of each frame once the budget is spent: enough for every header that has a
    /// name.
    static final int KEPT_BYTES = 128;

    private final long budgetBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<Frame> frames = new ArrayList<>();
    private long storedBytes;
    private boolean ended;

    Log(long budgetBytes) {
        this.budgetBytes = budgetBytes;
    }

    void append(Frame frame) {
        lock.lock();
        try {
            boolean cut = frame.data().length() > KEPT_BYTES
                    && storedBytes + frame.data().length() > budgetBytes;
            Frame kept = cut ? frame.cutTo(KEPT_BYTES) : frame;
            storedBytes += kept.data().length();
            frames.add(kept);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Says that no frame will come any more.
    void end() {
        lock.lock();
        try {
            ended = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long count() {
        lock.lock();
        try {
            return frames.size();
        } finally {
            lock.unlock();
        }
    }

    List<Frame> all() {
        return from(0);
    }

    private List<Frame> from(int index) {
        lock.lock();
        try {
            return List.copyOf(frames.subList(index, frames.size()));
        } finally {
            lock.unlock();
        }
    }

    List<Frame> select(Selection selection) {
        List<Frame> fitting =
                from(start(selection)).stream().filter(selection::fits).toList();
        return IntStream.range(0, fitting.size())
                .filter(index -> selection.which().covers(index + 1))
                .mapToObj(fitting::get)
                .toList();
    }

    /// The first selected frame, as soon as it is there; empty when the time is over or the log has
    /// ended.
    ///
    /// Frames are matched on the waiting thread, outside of the lock, so that the wire never waits
    /// for a decoder.
    Optional<Frame> await(Selection selection, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        int seen = start(selection);
        int ordinal = 0;
        while (true) {
            List<Frame> more = from(seen);
            for (Frame frame : more) {
                if (selection.fits(frame) && ++ordinal == selection.which().first()) {
                    return Optional.of(frame);
                }
            }
            seen += more.size();
            if (!awaitMoreThan(seen, deadline)) {
                return Optional.empty();
            }
        }
    }

    private boolean awaitMoreThan(int seen, long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (frames.size() <= seen) {
                long left = deadline - System.nanoTime();
                if (ended || left <= 0) {
                    return false;
                }
                grown.await(left, TimeUnit.NANOSECONDS);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private int start(Selection selection) {
        return (int) Math.clamp(selection.after(), 0, count());
    }
}
