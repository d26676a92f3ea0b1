package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The decoded view of one frame. A layer that is missing, cut short or malformed is empty;
/// decoding never throws.
///
/// A transport layer in an IP fragment is empty, in the first fragment too: see [Ipv4#isFragment].
public final class Packet {
    private final Bytes frame;
    private final Optional<Ethernet> ethernet;
    private final Optional<Octets> ipv4Octets;
    private final Optional<Octets> ipv6Octets;
    private final Optional<Arp> arp;
    private final Optional<Ipv4> ipv4;
    private final Optional<Ipv6> ipv6;
    private final Optional<Carried> carried;
    private final Optional<Tcp> tcp;
    private final Optional<Udp> udp;
    private final Optional<Icmp> icmp;
    private final Optional<Icmp> icmp6;
    private final Optional<Igmp> igmp;
    private final Optional<Mld> mld;

    private Packet(Bytes frame) {
        this.frame = frame;
        ethernet = Ethernet.read(Octets.of(frame));
        arp = body(Ethernet.ARP).flatMap(Arp::read);
        ipv4Octets = body(Ethernet.IPV4);
        ipv6Octets = body(Ethernet.IPV6);
        ipv4 = ipv4Octets.flatMap(Ipv4::read);
        ipv6 = ipv6Octets.flatMap(Ipv6::read);
        carried = ipv4Octets.flatMap(Ipv4::carried).or(() -> ipv6Octets.flatMap(Ipv6::carried));
        tcp = carries(Ipv4.TCP).flatMap(Tcp::read);
        udp = carries(Ipv4.UDP).flatMap(Udp::read);
        icmp = carries(4, Ipv4.ICMP).flatMap(Icmp::read);
        icmp6 = carries(6, Ipv6.ICMP6).flatMap(Icmp::read);
        igmp = carries(4, Ipv4.IGMP).flatMap(Igmp::read);
        mld = carries(6, Ipv6.ICMP6).flatMap(Mld::read);
    }

    public static Packet of(Bytes frame) {
        return new Packet(frame);
    }

    private Optional<Octets> body(int type) {
        return ethernet.filter(header -> header.type() == type)
                .map(header -> Octets.of(frame).from(Ethernet.LENGTH));
    }

    private Optional<Carried> carries(int protocol) {
        return carried.filter(packet -> packet.protocol() == protocol);
    }

    private Optional<Carried> carries(int version, int protocol) {
        return carries(protocol).filter(packet -> packet.version() == version);
    }

    public Bytes frame() {
        return frame;
    }

    public Optional<Ethernet> ethernet() {
        return ethernet;
    }

    public Optional<Arp> arp() {
        return arp;
    }

    public Optional<Ipv4> ipv4() {
        return ipv4;
    }

    public Optional<Ipv6> ipv6() {
        return ipv6;
    }

    public Optional<Tcp> tcp() {
        return tcp;
    }

    public Optional<Udp> udp() {
        return udp;
    }

    /// ICMP over IPv4.
    public Optional<Icmp> icmp() {
        return icmp;
    }

    /// ICMP over IPv6.
    public Optional<Icmp> icmp6() {
        return icmp6;
    }

    /// ICMP of either version.
    public Optional<Icmp> anyIcmp() {
        return icmp.or(() -> icmp6);
    }

    public Optional<Igmp> igmp() {
        return igmp;
    }

    public Optional<Mld> mld() {
        return mld;
    }

    /// What the frame carries, in one word or two: `TCP`, `UDP`, `ICMP`, `ARP`, `IPv4 fragment`,
    /// `ethertype 0x88b5`.
    public String protocol() {
        return ProtocolName.of(this);
    }

    /// The index in the frame at which a layer starts; empty when the frame has no such layer.
    public OptionalInt start(Layer layer) {
        return switch (layer) {
            case ETHERNET -> OptionalInt.of(0);
            case IP -> ipv4.isPresent() || ipv6.isPresent() ? OptionalInt.of(Ethernet.LENGTH) : OptionalInt.empty();
            case TRANSPORT -> transportStart();
            case PAYLOAD -> payloadStart();
        };
    }

    private OptionalInt transportStart() {
        return carried.map(packet -> OptionalInt.of(packet.payload().from())).orElse(OptionalInt.empty());
    }

    private OptionalInt payloadStart() {
        Optional<Integer> header =
                tcp.map(segment -> segment.headerWords() * 4).or(() -> udp.map(datagram -> Udp.LENGTH));
        OptionalInt transport = transportStart();
        return header.isEmpty() || transport.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(transport.getAsInt() + header.get());
    }

    /// Verifies the checksum of the TCP, UDP, ICMP or IGMP in the packet, on each call anew, since
    /// most readers do not ask and it costs more than all the rest; empty when there is none of
    /// these.
    public Optional<Checksum> transportChecksum() {
        return carried.flatMap(Checksums::verify);
    }

    /// Every field of every header as lines of text. The first call in a JVM takes about 0.2 s, so
    /// never on the wire's thread.
    public List<String> details() {
        return Details.of(this);
    }

    Optional<Carried> carried() {
        return carried;
    }

    Optional<Octets> ipv4Octets() {
        return ipv4Octets;
    }
}
