package io.sockspec.wire.packet;

import io.sockspec.socket.Ip4;
import io.sockspec.socket.Mac;
import java.util.Optional;

/// An ARP packet for IPv4 over Ethernet.
///
/// @param operation 1 request, 2 reply
/// @spec RFC 826
public record Arp(int operation, Mac senderMac, Ip4 senderIp, Mac targetMac, Ip4 targetIp) {
    public static final int REQUEST = 1;
    public static final int REPLY = 2;
    private static final int LENGTH = 28;
    /// Hardware type 1 (Ethernet), protocol type 0x0800, address lengths 6 and 4.
    static final long IPV4_OVER_ETHERNET = 0x0001_0800_0604L;

    static Optional<Arp> read(Octets packet) {
        if (packet.length() < LENGTH || (packet.unsignedAt(0) << 16 | packet.shortAt(4)) != IPV4_OVER_ETHERNET) {
            return Optional.empty();
        }
        return Optional.of(new Arp(
                packet.shortAt(6),
                new Mac(packet.copy(8, 14)),
                new Ip4(packet.intAt(14)),
                new Mac(packet.copy(18, 24)),
                new Ip4(packet.intAt(24))));
    }
}
