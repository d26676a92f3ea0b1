package io.sockspec.wire.packet;

import io.sockspec.socket.Mac;
import java.util.Optional;

/// The Ethernet header.
///
/// @param type the EtherType: 0x0800 IPv4, 0x0806 ARP, 0x86dd IPv6
public record Ethernet(Mac destination, Mac source, int type) {
    public static final int IPV4 = 0x0800;
    public static final int ARP = 0x0806;
    public static final int IPV6 = 0x86dd;
    static final int LENGTH = 14;

    static Optional<Ethernet> read(Octets frame) {
        return frame.length() < LENGTH
                ? Optional.empty()
                : Optional.of(new Ethernet(new Mac(frame.copy(0, 6)), new Mac(frame.copy(6, 12)), frame.shortAt(12)));
    }

    public boolean isBroadcast() {
        return destination.equals(Mac.BROADCAST);
    }

    /// Whether the group bit is set; true for broadcast too.
    public boolean isMulticast() {
        return (destination.bytes().at(0) & 1) == 1;
    }
}
