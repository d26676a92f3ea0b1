package io.sockspec.wire.packet;

import java.util.Map;

/// Names what a frame carries.
final class ProtocolName {
    private static final Map<Integer, String> BY_NUMBER =
            Map.of(Ipv4.ICMP, "ICMP", Ipv4.IGMP, "IGMP", Ipv4.TCP, "TCP", Ipv4.UDP, "UDP", Ipv6.ICMP6, "ICMPv6");

    private ProtocolName() {}

    static String of(Packet packet) {
        if (packet.arp().isPresent()) {
            return "ARP";
        }
        if (packet.ipv4().isPresent()) {
            Ipv4 ip = packet.ipv4().get();
            return ip.isFragment() ? "IPv4 fragment" : name(ip.protocol());
        }
        if (packet.ipv6().isPresent()) {
            Ipv6 ip = packet.ipv6().get();
            return ip.fragment() ? "IPv6 fragment" : packet.mld().isPresent() ? "MLD" : name(ip.protocol());
        }
        return packet.ethernet()
                .map(header -> "ethertype 0x%04x".formatted(header.type()))
                .orElse("no whole Ethernet header");
    }

    private static String name(int protocol) {
        return BY_NUMBER.getOrDefault(protocol, "IP protocol " + protocol);
    }
}
