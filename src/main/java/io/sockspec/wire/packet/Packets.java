package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Mac;
import io.sockspec.socket.SocketAddress.Inet4;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;

/// Builds whole frames; lengths and checksums are right. For a wrong one, change the frame's bytes
/// afterwards.
///
/// Alternatives considered: Pcap4J's builders take header options only as objects of their own, so
/// that an option that no sane sender makes, which scenarios need, cannot be written; and the first
/// packet costs 190 ms of class loading.
public final class Packets {
    private static final int WORD = 4;
    private static final int TIME_TO_LIVE = 64;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int QUOTED_BYTES = 8;
    private static final Ip4 ALL_HOSTS = Ip4.parse("224.0.0.1");
    private static final Mac NO_MAC = Mac.parse("00:00:00:00:00:00");
    private static final Bytes ROUTER_ALERT = Bytes.hex("94 04 00 00");

    private Packets() {}

    /// From whom to whom a frame goes on the link.
    public record Link(Mac source, Mac destination) {
        /// The link of an answer to a frame, or of any other frame in the opposite direction.
        ///
        /// @throws IllegalArgumentException when the frame has no Ethernet header
        public static Link answering(Packet received) {
            Ethernet header = received.ethernet()
                    .orElseThrow(() -> new IllegalArgumentException("the frame has no whole Ethernet header"));
            Mac receiver = header.destination();
            return new Link(receiver, header.source());
        }
    }

    /// The fields of an IPv4 header that a frame may choose.
    ///
    /// @param options padded with zeros to whole words, at most 40 bytes
    public record Ipv4Header(Ip4 source, Ip4 destination, int protocol, int timeToLive, Bytes options) {
        /// TTL 64 and no options.
        public static Ipv4Header of(Ip4 source, Ip4 destination, int protocol) {
            return new Ipv4Header(source, destination, protocol, TIME_TO_LIVE, Bytes.EMPTY);
        }
    }

    /// The fields of a TCP segment that a frame may choose.
    ///
    /// @param options padded with zeros to whole words, at most 40 bytes
    public record TcpFields(
            Set<TcpFlag> flags,
            long sequence,
            long acknowledgment,
            int window,
            int urgentPointer,
            Bytes options,
            Bytes payload) {
        public TcpFields {
            flags = TcpFlag.copyOf(flags);
        }

        /// A window of 65535, no options, no payload.
        ///
        /// @param flags such as `SYN,ACK`
        public static TcpFields of(String flags, long sequence, long acknowledgment) {
            return new TcpFields(TcpFlag.parse(flags), sequence, acknowledgment, 65535, 0, Bytes.EMPTY, Bytes.EMPTY);
        }

        public TcpFields withPayload(Bytes bytes) {
            return new TcpFields(flags, sequence, acknowledgment, window, urgentPointer, options, bytes);
        }
    }

    public static Bytes tcp(Link link, Inet4 source, Inet4 destination, TcpFields fields) {
        Bytes options = padded(fields.options());
        int header = Tcp.MINIMUM + options.length();
        ByteBuffer segment = ByteBuffer.allocate(header + fields.payload().length());
        putPorts(segment, source, destination);
        segment.putInt((int) fields.sequence())
                .putInt((int) fields.acknowledgment())
                .put((byte) ((header / WORD) << 4))
                .put((byte) fields.flags().stream().mapToInt(TcpFlag::bit).sum())
                .putShort((short) fields.window())
                .putShort((short) 0)
                .putShort((short) fields.urgentPointer())
                .put(options.toArray())
                .put(fields.payload().toArray());
        return ipv4(link, Ipv4Header.of(source.ip(), destination.ip(), Ipv4.TCP), bytes(segment));
    }

    public static Bytes udp(Link link, Inet4 source, Inet4 destination, Bytes payload) {
        int length = Udp.LENGTH + payload.length();
        ByteBuffer datagram = ByteBuffer.allocate(length);
        putPorts(datagram, source, destination);
        // Any checksum but 0, which would say that there is none to mend.
        datagram.putShort((short) length).putShort((short) 1).put(payload.toArray());
        return ipv4(link, Ipv4Header.of(source.ip(), destination.ip(), Ipv4.UDP), bytes(datagram));
    }

    /// An IPv4 packet with Don't Fragment; the checksum of a TCP, UDP, ICMP or IGMP payload is
    /// written anew.
    public static Bytes ipv4(Link link, Ipv4Header header, Bytes payload) {
        Bytes options = padded(header.options());
        int headerBytes = Ipv4.MINIMUM + options.length();
        ByteBuffer packet = ByteBuffer.allocate(headerBytes + payload.length());
        packet.put((byte) (0x40 | headerBytes / WORD))
                .put((byte) 0)
                .putShort((short) packet.capacity())
                .putShort((short) 0)
                .putShort((short) DONT_FRAGMENT)
                .put((byte) header.timeToLive())
                .put((byte) header.protocol())
                .putShort((short) 0)
                .putInt(header.source().bits())
                .putInt(header.destination().bits())
                .put(options.toArray())
                .put(payload.toArray());
        return mend(ethernet(link, Ethernet.IPV4, bytes(packet)));
    }

    /// An ICMP error about a frame: quotes its IPv4 header and the 8 bytes behind it, and goes to
    /// its sender.
    ///
    /// @param from who reports the error: the other end, or a router
    /// @param rest the second word: the MTU of a fragmentation-needed message, otherwise 0
    /// @throws IllegalArgumentException when the frame holds no IPv4 packet
    public static Bytes icmpError(Ip4 from, Packet about, int type, int code, int rest) {
        Ipv4 ip = about.ipv4().orElseThrow(() -> new IllegalArgumentException("the frame holds no IPv4 packet"));
        int start = Ethernet.LENGTH;
        int quoted =
                Math.min(ip.headerWords() * WORD + QUOTED_BYTES, about.frame().length() - start);
        Bytes quote = about.frame().slice(start, start + quoted);
        return icmpError(Link.answering(about), from, ip.source(), type, code, rest, quote);
    }

    /// The same with a quote of one's own in place of the frame's, such as one with a foreign port.
    public static Bytes icmpError(Link link, Ip4 from, Ip4 to, int type, int code, int rest, Bytes quote) {
        return ipv4(link, Ipv4Header.of(from, to, Ipv4.ICMP), icmp(type, code, rest, quote));
    }

    public static Bytes echoRequest(Link link, Ip4 source, Ip4 destination, int identifier, int sequence, Bytes data) {
        Bytes message = icmp(Icmp.ECHO_REQUEST, 0, identifier << 16 | (sequence & 0xffff), data);
        return ipv4(link, Ipv4Header.of(source, destination, Ipv4.ICMP), message);
    }

    public static Bytes echoReply(Link link, Ip4 source, Ip4 destination, int identifier, int sequence, Bytes data) {
        Bytes message = icmp(Icmp.ECHO_REPLY, 0, identifier << 16 | (sequence & 0xffff), data);
        return ipv4(link, Ipv4Header.of(source, destination, Ipv4.ICMP), message);
    }

    private static Bytes icmp(int type, int code, int rest, Bytes body) {
        ByteBuffer message = ByteBuffer.allocate(Icmp.LENGTH + body.length());
        message.put((byte) type)
                .put((byte) code)
                .putShort((short) 0)
                .putInt(rest)
                .put(body.toArray());
        return bytes(message);
    }

    /// A general query to 224.0.0.1 or, with a group other than 0.0.0.0, a query for that group,
    /// sent to the group.
    ///
    /// TTL 1 and, in versions 2 and 3, Router Alert. Version 1 has no maximum response time.
    ///
    /// @param version 1, 2 or 3
    /// @param maximumResponse in tenths of a second, 0 to 127
    public static Bytes igmpQuery(Mac source, Ip4 querier, int version, Ip4 group, int maximumResponse) {
        Ip4 destination = group.equals(Ip4.ANY) ? ALL_HOSTS : group;
        ByteBuffer query = ByteBuffer.allocate(version == 3 ? 12 : 8);
        query.put((byte) Igmp.QUERY)
                .put((byte) (version == 1 ? 0 : maximumResponse))
                .putShort((short) 0)
                .putInt(group.bits());
        Bytes options = version == 1 ? Bytes.EMPTY : ROUTER_ALERT;
        return ipv4(
                new Link(source, multicastMac(destination)),
                new Ipv4Header(querier, destination, Ipv4.IGMP, 1, options),
                bytes(query));
    }

    /// The link-layer address of an IPv4 group.
    ///
    /// @spec RFC 1112 section 6.4
    public static Mac multicastMac(Ip4 group) {
        byte[] mac = {1, 0, 0x5e, (byte) (group.bits() >> 16 & 0x7f), (byte) (group.bits() >> 8), (byte) group.bits()};
        return new Mac(Bytes.copyOf(mac));
    }

    public static Bytes arpRequest(Mac sender, Ip4 senderIp, Ip4 wanted) {
        return arp(new Link(sender, Mac.BROADCAST), new Arp(Arp.REQUEST, sender, senderIp, NO_MAC, wanted));
    }

    public static Bytes arpReply(Mac sender, Ip4 senderIp, Mac target, Ip4 targetIp) {
        return arp(new Link(sender, target), new Arp(Arp.REPLY, sender, senderIp, target, targetIp));
    }

    /// An ARP packet whose addresses need not be those of the link.
    public static Bytes arp(Link link, Arp fields) {
        ByteBuffer packet = ByteBuffer.allocate(28);
        packet.putInt((int) (Arp.IPV4_OVER_ETHERNET >> 16))
                .putShort((short) Arp.IPV4_OVER_ETHERNET)
                .putShort((short) fields.operation())
                .put(fields.senderMac().bytes().toArray())
                .putInt(fields.senderIp().bits())
                .put(fields.targetMac().bytes().toArray())
                .putInt(fields.targetIp().bits());
        return ethernet(link, Ethernet.ARP, bytes(packet));
    }

    /// An Ethernet frame of any type.
    public static Bytes ethernet(Link link, int type, Bytes payload) {
        ByteBuffer frame = ByteBuffer.allocate(Ethernet.LENGTH + payload.length());
        frame.put(link.destination().bytes().toArray())
                .put(link.source().bytes().toArray())
                .putShort((short) type)
                .put(payload.toArray());
        return bytes(frame);
    }

    /// The frame with right checksums of IPv4 and of the TCP, UDP, ICMP or IGMP in it, after its
    /// bytes were changed.
    public static Bytes mend(Bytes frame) {
        return Checksums.mend(frame);
    }

    private static void putPorts(ByteBuffer header, Inet4 source, Inet4 destination) {
        header.putShort((short) source.port().number())
                .putShort((short) destination.port().number());
    }

    private static Bytes padded(Bytes options) {
        int length = (options.length() + WORD - 1) / WORD * WORD;
        if (length > 40) {
            throw new IllegalArgumentException("a header has room for 40 bytes of options, not " + options.length());
        }
        return Bytes.copyOf(Arrays.copyOf(options.toArray(), length));
    }

    private static Bytes bytes(ByteBuffer full) {
        byte[] content = new byte[full.capacity()];
        full.get(0, content);
        return Bytes.copyOf(content);
    }
}
