package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Mac;
import io.sockspec.socket.SocketAddress.Inet4;

/// Builds whole frames; lengths and checksums are right. For a wrong one, change the frame's bytes afterwards.
public final class Packets {
    private Packets() {}

    /// From whom to whom a frame goes on the link.
    public record Link(Mac source, Mac destination) {
        /// The link of an answer to the frame, or of any other frame in the opposite direction.
        public static Link answering(Packet received) {
            throw new UnsupportedOperationException("to come");
        }
    }

    /// A TCP segment; of `segment`, ports, header words and checksum are not looked at.
    public static Bytes tcp(Link link, Inet4 source, Inet4 destination, Tcp segment) {
        throw new UnsupportedOperationException("to come");
    }

    /// The parts of a TCP segment that a builder needs, with an empty payload, no options and a window of 65535.
    public static Tcp segment(String flags, long sequence, long acknowledgment) {
        throw new UnsupportedOperationException("to come");
    }

    public static Bytes udp(Link link, Inet4 source, Inet4 destination, Bytes payload) {
        throw new UnsupportedOperationException("to come");
    }

    /// An IPv4 packet with any protocol, TTL 64, Don't Fragment, no options.
    public static Bytes ipv4(Link link, Ip4 source, Ip4 destination, int protocol, Bytes payload) {
        throw new UnsupportedOperationException("to come");
    }

    /// An ICMP error about a frame: quotes its IPv4 header and the first 8 bytes behind it, and goes to its sender.
    ///
    /// @param from who reports the error: the other end, or a router
    /// @param rest the second word: the MTU of a fragmentation-needed message, otherwise 0
    public static Bytes icmpError(Ip4 from, Packet about, int type, int code, int rest) {
        throw new UnsupportedOperationException("to come");
    }

    /// The same with a quote of one's own in place of the frame's, such as one with a foreign port.
    public static Bytes icmpError(Link link, Ip4 from, Ip4 to, int type, int code, int rest, Bytes quote) {
        throw new UnsupportedOperationException("to come");
    }

    public static Bytes echoRequest(Link link, Ip4 source, Ip4 destination, int identifier, int sequence, Bytes data) {
        throw new UnsupportedOperationException("to come");
    }

    public static Bytes echoReply(Link link, Ip4 source, Ip4 destination, int identifier, int sequence, Bytes data) {
        throw new UnsupportedOperationException("to come");
    }

    /// A general query to 224.0.0.1 or, with a group other than 0.0.0.0, a query for that group, to the group.
    ///
    /// TTL 1 and Router Alert, as each version asks; version 1 has neither Router Alert nor a maximum response time.
    ///
    /// @param version 1, 2 or 3
    /// @param maximumResponse in tenths of a second, 0 to 127
    public static Bytes igmpQuery(Mac source, Ip4 querier, int version, Ip4 group, int maximumResponse) {
        throw new UnsupportedOperationException("to come");
    }

    public static Bytes arpRequest(Mac sender, Ip4 senderIp, Ip4 wanted) {
        throw new UnsupportedOperationException("to come");
    }

    public static Bytes arpReply(Mac sender, Ip4 senderIp, Mac target, Ip4 targetIp) {
        throw new UnsupportedOperationException("to come");
    }

    /// An Ethernet frame of any type.
    public static Bytes ethernet(Link link, int type, Bytes payload) {
        throw new UnsupportedOperationException("to come");
    }
}
