package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;

/// A UDP datagram.
///
/// @param lengthBytes the length field: header and payload
/// @param checksum the field; 0 says that there is none
/// @param checksumRight also true when there is none
/// @param payload what follows the header up to the length field, or up to the end of the packet when that comes first
/// @spec RFC 768
public record Udp(
        int sourcePort, int destinationPort, int lengthBytes, int checksum, boolean checksumRight, Bytes payload) {}
