package io.sockspec.wire;

import io.sockspec.wire.packet.Arp;
import io.sockspec.wire.packet.Ethernet;
import io.sockspec.wire.packet.Icmp;
import io.sockspec.wire.packet.Igmp;
import io.sockspec.wire.packet.Mld;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.Tcp;
import io.sockspec.wire.packet.TcpFlag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// The kinds of frames that have a name, one line each.
final class PatternWords {
    private static final Trait TCP = protocol("TCP");
    private static final Trait UDP = protocol("UDP");
    private static final Map<String, Pattern> BY_WORDS = new LinkedHashMap<>();

    static {
        kind("frame");
        kind("broadcast frame", link("broadcast", Ethernet::isBroadcast));
        kind("multicast frame", link("multicast", to -> to.isMulticast() && !to.isBroadcast()));
        kind("IPv4 packet", layer("IPv4 packet", Packet::ipv4));
        kind("IPv6 packet", layer("IPv6 packet", Packet::ipv6));
        kind("IPv4 fragment", protocol("IPv4 fragment"));
        kind("ARP packet", protocol("ARP"));
        kind("ARP request", arp(Arp.REQUEST));
        kind("ARP reply", arp(Arp.REPLY));
        kind("TCP segment", TCP);
        kind("SYN", TCP, flags("SYN without ACK", tcp -> tcp.has(TcpFlag.SYN) && !tcp.has(TcpFlag.ACK)));
        kind("SYN,ACK", TCP, flags("SYN and ACK", tcp -> tcp.has(TcpFlag.SYN) && tcp.has(TcpFlag.ACK)));
        kind(
                "ACK",
                TCP,
                flags("ACK", tcp -> tcp.flagsText().equals("ACK")),
                payload("none", tcp -> lengthOf(tcp) == 0));
        kind("FIN", TCP, flags("FIN among them", tcp -> tcp.has(TcpFlag.FIN)));
        kind("RST", TCP, flags("RST among them", tcp -> tcp.has(TcpFlag.RST)));
        kind("RST,ACK", TCP, flags("RST and ACK", tcp -> tcp.has(TcpFlag.RST) && tcp.has(TcpFlag.ACK)));
        kind("RST without ACK", TCP, flags("RST without ACK", tcp -> tcp.has(TcpFlag.RST) && !tcp.has(TcpFlag.ACK)));
        kind("data segment", TCP, payload("at least 1 byte", tcp -> lengthOf(tcp) > 0));
        kind("UDP datagram", UDP);
        kind("ICMP message", protocol("ICMP"));
        kind("ICMP error", icmp("an error", Icmp::isError));
        kind("ICMP port unreachable", icmp(Icmp.UNREACHABLE, 3));
        kind("ICMP host unreachable", icmp(Icmp.UNREACHABLE, 1));
        kind("ICMP network unreachable", icmp(Icmp.UNREACHABLE, 0));
        kind("ICMP protocol unreachable", icmp(Icmp.UNREACHABLE, 2));
        kind("ICMP fragmentation needed", icmp(Icmp.UNREACHABLE, 4));
        kind("ICMP time exceeded", icmp(Icmp.TIME_EXCEEDED, 0));
        kind("ICMP echo request", icmp(Icmp.ECHO_REQUEST, 0));
        kind("ICMP echo reply", icmp(Icmp.ECHO_REPLY, 0));
        kind("IGMP message", protocol("IGMP"));
        kind("IGMP report", igmp("a report", Igmp::isReport));
        kind("IGMPv1 report", igmp("version 1 report", igmp -> igmp.type() == Igmp.REPORT_V1));
        kind("IGMPv2 report", igmp("version 2 report", igmp -> igmp.type() == Igmp.REPORT_V2));
        kind("IGMPv3 report", igmp("version 3 report", igmp -> igmp.type() == Igmp.REPORT_V3));
        kind("IGMP leave", igmp("leave", igmp -> igmp.type() == Igmp.LEAVE));
        kind("IGMP query", igmp("query", igmp -> igmp.type() == Igmp.QUERY));
        kind("ICMPv6 port unreachable", icmp6(1, 4));
        kind("ICMPv6 echo request", icmp6(128, 0));
        kind("ICMPv6 echo reply", icmp6(129, 0));
        kind("neighbour solicitation", icmp6(135, 0));
        kind("neighbour advertisement", icmp6(136, 0));
        kind("MLD report", mld("a report", Mld::isReport));
        kind("MLDv2 report", mld("version 2 report", mld -> mld.type() == Mld.REPORT_V2));
        kind("MLD done", mld("done", mld -> mld.type() == Mld.DONE));
        kind("MLD query", mld("query", mld -> mld.type() == Mld.QUERY));
    }

    private PatternWords() {}

    static Optional<Pattern> find(String words) {
        return Optional.ofNullable(BY_WORDS.get(words));
    }

    static List<String> known() {
        return List.copyOf(BY_WORDS.keySet());
    }

    private static void kind(String words, Trait... traits) {
        BY_WORDS.put(words, new Pattern(words, List.of(traits)));
    }

    private static int lengthOf(Tcp tcp) {
        return tcp.payloadLengthBytes();
    }

    private static Trait protocol(String name) {
        return Trait.of("protocol", name, Packet::protocol);
    }

    private static Trait flags(String expected, Predicate<Tcp> test) {
        return trait("flags", expected, Packet::tcp, test, Tcp::flagsText);
    }

    private static Trait payload(String expected, Predicate<Tcp> test) {
        return trait("payload", expected, Packet::tcp, test, tcp -> tcp.payloadLengthBytes() + " bytes");
    }

    private static Trait link(String expected, Predicate<Ethernet> test) {
        return trait(
                "destination MAC",
                expected,
                Packet::ethernet,
                test,
                link -> link.destination().toString());
    }

    private static Trait arp(int operation) {
        return trait(
                "ARP operation",
                String.valueOf(operation),
                Packet::arp,
                arp -> arp.operation() == operation,
                arp -> String.valueOf(arp.operation()));
    }

    private static Trait icmp(int type, int code) {
        return icmp("type " + type + " code " + code, icmp -> icmp.type() == type && icmp.code() == code);
    }

    private static Trait icmp(String expected, Predicate<Icmp> test) {
        return trait("ICMP", expected, Packet::icmp, test, PatternWords::typeAndCode);
    }

    private static Trait icmp6(int type, int code) {
        String expected = "type " + type + " code " + code;
        Predicate<Icmp> test = icmp -> icmp.type() == type && icmp.code() == code;
        return trait("ICMPv6", expected, Packet::icmp6, test, PatternWords::typeAndCode);
    }

    private static String typeAndCode(Icmp icmp) {
        return "type " + icmp.type() + " code " + icmp.code();
    }

    private static Trait igmp(String expected, Predicate<Igmp> test) {
        return trait("IGMP", expected, Packet::igmp, test, igmp -> "type 0x%02x".formatted(igmp.type()));
    }

    private static Trait mld(String expected, Predicate<Mld> test) {
        return trait("MLD", expected, Packet::mld, test, mld -> "type " + mld.type());
    }

    private static Trait layer(String expected, Function<Packet, Optional<?>> layer) {
        return packet -> layer.apply(packet).isPresent()
                ? Optional.empty()
                : Optional.of(new Miss("protocol", expected, packet.protocol()));
    }

    /// The layer is there and passes the test; otherwise the miss says what is there.
    private static <L> Trait trait(
            String name,
            String expected,
            Function<Packet, Optional<L>> layer,
            Predicate<L> test,
            Function<L, String> text) {
        return packet -> {
            Optional<L> there = layer.apply(packet);
            return there.filter(test).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Miss(name, expected, there.map(text).orElseGet(packet::protocol)));
        };
    }
}
