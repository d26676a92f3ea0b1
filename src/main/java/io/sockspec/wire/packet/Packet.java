package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;
import java.util.Optional;

/// The decoded view of one frame. A layer that is missing, cut short or malformed is empty; decoding never throws.
///
/// A transport layer behind an IPv4 fragment is empty, in the first fragment too: see [Ipv4#isFragment].
public final class Packet {
    private final Bytes frame;

    private Packet(Bytes frame) {
        this.frame = frame;
    }

    public static Packet of(Bytes frame) {
        return new Packet(frame);
    }

    public Bytes frame() {
        return frame;
    }

    public Optional<Ethernet> ethernet() {
        throw new UnsupportedOperationException("to come");
    }

    public Optional<Arp> arp() {
        throw new UnsupportedOperationException("to come");
    }

    public Optional<Ipv4> ipv4() {
        throw new UnsupportedOperationException("to come");
    }

    public Optional<Ipv6> ipv6() {
        throw new UnsupportedOperationException("to come");
    }

    public Optional<Tcp> tcp() {
        throw new UnsupportedOperationException("to come");
    }

    public Optional<Udp> udp() {
        throw new UnsupportedOperationException("to come");
    }

    /// ICMP over IPv4.
    public Optional<Icmp> icmp() {
        throw new UnsupportedOperationException("to come");
    }

    /// ICMP over IPv6.
    public Optional<Icmp> icmp6() {
        throw new UnsupportedOperationException("to come");
    }

    public Optional<Igmp> igmp() {
        throw new UnsupportedOperationException("to come");
    }

    public Optional<Mld> mld() {
        throw new UnsupportedOperationException("to come");
    }
}
