package io.sockspec.wire.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Mac;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.wire.packet.Packets.Ipv4Header;
import io.sockspec.wire.packet.Packets.Link;
import io.sockspec.wire.packet.Packets.TcpFields;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pcap4j.packet.ArpPacket;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IcmpV4CommonPacket;
import org.pcap4j.packet.IcmpV4DestinationUnreachablePacket;
import org.pcap4j.packet.IcmpV4EchoPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.IpV4Rfc791Tos;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.UdpPacket;
import org.pcap4j.packet.UnknownPacket;
import org.pcap4j.packet.namednumber.ArpOperation;
import org.pcap4j.packet.namednumber.EtherType;
import org.pcap4j.packet.namednumber.IpNumber;
import org.pcap4j.packet.namednumber.IpVersion;
import org.pcap4j.packet.namednumber.TcpPort;
import org.pcap4j.packet.namednumber.UdpPort;
import org.pcap4j.util.MacAddress;

/// Pcap4J as a second opinion: it reads what is built here, and what it builds is read here.
class PcapOracleTest {
    private static final Link LINK = new Link(Mac.parse("02:00:00:00:00:01"), Mac.parse("02:00:00:00:00:02"));
    private final Random random = new Random(20260101);

    private static EthernetPacket pcap(Bytes frame) throws IllegalRawDataException {
        byte[] bytes = frame.toArray();
        return EthernetPacket.newPacket(bytes, 0, bytes.length);
    }

    private Inet4 endpoint() {
        return new Inet4(new Ip4(0x0a000000 | random.nextInt(1 << 24)), new Port(random.nextInt(65536)));
    }

    private Bytes payload() {
        byte[] bytes = new byte[random.nextInt(1400)];
        random.nextBytes(bytes);
        return Bytes.copyOf(bytes);
    }

    @Test
    void readsOurTcp() throws Exception {
        for (int round = 0; round < 300; round++) {
            Inet4 from = endpoint();
            Inet4 to = endpoint();
            TcpFields fields = new TcpFields(
                    TcpFlag.of(random.nextInt(64)),
                    random.nextInt() & 0xffffffffL,
                    random.nextInt() & 0xffffffffL,
                    random.nextInt(65536),
                    random.nextInt(65536),
                    round % 2 == 0 ? Bytes.EMPTY : Bytes.hex("02 04 05 b4 01 03 03 07"),
                    payload());
            EthernetPacket frame = pcap(Packets.tcp(LINK, from, to, fields));
            TcpPacket tcp = frame.get(TcpPacket.class);
            Inet4Address source = frame.get(IpV4Packet.class).getHeader().getSrcAddr();
            Inet4Address destination = frame.get(IpV4Packet.class).getHeader().getDstAddr();

            assertThat(tcp.hasValidChecksum(source, destination, false)).isTrue();
            assertThat(frame.get(IpV4Packet.class).getHeader().hasValidChecksum(false))
                    .isTrue();
            assertThat(tcp.getHeader().getSrcPort().valueAsInt())
                    .isEqualTo(from.port().number());
            assertThat(tcp.getHeader().getDstPort().valueAsInt())
                    .isEqualTo(to.port().number());
            assertThat(tcp.getHeader().getSequenceNumberAsLong()).isEqualTo(fields.sequence());
            assertThat(tcp.getHeader().getAcknowledgmentNumberAsLong()).isEqualTo(fields.acknowledgment());
            assertThat(tcp.getHeader().getWindowAsInt()).isEqualTo(fields.window());
            assertThat(tcp.getHeader().getUrgentPointerAsInt()).isEqualTo(fields.urgentPointer());
            assertThat(tcp.getHeader().getSyn()).isEqualTo(fields.flags().contains(TcpFlag.SYN));
            assertThat(tcp.getHeader().getFin()).isEqualTo(fields.flags().contains(TcpFlag.FIN));
            assertThat(tcp.getHeader().getUrg()).isEqualTo(fields.flags().contains(TcpFlag.URG));
            assertThat(raw(tcp.getPayload())).isEqualTo(fields.payload());
        }
    }

    private static Bytes raw(org.pcap4j.packet.Packet packet) {
        return packet == null ? Bytes.EMPTY : Bytes.copyOf(packet.getRawData());
    }

    @Test
    void readsOurUdp() throws Exception {
        for (int round = 0; round < 300; round++) {
            Inet4 from = endpoint();
            Inet4 to = endpoint();
            Bytes payload = payload();
            EthernetPacket frame = pcap(Packets.udp(LINK, from, to, payload));
            UdpPacket udp = frame.get(UdpPacket.class);
            IpV4Packet.IpV4Header ip = frame.get(IpV4Packet.class).getHeader();

            assertThat(udp.hasValidChecksum(ip.getSrcAddr(), ip.getDstAddr(), false))
                    .isTrue();
            assertThat(udp.getHeader().getLengthAsInt()).isEqualTo(8 + payload.length());
            assertThat(raw(udp.getPayload())).isEqualTo(payload);
        }
    }

    @Test
    void readsOurArp() throws Exception {
        ArpPacket.ArpHeader arp = pcap(Packets.arpRequest(LINK.source(), Ip4.parse("10.0.0.1"), Ip4.parse("10.0.0.2")))
                .get(ArpPacket.class)
                .getHeader();
        assertThat(arp.getOperation()).isEqualTo(ArpOperation.REQUEST);
        assertThat(arp.getSrcHardwareAddr().toString()).isEqualTo("02:00:00:00:00:01");
        assertThat(arp.getDstProtocolAddr().getHostAddress()).isEqualTo("10.0.0.2");

        arp = pcap(Packets.arpReply(LINK.source(), Ip4.parse("10.0.0.1"), LINK.destination(), Ip4.parse("10.0.0.2")))
                .get(ArpPacket.class)
                .getHeader();
        assertThat(arp.getOperation()).isEqualTo(ArpOperation.REPLY);
        assertThat(arp.getDstHardwareAddr().toString()).isEqualTo("02:00:00:00:00:02");
    }

    @Test
    void readsOurIcmp() throws Exception {
        Packet about = Packet.of(Packets.udp(LINK, endpoint(), endpoint(), Bytes.text("lost cause")));
        EthernetPacket error = pcap(Packets.icmpError(Ip4.parse("10.9.9.9"), about, 3, 3, 0));
        IcmpV4DestinationUnreachablePacket unreachable = error.get(IcmpV4DestinationUnreachablePacket.class);

        assertThat(error.get(IcmpV4CommonPacket.class).hasValidChecksum(false)).isTrue();
        assertThat(error.getHeader().getDstAddr().toString()).isEqualTo("02:00:00:00:00:01");
        assertThat(Bytes.copyOf(unreachable.getPayload().getRawData()))
                .isEqualTo(about.frame().slice(14, 42));
        EthernetPacket echo = pcap(
                Packets.echoRequest(LINK, Ip4.parse("10.0.0.1"), Ip4.parse("10.0.0.2"), 0x1234, 7, Bytes.text("ping")));
        assertThat(echo.get(IcmpV4CommonPacket.class).hasValidChecksum(false)).isTrue();
        assertThat(echo.get(IcmpV4EchoPacket.class).getHeader().getIdentifier()).isEqualTo((short) 0x1234);
        assertThat(echo.get(IcmpV4EchoPacket.class).getHeader().getSequenceNumber())
                .isEqualTo((short) 7);
    }

    @Test
    void readsTheHeaderOfOurIgmpQueries() throws Exception {
        for (int version = 1; version <= 3; version++) {
            Bytes frame = Packets.igmpQuery(LINK.source(), Ip4.parse("10.0.0.9"), version, Ip4.ANY, 10);
            IpV4Packet.IpV4Header ip = pcap(frame).get(IpV4Packet.class).getHeader();
            Igmp igmp = Packet.of(frame).igmp().orElseThrow();

            assertThat(ip.hasValidChecksum(false)).isTrue();
            assertThat(ip.getTtlAsInt()).isEqualTo(1);
            assertThat(ip.getOptions()).hasSize(version == 1 ? 0 : 1);
            assertThat(ip.getDstAddr().getHostAddress()).isEqualTo("224.0.0.1");
            assertThat(igmp.version()).isEqualTo(version);
            assertThat(Packet.of(frame).transportChecksum()).contains(Checksum.RIGHT);
            assertThat(Packet.of(frame).ethernet().orElseThrow().destination()).hasToString("01:00:5e:00:00:01");
        }
    }

    @Test
    void isReadByUs() throws Exception {
        for (int round = 0; round < 300; round++) {
            Inet4 from = endpoint();
            Inet4 to = endpoint();
            Bytes payload = payload();
            boolean overTcp = round % 2 == 0;
            Packet packet =
                    Packet.of(Bytes.copyOf(built(from, to, payload, overTcp).getRawData()));

            assertThat(packet.ipv4().orElseThrow().source()).isEqualTo(from.ip());
            assertThat(packet.ipv4().orElseThrow().checksum()).isEqualTo(Checksum.RIGHT);
            if (overTcp) {
                assertThat(packet.transportChecksum().orElseThrow()).isEqualTo(Checksum.RIGHT);
                assertThat(packet.tcp().orElseThrow().destinationPort())
                        .isEqualTo(to.port().number());
                assertThat(packet.tcp().orElseThrow().payload()).isEqualTo(payload);
                assertThat(packet.tcp().orElseThrow().flagsText()).isEqualTo("PSH,ACK");
            } else {
                assertThat(packet.transportChecksum().orElseThrow()).isEqualTo(Checksum.RIGHT);
                assertThat(packet.udp().orElseThrow().sourcePort())
                        .isEqualTo(from.port().number());
                assertThat(packet.udp().orElseThrow().payload()).isEqualTo(payload);
            }
        }
    }

    private static EthernetPacket built(Inet4 from, Inet4 to, Bytes payload, boolean overTcp) throws Exception {
        Inet4Address source = (Inet4Address) InetAddress.getByName(from.ip().toString());
        Inet4Address destination = (Inet4Address) InetAddress.getByName(to.ip().toString());
        UnknownPacket.Builder data =
                UnknownPacket.newPacket(payload.toArray(), 0, payload.length()).getBuilder();
        IpV4Packet.Builder ip = new IpV4Packet.Builder()
                .version(IpVersion.IPV4)
                .tos(IpV4Rfc791Tos.newInstance((byte) 0))
                .ttl((byte) 64)
                .protocol(overTcp ? IpNumber.TCP : IpNumber.UDP)
                .srcAddr(source)
                .dstAddr(destination)
                .correctChecksumAtBuild(true)
                .correctLengthAtBuild(true);
        ip.payloadBuilder(
                overTcp
                        ? new TcpPacket.Builder()
                                .srcPort(TcpPort.getInstance((short) from.port().number()))
                                .dstPort(TcpPort.getInstance((short) to.port().number()))
                                .psh(true)
                                .ack(true)
                                .srcAddr(source)
                                .dstAddr(destination)
                                .correctChecksumAtBuild(true)
                                .correctLengthAtBuild(true)
                                .payloadBuilder(data)
                        : new UdpPacket.Builder()
                                .srcPort(UdpPort.getInstance((short) from.port().number()))
                                .dstPort(UdpPort.getInstance((short) to.port().number()))
                                .srcAddr(source)
                                .dstAddr(destination)
                                .correctChecksumAtBuild(true)
                                .correctLengthAtBuild(true)
                                .payloadBuilder(data));
        return new EthernetPacket.Builder()
                .srcAddr(MacAddress.getByName("02:00:00:00:00:01"))
                .dstAddr(MacAddress.getByName("02:00:00:00:00:02"))
                .type(EtherType.IPV4)
                .paddingAtBuild(true)
                .payloadBuilder(ip)
                .build();
    }

    /// The reason why this package has a decoder of its own; when it fails, that reason is gone.
    @Test
    void takesAMulticastListenerReportForAnError() throws Exception {
        Bytes report = Bytes.hex("33 33 00 00 00 16 02 00 00 00 00 01 86 dd 60 00 00 00 00 24 00 01"
                + "fe 80 00 00 00 00 00 00 00 00 00 00 00 00 00 01 ff 02 00 00 00 00 00 00 00 00 00 00 00 00 00 16"
                + "3a 00 05 02 00 00 01 00"
                + "8f 00 71 07 00 00 00 01 04 00 00 00 ff 02 00 00 00 00 00 00 00 00 00 01 ff 00 00 01");

        assertThat(pcap(report).toString()).contains("Destination Unreachable");
        assertThat(Packet.of(report).mld()).isPresent();
    }

    @Test
    void printsHeadersForPeople() {
        Packet datagram = Packet.of(Packets.udp(LINK, endpoint(), endpoint(), Bytes.text("x")));
        Packet query = Packet.of(Packets.igmpQuery(LINK.source(), Ip4.parse("10.0.0.9"), 2, Ip4.ANY, 10));

        assertThat(datagram.details()).anyMatch(line -> line.contains("UDP Header"));
        assertThat(query.details()).anyMatch(line -> line.startsWith("Igmp[version=2, type=17"));
    }

    @Test
    void mendsEveryChecksum() {
        Ipv4Header header = Ipv4Header.of(Ip4.parse("10.0.0.1"), Ip4.parse("10.0.0.2"), 1);
        Bytes right = Packets.ipv4(LINK, header, Bytes.hex("08 00 00 00 12 34 00 01 61"));
        byte[] wrong = right.toArray();
        wrong[24] ^= 0x55;
        wrong[36] ^= 0x55;

        assertThat(Packets.mend(Bytes.copyOf(wrong))).isEqualTo(right);
        assertThat(HexFormat.of().formatHex(Packets.mend(Bytes.hex("0102")).toArray()))
                .isEqualTo("0102");
    }
}
