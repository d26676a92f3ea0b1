package io.sockspec.host;

import io.sockspec.libc.Memory;
import io.sockspec.socket.PollEvents;
import io.sockspec.spi.Sockets.Polled;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// An array of struct pollfd.
///
/// @spec POSIX.1-2024 <poll.h>
final class PollEntries implements AutoCloseable {
    private static final long ENTRY_BYTES = 8;
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    private final Memory memory;
    private final int count;

    PollEntries(List<Polled> entries) {
        count = entries.size();
        memory = Memory.confined(ENTRY_BYTES * Math.max(1, count));
        for (int i = 0; i < count; i++) {
            memory.putInt(ENTRY_BYTES * i, entries.get(i).fd().number());
            memory.putShort(ENTRY_BYTES * i + 4, entries.get(i).events().bits());
        }
    }

    Memory memory() {
        return memory;
    }

    /// The events that came, in the order of the entries.
    List<PollEvents> answers() {
        return IntStream.range(0, count)
                .mapToObj(i -> new PollEvents(memory.shortAt(ENTRY_BYTES * i + 6)))
                .toList();
    }

    /// A limit in the unit of poll(), rounded up; -1, which waits for ever, for a limit below zero.
    static int millis(Duration limit) {
        if (limit.isNegative()) {
            return -1;
        }
        return limit.compareTo(LONGEST) >= 0
                ? Integer.MAX_VALUE
                : (int) limit.plusNanos(999_999).toMillis();
    }

    @Override
    public void close() {
        memory.close();
    }
}
