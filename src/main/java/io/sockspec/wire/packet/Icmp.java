package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;
import java.util.Optional;

/// An ICMP message of either version.
///
/// @param version 4 or 6
/// @param rest the second word: identifier and sequence of an echo, MTU, gateway, pointer
/// @param body what follows the first 8 bytes
/// @param quoted the packet that an error message quotes; empty for other messages
/// @spec RFC 792; RFC 4443
public record Icmp(int version, int type, int code, int checksumField, int rest, Bytes body, Optional<Quoted> quoted) {
    public static final int ECHO_REPLY = 0;
    public static final int UNREACHABLE = 3;
    public static final int ECHO_REQUEST = 8;
    public static final int TIME_EXCEEDED = 11;
    public static final int PARAMETER_PROBLEM = 12;
    static final int LENGTH = 8;

    static Optional<Icmp> read(Carried carried) {
        Octets message = carried.payload();
        if (message.length() < LENGTH) {
            return Optional.empty();
        }
        int version = carried.version();
        int type = message.byteAt(0);
        return Optional.of(new Icmp(
                version,
                type,
                message.byteAt(1),
                message.shortAt(2),
                message.intAt(4),
                message.from(LENGTH).copy(),
                isError(version, type) ? Quoted.read(version, message.from(LENGTH)) : Optional.empty()));
    }

    /// Whether the message is about a packet that it quotes.
    public boolean isError() {
        return isError(version, type);
    }

    private static boolean isError(int version, int type) {
        return version == 6
                ? type < 128
                : type == UNREACHABLE || type == 4 || type == 5 || type == TIME_EXCEEDED || type == PARAMETER_PROBLEM;
    }

    /// The start of the packet that an error is about.
    ///
    /// @param sourcePort of TCP and UDP, -1 otherwise or when not quoted; so is the destination
    ///     port
    /// @param sequence of TCP, -1 otherwise or when not quoted
    public record Quoted(
            String source, String destination, int protocol, int sourcePort, int destinationPort, long sequence) {
        static Optional<Quoted> read(int version, Octets quote) {
            if (version == 6) {
                return Ipv6.read(quote)
                        .map(ip ->
                                of(ip.source().toString(), ip.destination().toString(), ip.protocol(), ip.payload()));
            }
            return Ipv4.read(quote)
                    .map(ip -> of(ip.source().toString(), ip.destination().toString(), ip.protocol(), ip.payload()));
        }

        private static Quoted of(String source, String destination, int protocol, Bytes payload) {
            Octets start = Octets.of(payload);
            boolean ports = (protocol == Ipv4.TCP || protocol == Ipv4.UDP) && start.length() >= 4;
            return new Quoted(
                    source,
                    destination,
                    protocol,
                    ports ? start.shortAt(0) : -1,
                    ports ? start.shortAt(2) : -1,
                    protocol == Ipv4.TCP && start.length() >= 8 ? start.unsignedAt(4) : -1);
        }
    }
}
