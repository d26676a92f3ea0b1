package io.sockspec.wire;

import io.sockspec.socket.Bytes;
import io.sockspec.wire.packet.TcpFlag;
import java.util.Set;

/// A TCP segment relative to a [Connection].
///
/// @param sequence added to the connection's next own sequence number
/// @param acknowledgment added to the peer's next sequence number; the field is 0 when there is no ACK flag
/// @param advances whether the connection's next own sequence number moves to the end of this segment
public record Segment(
        Set<TcpFlag> flags,
        long sequence,
        long acknowledgment,
        int window,
        int urgentPointer,
        Bytes options,
        Bytes payload,
        boolean advances) {
    /// A segment at the next sequence number that acknowledges everything that came.
    ///
    /// @param flags such as `SYN,ACK`
    public static Segment of(String flags) {
        return new Segment(TcpFlag.parse(flags), 0, 0, 65535, 0, Bytes.EMPTY, Bytes.EMPTY, true);
    }

    /// PSH,ACK with a payload.
    public static Segment data(Bytes payload) {
        return of("PSH,ACK").payload(payload);
    }

    /// At the next own sequence number plus `offset`. A segment elsewhere does not advance the connection.
    public Segment sequence(long offset) {
        return new Segment(flags, offset, acknowledgment, window, urgentPointer, options, payload, offset == 0 && advances);
    }

    /// Acknowledges up to the peer's next sequence number plus `offset`.
    public Segment acknowledgment(long offset) {
        return new Segment(flags, sequence, offset, window, urgentPointer, options, payload, advances);
    }

    public Segment window(int field) {
        return new Segment(flags, sequence, acknowledgment, field, urgentPointer, options, payload, advances);
    }

    public Segment urgentPointer(int field) {
        return new Segment(flags, sequence, acknowledgment, window, field, options, payload, advances);
    }

    /// Options as they lie in the header; padded with zeros to whole words.
    public Segment options(Bytes bytes) {
        return new Segment(flags, sequence, acknowledgment, window, urgentPointer, bytes, payload, advances);
    }

    public Segment payload(Bytes bytes) {
        return new Segment(flags, sequence, acknowledgment, window, urgentPointer, options, bytes, advances);
    }

    /// Leaves the connection's own sequence number where it is, so that the next segment overlaps this one.
    public Segment withoutAdvancing() {
        return new Segment(flags, sequence, acknowledgment, window, urgentPointer, options, payload, false);
    }
}
