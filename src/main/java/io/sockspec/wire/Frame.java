package io.sockspec.wire;

import io.sockspec.socket.Bytes;
import io.sockspec.wire.packet.Packet;
import java.util.List;
import java.util.stream.Collectors;

/// One Ethernet frame as its sender gave it to the wire.
///
/// @param number counts the frames of one wire from 1, in the order in which the wire saw them
/// @param nanos nanoseconds since 1970, never falling within one wire
/// @param host the sending host, `wire` for a frame injected for one host only
/// @param port the name of the sending port, see [Port#name]
/// @param to the receiving host, or `all` for a frame that several hosts are meant to see
/// @param data the frame from the destination MAC on; cut short when the log is over its budget
/// @param lengthBytes the frame's length, which exceeds that of `data` when that was cut
/// @param fates what the wire did to it, in order; empty for a frame that was just forwarded
public record Frame(
        long number,
        long nanos,
        String host,
        String port,
        String segment,
        String to,
        Bytes data,
        int lengthBytes,
        List<Fate> fates) {
    public Frame {
        fates = List.copyOf(fates);
    }

    /// The decoded view; decoded anew by each call.
    public Packet packet() {
        return Packet.of(data);
    }

    Frame cutTo(int keptBytes) {
        return new Frame(number, nanos, host, port, segment, to, data.slice(0, keptBytes), lengthBytes, fates);
    }

    public boolean isLost() {
        return fates.stream().anyMatch(Fate.Lost.class::isInstance);
    }

    public boolean isInjected() {
        return fates.stream().anyMatch(Fate.Injected.class::isInstance);
    }

    /// The notes of all fates joined by commas, empty for a frame that was just forwarded.
    public String note() {
        return fates.stream().map(Fate::note).collect(Collectors.joining(", "));
    }
}
