package io.sockspec.libc;

/// A reusable array of struct pollfd for a thread that polls the same descriptors again and again.
public final class PollSet {
    private static final int ENTRY = 8;
    private final Memory entries;
    private final int count;

    /// Each descriptor is polled for POLLIN.
    public PollSet(int... fds) {
        count = fds.length;
        entries = Memory.shared((long) ENTRY * Math.max(1, count));
        for (int i = 0; i < count; i++) {
            entries.putInt((long) ENTRY * i, fds[i]).putShort((long) ENTRY * i + 4, 1);
        }
    }

    /// Waits until a descriptor is ready or the time is over; `timeoutMillis` below 0 waits for
    /// ever.
    ///
    /// @return how many descriptors are ready, or the negated errno
    public int await(int timeoutMillis) {
        return Libc.poll(entries, count, timeoutMillis);
    }

    /// The events that the last wait reported for the entry at `index`.
    public int ready(int index) {
        return entries.shortAt((long) ENTRY * index + 6);
    }
}
