package io.sockspec.wire.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Ip6;
import io.sockspec.socket.Mac;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Decodes frames whose bytes were taken from captures or written down by hand from the RFCs.
class PacketTest {
    private static final String ETHERNET_V4 = "02 00 00 00 00 02 02 00 00 00 00 01 08 00";

    private static Packet packet(String... hex) {
        return Packet.of(Bytes.hex(String.join("", hex)));
    }

    /// IPv4 from 10.0.0.1 to 224.0.0.22 with TTL 1 and Router Alert, around an IGMP message.
    private static Packet igmp(String hex) {
        int length = 24 + Bytes.hex(hex).length();
        return packet(
                "01 00 5e 00 00 16 02 00 00 00 00 01 08 00",
                "46 c0 00 %02x 00 00 40 00 01 02 00 00 0a 00 00 01 e0 00 00 16 94 04 00 00".formatted(length),
                hex);
    }

    @Test
    void arp() {
        Packet packet = packet(
                "ff ff ff ff ff ff 02 00 00 00 00 01 08 06",
                "00 01 08 00 06 04 00 01 02 00 00 00 00 01 0a 00 00 01 00 00 00 00 00 00 0a 00 00 02");

        assertThat(packet.arp())
                .contains(new Arp(
                        1,
                        Mac.parse("02:00:00:00:00:01"),
                        Ip4.parse("10.0.0.1"),
                        Mac.parse("00:00:00:00:00:00"),
                        Ip4.parse("10.0.0.2")));
        assertThat(packet.ethernet().orElseThrow().isBroadcast()).isTrue();
        assertThat(packet.protocol()).isEqualTo("ARP");
    }

    @Test
    void synOfLinux() {
        Packet packet = packet(
                ETHERNET_V4,
                "45 00 00 3c 1c 46 40 00 40 06 0a 74 0a 00 00 01 0a 00 00 02",
                "9c 40 1f 90 00 00 03 e8 00 00 00 00 a0 02 fa f0 00 00 00 00",
                "02 04 05 b4 04 02 08 0a 00 00 00 01 00 00 00 00 01 03 03 07");
        Ipv4 ip = packet.ipv4().orElseThrow();
        Tcp tcp = packet.tcp().orElseThrow();

        assertThat(ip.timeToLive()).isEqualTo(64);
        assertThat(ip.headerWords()).isEqualTo(5);
        assertThat(ip.dontFragment()).isTrue();
        assertThat(ip.isFragment()).isFalse();
        assertThat(ip.identification()).isEqualTo(0x1c46);
        assertThat(ip.checksum()).isEqualTo(Checksum.RIGHT);
        assertThat(tcp.sourcePort()).isEqualTo(40000);
        assertThat(tcp.destinationPort()).isEqualTo(8080);
        assertThat(tcp.sequence()).isEqualTo(1000);
        assertThat(tcp.flagsText()).isEqualTo("SYN");
        assertThat(tcp.window()).isEqualTo(64240);
        assertThat(tcp.headerWords()).isEqualTo(10);
        assertThat(tcp.option(Tcp.MAXIMUM_SEGMENT_SIZE)).contains(Bytes.hex("05 b4"));
        assertThat(tcp.option(Tcp.WINDOW_SCALE)).contains(Bytes.hex("07"));
        assertThat(tcp.option(Tcp.SACK_PERMITTED)).contains(Bytes.EMPTY);
        assertThat(tcp.option(99)).isEmpty();
        assertThat(packet.transportChecksum()).contains(Checksum.WRONG);
        assertThat(tcp.sequenceSpace()).isEqualTo(1);
    }

    @Test
    void igmpVersion3Report() {
        Packet packet = igmp("22 00 e8 f9 00 00 00 01 04 00 00 00 ef 01 02 03");
        Igmp igmp = packet.igmp().orElseThrow();

        assertThat(igmp.version()).isEqualTo(3);
        assertThat(packet.transportChecksum()).contains(Checksum.RIGHT);
        assertThat(igmp.records()).containsExactly(new GroupRecord<>(4, Ip4.parse("239.1.2.3"), List.of()));
        assertThat(igmp.records().getFirst().typeName()).isEqualTo("CHANGE_TO_EXCLUDE");
        assertThat(packet.ipv4().orElseThrow().routerAlert()).isTrue();
        assertThat(packet.ipv4().orElseThrow().headerWords()).isEqualTo(6);
    }

    @Test
    void igmpVersion3ReportWithSourcesAndAuxiliaryData() {
        Packet packet = igmp("22 00 00 00 00 00 00 02"
                + "05 01 00 02 ef 01 02 03 0a 00 00 07 0a 00 00 08 de ad be ef"
                + "03 00 00 00 ef 01 02 04");

        assertThat(packet.igmp().orElseThrow().records())
                .containsExactly(
                        new GroupRecord<>(
                                5, Ip4.parse("239.1.2.3"), List.of(Ip4.parse("10.0.0.7"), Ip4.parse("10.0.0.8"))),
                        new GroupRecord<>(3, Ip4.parse("239.1.2.4"), List.of()));
        assertThat(packet.transportChecksum()).contains(Checksum.WRONG);
    }

    @Test
    void igmpReportThatEndsBeforeItsLastRecord() {
        assertThat(igmp("22 00 00 00 00 00 00 02 04 00 00 00 ef 01 02 03").igmp())
                .isEmpty();
        assertThat(igmp("22 00 00 00 00 00 00 01 04 00 00 09 ef 01 02 03").igmp())
                .isEmpty();
    }

    @Test
    void olderIgmp() {
        assertThat(igmp("12 00 00 00 ef 01 02 03").igmp().orElseThrow().version())
                .isEqualTo(1);
        assertThat(igmp("16 00 00 00 ef 01 02 03").igmp().orElseThrow().isReport())
                .isTrue();
        assertThat(igmp("17 00 00 00 ef 01 02 03").igmp().orElseThrow().group()).isEqualTo(Ip4.parse("239.1.2.3"));
        assertThat(igmp("17 00 00 00 ef 01 02 03").igmp().orElseThrow().isReport())
                .isFalse();
    }

    @Test
    void igmpQueriesOfEachVersion() {
        assertThat(igmp("11 00 00 00 00 00 00 00").igmp().orElseThrow().version())
                .isEqualTo(1);
        assertThat(igmp("11 64 00 00 00 00 00 00").igmp().orElseThrow().version())
                .isEqualTo(2);
        Igmp third =
                igmp("11 64 00 00 ef 01 02 03 02 7d 00 01 0a 00 00 07").igmp().orElseThrow();
        assertThat(third.version()).isEqualTo(3);
        assertThat(third.maximumResponse()).isEqualTo(100);
        assertThat(third.sources()).containsExactly(Ip4.parse("10.0.0.7"));
        assertThat(igmp("11 64 00 00 ef 01 02 03 02 7d 00 02 0a 00 00 07").igmp())
                .isEmpty();
    }

    private static final String IPV6_TO_FF02_16 =
            "fe 80 00 00 00 00 00 00 00 00 00 00 00 00 00 01" + "ff 02 00 00 00 00 00 00 00 00 00 00 00 00 00 16";

    @Test
    void mldVersion2ReportOfLinux() {
        Packet packet = packet(
                "33 33 00 00 00 16 02 00 00 00 00 01 86 dd 60 00 00 00 00 24 00 01",
                IPV6_TO_FF02_16,
                "3a 00 05 02 00 00 01 00",
                "8f 00 71 07 00 00 00 01 04 00 00 00 ff 02 00 00 00 00 00 00 00 00 00 01 ff 00 00 01");
        Mld mld = packet.mld().orElseThrow();
        Ipv6 ip = packet.ipv6().orElseThrow();

        assertThat(ip.hopLimit()).isEqualTo(1);
        assertThat(ip.routerAlert()).isTrue();
        assertThat(ip.protocol()).isEqualTo(Ipv6.ICMP6);
        assertThat(mld.version()).isEqualTo(2);
        assertThat(mld.isReport()).isTrue();
        assertThat(packet.transportChecksum()).contains(Checksum.RIGHT);
        assertThat(mld.records()).containsExactly(new GroupRecord<>(4, Ip6.parse("ff02::1:ff00:1"), List.of()));
        assertThat(packet.protocol()).isEqualTo("MLD");
    }

    @Test
    void mldVersion1Done() {
        Mld mld = packet(
                        "33 33 00 00 00 02 02 00 00 00 00 01 86 dd 60 00 00 00 00 20 00 01",
                        IPV6_TO_FF02_16,
                        "3a 00 01 00 05 02 00 00",
                        "84 00 00 00 00 00 00 00 ff 02 00 00 00 00 00 00 00 00 00 00 00 00 00 99")
                .mld()
                .orElseThrow();

        assertThat(mld.type()).isEqualTo(Mld.DONE);
        assertThat(mld.version()).isEqualTo(1);
        assertThat(mld.group()).isEqualTo(Ip6.parse("ff02::99"));
        assertThat(mld.isReport()).isFalse();
    }

    @Test
    void fragmentsCarryNoTransport() {
        String udp = "03 e8 07 d0 00 10 00 00 01 02 03 04 05 06 07 08";
        Packet first = packet(ETHERNET_V4, "45 00 00 24 00 07 20 00 40 11 00 00 0a 00 00 01 0a 00 00 02", udp);
        Packet later = packet(ETHERNET_V4, "45 00 00 24 00 07 00 b9 40 11 00 00 0a 00 00 01 0a 00 00 02", udp);

        assertThat(first.udp()).isEmpty();
        assertThat(later.udp()).isEmpty();
        assertThat(first.ipv4().orElseThrow().moreFragments()).isTrue();
        assertThat(later.ipv4().orElseThrow().offsetBytes()).isEqualTo(1480);
        assertThat(later.protocol()).isEqualTo("IPv4 fragment");
    }

    @Test
    void ethernetPaddingIsNoPayload() {
        Packet packet = packet(
                ETHERNET_V4,
                "45 00 00 1d 00 00 00 00 40 11 00 00 0a 00 00 01 0a 00 00 02",
                "03 e8 07 d0 00 09 00 00 41",
                "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00");

        assertThat(packet.udp().orElseThrow().payload().asText()).isEqualTo("A");
        assertThat(packet.transportChecksum().orElseThrow()).isEqualTo(Checksum.ABSENT);
    }

    @Test
    void aFrameThatWasCutSaysNothingAboutItsChecksum() {
        Packet packet = packet(
                ETHERNET_V4,
                "45 00 05 dc 00 00 40 00 40 06 00 00 0a 00 00 01 0a 00 00 02",
                "9c 40 1f 90 00 00 03 e8 00 00 00 00 50 10 fa f0 00 00 00 00",
                "01 02 03");

        assertThat(packet.transportChecksum().orElseThrow()).isEqualTo(Checksum.UNKNOWN);
        assertThat(packet.tcp().orElseThrow().payloadLengthBytes()).isEqualTo(1460);
        assertThat(packet.tcp().orElseThrow().payload().length()).isEqualTo(3);
    }

    @Test
    void icmpErrorWithItsQuote() {
        Icmp icmp = packet(
                        ETHERNET_V4,
                        "45 00 00 38 00 00 00 00 40 01 00 00 0a 00 00 02 0a 00 00 01",
                        "03 03 00 00 00 00 00 00",
                        "45 00 00 1d 00 00 00 00 40 11 00 00 0a 00 00 01 0a 00 00 02 03 e8 07 d0 00 09 00 00")
                .icmp()
                .orElseThrow();

        assertThat(icmp.isError()).isTrue();
        assertThat(icmp.quoted()).contains(new Icmp.Quoted("10.0.0.1", "10.0.0.2", 17, 1000, 2000, -1));
    }

    @Test
    void findsWhereLayersStart() {
        Packet packet = packet(
                ETHERNET_V4,
                "46 00 00 24 00 00 00 00 40 11 00 00 0a 00 00 01 0a 00 00 02 94 04 00 00",
                "03 e8 07 d0 00 0c 00 00 41 42 43 44");

        assertThat(packet.start(Layer.ETHERNET)).hasValue(0);
        assertThat(packet.start(Layer.IP)).hasValue(14);
        assertThat(packet.start(Layer.TRANSPORT)).hasValue(38);
        assertThat(packet.start(Layer.PAYLOAD)).hasValue(46);
        assertThat(packet("02 00").start(Layer.IP)).isEmpty();
    }

    @Test
    void whatIsNotAFrame() {
        Packet packet = packet("02 00 00");

        assertThat(packet.ethernet()).isEmpty();
        assertThat(packet.protocol()).isEqualTo("no whole Ethernet header");
    }
}
