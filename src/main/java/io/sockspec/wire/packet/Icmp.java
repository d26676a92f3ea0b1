package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;
import java.util.Optional;

/// An ICMP message of either version.
///
/// @param version 4 or 6
/// @param rest the second word: identifier and sequence of an echo, MTU, gateway, pointer
/// @param body what follows the first 8 bytes
/// @param quoted the packet that an error message quotes, as far as it was quoted; empty for other messages
/// @spec RFC 792; RFC 4443
public record Icmp(
        int version, int type, int code, boolean checksumRight, int rest, Bytes body, Optional<Quoted> quoted) {
    /// Whether the message reports an error about the packet it quotes.
    public boolean isError() {
        return version == 6 ? type < 128 : type == 3 || type == 4 || type == 5 || type == 11 || type == 12;
    }

    /// The start of the packet that an error is about.
    ///
    /// @param sourcePort of TCP and UDP, -1 otherwise or when not quoted
    /// @param sequence of TCP, -1 otherwise or when not quoted
    public record Quoted(
            String source, String destination, int protocol, int sourcePort, int destinationPort, long sequence) {}
}
