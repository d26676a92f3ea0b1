package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;
import java.util.Optional;

/// A UDP datagram.
///
/// @param lengthBytes the length field: header and payload
/// @param checksumField the checksum as it lies in the header; 0 over IPv4 says that there is none
/// @param payload what follows the header up to the length field, or up to the end of the packet
///     when that comes first
/// @spec RFC 768
public record Udp(int sourcePort, int destinationPort, int lengthBytes, int checksumField, Bytes payload) {
    static final int LENGTH = 8;

    static Optional<Udp> read(Carried carried) {
        Octets datagram = carried.payload();
        if (datagram.length() < LENGTH) {
            return Optional.empty();
        }
        int length = datagram.shortAt(4);
        return Optional.of(new Udp(
                datagram.shortAt(0),
                datagram.shortAt(2),
                length,
                datagram.shortAt(6),
                datagram.part(LENGTH, Math.max(LENGTH, length)).copy()));
    }
}
