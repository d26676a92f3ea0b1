package io.sockspec.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.wire.packet.Arp;
import io.sockspec.wire.packet.Packets;
import io.sockspec.wire.packet.Packets.Ipv4Header;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatternTest {
    private static final Ip4 GROUP = Ip4.parse("239.1.2.3");

    private static Set<String> fitting(Bytes data) {
        Set<String> words = new TreeSet<>();
        for (String known : Pattern.known()) {
            if (Pattern.parse(known).fits(Frames.logged(data))) {
                words.add(known);
            }
        }
        words.remove("frame");
        return words;
    }

    @Test
    void eachFrameFitsItsWordsAndNoOthers() {
        Map<Bytes, Set<String>> cases = new LinkedHashMap<>();
        cases.put(Frames.tcp("SYN", 1, 0, ""), tcp("SYN"));
        cases.put(Frames.tcp("SYN,ACK", 1, 2, ""), tcp("SYN,ACK"));
        cases.put(Frames.tcp("ACK", 1, 2, ""), tcp("ACK"));
        cases.put(Frames.tcp("ACK", 1, 2, "x"), tcp("data segment"));
        cases.put(Frames.tcp("PSH,ACK", 1, 2, "x"), tcp("data segment"));
        cases.put(Frames.tcp("FIN,ACK", 1, 2, ""), tcp("FIN"));
        cases.put(Frames.tcp("FIN,PSH,ACK", 1, 2, "x"), tcp("FIN", "data segment"));
        cases.put(Frames.tcp("RST", 1, 0, ""), tcp("RST", "RST without ACK"));
        cases.put(Frames.tcp("RST,ACK", 1, 2, ""), tcp("RST", "RST,ACK"));
        cases.put(Frames.udp("x"), ip("UDP datagram"));
        cases.put(
                Packets.arpRequest(Frames.CLIENT_MAC, Frames.CLIENT.ip(), Frames.SERVER.ip()),
                Set.of("ARP packet", "ARP request", "broadcast frame"));
        cases.put(
                Packets.arp(Frames.TO_SERVER, new Arp(2, Frames.CLIENT_MAC, GROUP, Frames.SERVER_MAC, GROUP)),
                Set.of("ARP packet", "ARP reply"));
        cases.put(icmp(8, 0), ip("ICMP message", "ICMP echo request"));
        cases.put(icmp(0, 0), ip("ICMP message", "ICMP echo reply"));
        cases.put(icmp(3, 0), ip("ICMP message", "ICMP error", "ICMP network unreachable"));
        cases.put(icmp(3, 1), ip("ICMP message", "ICMP error", "ICMP host unreachable"));
        cases.put(icmp(3, 2), ip("ICMP message", "ICMP error", "ICMP protocol unreachable"));
        cases.put(icmp(3, 3), ip("ICMP message", "ICMP error", "ICMP port unreachable"));
        cases.put(icmp(3, 4), ip("ICMP message", "ICMP error", "ICMP fragmentation needed"));
        cases.put(icmp(11, 0), ip("ICMP message", "ICMP error", "ICMP time exceeded"));
        cases.put(Frames.IGMP_V3_JOIN, igmp("IGMP report", "IGMPv3 report"));
        cases.put(Packets.igmpQuery(Frames.CLIENT_MAC, Frames.CLIENT.ip(), 2, Ip4.ANY, 10), igmp("IGMP query"));
        cases.put(olderIgmp(0x12), igmp("IGMP report", "IGMPv1 report"));
        cases.put(olderIgmp(0x16), igmp("IGMP report", "IGMPv2 report"));
        cases.put(olderIgmp(0x17), igmp("IGMP leave"));
        cases.put(Frames.MLD_V2_JOIN, Set.of("IPv6 packet", "multicast frame", "MLD report", "MLDv2 report"));

        cases.forEach((data, words) -> assertThat(fitting(data)).isEqualTo(words));
    }

    private static Set<String> ip(String... words) {
        Set<String> all = new TreeSet<>(List.of(words));
        all.add("IPv4 packet");
        return all;
    }

    private static Set<String> tcp(String... words) {
        Set<String> all = ip(words);
        all.add("TCP segment");
        return all;
    }

    private static Set<String> igmp(String... words) {
        Set<String> all = ip(words);
        all.addAll(Set.of("IGMP message", "multicast frame"));
        return all;
    }

    private static Bytes icmp(int type, int code) {
        return Packets.icmpError(Frames.TO_SERVER, Frames.CLIENT.ip(), Frames.SERVER.ip(), type, code, 0, Bytes.EMPTY);
    }

    private static Bytes olderIgmp(int type) {
        Bytes message = Bytes.hex("%02x00 0000 ef010203".formatted(type));
        return Packets.ipv4(
                new Packets.Link(Frames.CLIENT_MAC, Packets.multicastMac(GROUP)),
                Ipv4Header.of(Frames.CLIENT.ip(), GROUP, 2),
                message);
    }

    @Test
    void anUnknownWordNamesTheKnownOnes() {
        assertThatThrownBy(() -> Pattern.parse("SIN"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'SIN' names no kind of frame; known are frame; broadcast frame; ")
                .hasMessageContaining("; SYN,ACK; ");
    }

    @Test
    void theFirstMissExplains() {
        Frame synAck = Frames.logged(Frames.tcp("SYN,ACK", 1, 2, ""));
        Frame datagram = Frames.logged(Frames.udp("x"));
        Pattern syn = Pattern.parse("SYN");

        assertThat(syn.firstMiss(synAck)).contains(new Miss("flags", "SYN without ACK", "SYN,ACK"));
        assertThat(syn.firstMiss(synAck).orElseThrow()).hasToString("flags is SYN,ACK, expected SYN without ACK");
        assertThat(syn.firstMiss(datagram)).contains(new Miss("protocol", "TCP", "UDP"));
    }

    @Test
    void takesMoreTraits() {
        Frame syn = Frames.logged(Frames.tcp("SYN", 1, 0, ""));
        Pattern right = Pattern.parse("SYN").with("destination port", "8080").with("TTL", "64");
        Pattern wrong = Pattern.parse("SYN").with("destination port", "36895");

        assertThat(right.fits(syn)).isTrue();
        assertThat(right).hasToString("SYN with destination port 8080 and TTL 64");
        assertThat(wrong.firstMiss(syn)).contains(new Miss("destination port", "36895", "8080"));
        assertThat(Pattern.parse("SYN")
                        .with("UDP length", "8")
                        .firstMiss(syn)
                        .orElseThrow()
                        .actual())
                .isEqualTo("absent: the frame is TCP and has no UDP header");
    }

    @Test
    void whichReadsAndPrints() {
        for (String text : List.of(
                "first", "second", "third", "4th", "first 3", "every", "every third", "every 10th", "2 of every 3")) {
            assertThat(Which.parse(text)).hasToString(text);
        }
        assertThat(Which.parse("first 3").covers(3)).isTrue();
        assertThat(Which.parse("first 3").covers(4)).isFalse();
        assertThat(IntStream.rangeClosed(1, 7).filter(Which.parse("every third")::covers))
                .containsExactly(3, 6);
        assertThat(IntStream.rangeClosed(1, 7).filter(Which.parse("2 of every 3")::covers))
                .containsExactly(1, 2, 4, 5, 7);
        assertThatThrownBy(() -> Which.parse("last"))
                .hasMessage("'last' does not say which frames; known are first, second, third, 4th, first 3, every, "
                        + "every third, every 10th, 2 of every 3");
        assertThatThrownBy(() -> Which.parse("3 of every 3")).hasMessage("frames 1 to 3 are not some of 3");
        assertThatThrownBy(() -> Which.nth(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void selectionPrints() {
        assertThat(Selection.first(Pattern.parse("SYN")).from("client")).hasToString("the first SYN from client");
        assertThat(Selection.every(Pattern.parse("ACK"))).hasToString("every ACK");
    }
}
