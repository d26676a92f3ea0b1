package io.sockspec.host;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/// A struct timeval: seconds and microseconds, 64 bits each.
record Timeval(long seconds, long micros) {
    static final int BYTES = 16;
    private static final int MICROS_PER_SECOND = 1_000_000;

    /// Rounded up to a microsecond: a time that is not zero must not become zero, which means "for
    /// ever" or "at once".
    static Timeval of(Duration time) {
        long micros = (time.getNano() + 999L) / 1000;
        return micros < MICROS_PER_SECOND
                ? new Timeval(time.getSeconds(), micros)
                : new Timeval(time.getSeconds() + 1, 0);
    }

    static Timeval read(ByteBuffer struct) {
        return new Timeval(struct.getLong(), struct.getLong());
    }

    Duration duration() {
        return Duration.ofSeconds(seconds, micros * 1000);
    }

    ByteBuffer struct() {
        return ByteBuffer.allocate(BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(0, seconds)
                .putLong(8, micros);
    }
}
