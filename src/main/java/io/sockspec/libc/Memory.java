package io.sockspec.libc;

import io.sockspec.socket.Bytes;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// A zeroed block of native memory, read and written at byte offsets; every access is bounds
/// checked.
public final class Memory implements AutoCloseable {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfShort SHORT_BE = SHORT.withOrder(ByteOrder.BIG_ENDIAN);

    private final Arena arena;
    private final MemorySegment segment;
    private final boolean closeable;

    private Memory(Arena arena, long sizeBytes, boolean closeable) {
        this.arena = arena;
        this.segment = arena.allocate(sizeBytes, 16);
        this.closeable = closeable;
    }

    /// Memory for the calling thread only, freed by [#close].
    @SuppressWarnings("MustBeClosedChecker") // the arena's life is this object's own, ended by its close()
    public static Memory confined(long sizeBytes) {
        return new Memory(Arena.ofConfined(), sizeBytes, true);
    }

    /// Memory for any thread, freed when it is no longer reachable.
    public static Memory shared(long sizeBytes) {
        return new Memory(Arena.ofAuto(), sizeBytes, false);
    }

    /// Confined memory that holds a copy of `bytes`.
    public static Memory of(Bytes bytes) {
        Memory memory = confined(Math.max(1, bytes.length()));
        memory.put(0, bytes.toArray());
        return memory;
    }

    /// Confined memory that holds a C string.
    public static Memory of(String text) {
        Bytes bytes = Bytes.text(text);
        Memory memory = confined(bytes.length() + 1L);
        memory.put(0, bytes.toArray());
        return memory;
    }

    public long address() {
        return segment.address();
    }

    public int size() {
        return (int) segment.byteSize();
    }

    /// An unsigned byte.
    public int byteAt(long offset) {
        return segment.get(ValueLayout.JAVA_BYTE, offset) & 0xff;
    }

    /// An unsigned 16-bit number in the machine's order.
    public int shortAt(long offset) {
        return segment.get(SHORT, offset) & 0xffff;
    }

    /// An unsigned 16-bit number in network order.
    public int networkShortAt(long offset) {
        return segment.get(SHORT_BE, offset) & 0xffff;
    }

    public int intAt(long offset) {
        return segment.get(INT, offset);
    }

    public long longAt(long offset) {
        return segment.get(LONG, offset);
    }

    public byte[] bytesAt(long offset, int length) {
        return segment.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
    }

    public Memory putByte(long offset, int value) {
        segment.set(ValueLayout.JAVA_BYTE, offset, (byte) value);
        return this;
    }

    public Memory putShort(long offset, int value) {
        segment.set(SHORT, offset, (short) value);
        return this;
    }

    public Memory putNetworkShort(long offset, int value) {
        segment.set(SHORT_BE, offset, (short) value);
        return this;
    }

    public Memory putInt(long offset, int value) {
        segment.set(INT, offset, value);
        return this;
    }

    public Memory putLong(long offset, long value) {
        segment.set(LONG, offset, value);
        return this;
    }

    public Memory put(long offset, byte[] bytes) {
        MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, offset, bytes.length);
        return this;
    }

    @Override
    public void close() {
        if (closeable) {
            arena.close();
        }
    }
}
