package io.sockspec.wire;

import io.sockspec.socket.Bytes;
import io.sockspec.wire.packet.TcpFlag;
import java.util.OptionalInt;
import java.util.Set;

/// A TCP segment relative to a [Connection].
///
/// @param sequence added to the connection's next own sequence number
/// @param acknowledgment added to the peer's next sequence number; the field is 0 when there is no
///     ACK flag
/// @param window the field; empty for the connection's own, see [Connection#window]
/// @param options as they lie in the header; padded with zeros to whole words, at most 40 bytes
/// @param advances whether the connection's next own sequence number moves to the end of this
///     segment
public record Segment(
        Set<TcpFlag> flags,
        long sequence,
        long acknowledgment,
        OptionalInt window,
        int urgentPointer,
        Bytes options,
        Bytes payload,
        boolean advances) {
    private static final Bytes MAXIMUM_SEGMENT_SIZE_1460 = Bytes.hex("02 04 05 b4");

    public Segment {
        flags = Set.copyOf(flags);
    }

    /// A segment at the next sequence number that acknowledges everything that came.
    ///
    /// @param flags such as `SYN,ACK`
    public static Segment of(String flags) {
        return new Segment(TcpFlag.parse(flags), 0, 0, OptionalInt.empty(), 0, Bytes.EMPTY, Bytes.EMPTY, true);
    }

    /// A SYN that announces a maximum segment size of 1460 bytes.
    public static Segment syn() {
        return of("SYN").options(MAXIMUM_SEGMENT_SIZE_1460);
    }

    /// A SYN,ACK that announces a maximum segment size of 1460 bytes.
    public static Segment synAck() {
        return of("SYN,ACK").options(MAXIMUM_SEGMENT_SIZE_1460);
    }

    /// PSH,ACK with a payload.
    public static Segment data(Bytes payload) {
        return of("PSH,ACK").payload(payload);
    }

    /// At the next own sequence number plus `offset`, which may be negative: -1 after a SYN sends
    /// the SYN again. A segment elsewhere than at the next number does not advance the connection.
    public Segment sequence(long offset) {
        return new Segment(
                flags, offset, acknowledgment, window, urgentPointer, options, payload, advances && offset == 0);
    }

    /// Acknowledges up to the peer's next sequence number plus `offset`.
    public Segment acknowledgment(long offset) {
        return new Segment(flags, sequence, offset, window, urgentPointer, options, payload, advances);
    }

    /// Announces this window instead of the connection's.
    public Segment window(int field) {
        return new Segment(
                flags, sequence, acknowledgment, OptionalInt.of(field), urgentPointer, options, payload, advances);
    }

    public Segment urgentPointer(int field) {
        return new Segment(flags, sequence, acknowledgment, window, field, options, payload, advances);
    }

    public Segment options(Bytes bytes) {
        return new Segment(flags, sequence, acknowledgment, window, urgentPointer, bytes, payload, advances);
    }

    public Segment payload(Bytes bytes) {
        return new Segment(flags, sequence, acknowledgment, window, urgentPointer, options, bytes, advances);
    }

    /// Leaves the connection's own sequence number where it is, so that the next segment overlaps
    /// this one.
    public Segment withoutAdvancing() {
        return new Segment(flags, sequence, acknowledgment, window, urgentPointer, options, payload, false);
    }

    boolean has(TcpFlag flag) {
        return flags.contains(flag);
    }

    /// How far the segment moves the sequence number.
    int sequenceSpace() {
        return payload.length() + (has(TcpFlag.SYN) ? 1 : 0) + (has(TcpFlag.FIN) ? 1 : 0);
    }
}
