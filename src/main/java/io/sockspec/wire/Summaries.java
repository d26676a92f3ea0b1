package io.sockspec.wire;

import io.sockspec.wire.packet.Arp;
import io.sockspec.wire.packet.GroupRecord;
import io.sockspec.wire.packet.Icmp;
import io.sockspec.wire.packet.Igmp;
import io.sockspec.wire.packet.Ipv4;
import io.sockspec.wire.packet.Mld;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.Tcp;
import io.sockspec.wire.packet.TcpFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says in a few words what each frame of a series is; remembers where each direction of a
/// connection began.
final class Summaries {
    private static final Map<String, String> ICMP_NAMES = Map.ofEntries(
            Map.entry("4 0 0", "echo reply"),
            Map.entry("4 3 0", "network unreachable"),
            Map.entry("4 3 1", "host unreachable"),
            Map.entry("4 3 2", "protocol unreachable"),
            Map.entry("4 3 3", "port unreachable"),
            Map.entry("4 3 4", "fragmentation needed"),
            Map.entry("4 8 0", "echo request"),
            Map.entry("4 11 0", "time exceeded"),
            Map.entry("6 1 4", "port unreachable"),
            Map.entry("6 2 0", "packet too big"),
            Map.entry("6 128 0", "echo request"),
            Map.entry("6 129 0", "echo reply"),
            Map.entry("6 133 0", "router solicitation"),
            Map.entry("6 135 0", "neighbour solicitation"),
            Map.entry("6 136 0", "neighbour advertisement"));

    /// The initial sequence number of each direction, by addresses and ports.
    private final Map<Direction, Long> origins = new HashMap<>();

    private record Direction(String source, int sourcePort, String destination, int destinationPort) {
        Direction reversed() {
            return new Direction(destination, destinationPort, source, sourcePort);
        }
    }

    String of(Frame frame) {
        Packet packet = frame.packet();
        return packet.tcp()
                .map(tcp -> tcp(direction(packet, tcp), tcp))
                .or(() -> packet.udp().map(udp -> "UDP " + bytes(udp.lengthBytes() - 8)))
                .or(() -> packet.arp().map(Summaries::arp))
                .or(() -> packet.mld().map(Summaries::mld))
                .or(() -> packet.anyIcmp().map(Summaries::icmp))
                .or(() -> packet.igmp().map(Summaries::igmp))
                .or(() -> packet.ipv4().filter(Ipv4::isFragment).map(Summaries::fragment))
                .orElseGet(() -> packet.protocol() + " " + bytes(frame.lengthBytes()));
    }

    private static Direction direction(Packet packet, Tcp tcp) {
        String source = Fields.read(packet, "source address").text();
        String destination = Fields.read(packet, "destination address").text();
        return new Direction(source, tcp.sourcePort(), destination, tcp.destinationPort());
    }

    /// Numbers that a reader expects are not printed: sequence and acknowledgment up to 1, unless
    /// there is a payload.
    private String tcp(Direction direction, Tcp tcp) {
        if (tcp.has(TcpFlag.SYN)) {
            origins.put(direction, tcp.sequence());
        }
        StringBuilder text = new StringBuilder(tcp.flagsText());
        long sequence = relative(tcp.sequence(), origins.computeIfAbsent(direction, none -> tcp.sequence()));
        if (tcp.payloadLengthBytes() > 0 || sequence < 0 || sequence > 1) {
            text.append(" seq ").append(sequence);
        }
        Long peer = origins.get(direction.reversed());
        if (tcp.has(TcpFlag.ACK) && peer != null) {
            long acknowledgment = relative(tcp.acknowledgment(), peer);
            text.append(acknowledgment < 0 || acknowledgment > 1 ? " ack " + acknowledgment : "");
        }
        if (tcp.window() == 0 && !tcp.has(TcpFlag.RST)) {
            text.append(" window 0");
        }
        return text + (tcp.payloadLengthBytes() > 0 ? " len " + tcp.payloadLengthBytes() : "");
    }

    private static long relative(long number, long origin) {
        return (int) (number - origin);
    }

    private static String arp(Arp arp) {
        return switch (arp.operation()) {
            case Arp.REQUEST -> "ARP request who has " + arp.targetIp();
            case Arp.REPLY -> "ARP reply " + arp.senderIp() + " is at " + arp.senderMac();
            default -> "ARP operation " + arp.operation();
        };
    }

    private static String icmp(Icmp icmp) {
        String name = ICMP_NAMES.get(icmp.version() + " " + icmp.type() + " " + icmp.code());
        return (icmp.version() == 4 ? "ICMP " : "ICMPv6 ")
                + (name != null ? name : "type " + icmp.type() + " code " + icmp.code());
    }

    private static String igmp(Igmp igmp) {
        String version = "IGMPv" + igmp.version();
        return switch (igmp.type()) {
            case Igmp.QUERY -> version + " query " + igmp.group();
            case Igmp.REPORT_V1, Igmp.REPORT_V2 -> version + " report " + igmp.group();
            case Igmp.LEAVE -> "IGMPv2 leave " + igmp.group();
            case Igmp.REPORT_V3 -> "IGMPv3 report " + records(igmp.records());
            default -> "IGMP type 0x%02x".formatted(igmp.type());
        };
    }

    private static String mld(Mld mld) {
        return switch (mld.type()) {
            case Mld.QUERY -> "MLDv" + mld.version() + " query " + mld.group();
            case Mld.DONE -> "MLD done " + mld.group();
            case Mld.REPORT_V2 -> "MLDv2 report " + records(mld.records());
            default -> "MLDv1 report " + mld.group();
        };
    }

    private static String records(List<? extends GroupRecord<?>> records) {
        return records.stream().map(one -> one.typeName() + " " + one.group()).collect(Collectors.joining(", "));
    }

    private static String fragment(Ipv4 ip) {
        return "IPv4 fragment id " + ip.identification() + " offset " + ip.offsetBytes() + " "
                + bytes(ip.totalLengthBytes() - ip.headerWords() * 4);
    }

    private static String bytes(int count) {
        return count == 1 ? "1 byte" : count + " bytes";
    }
}
