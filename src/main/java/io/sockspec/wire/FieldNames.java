package io.sockspec.wire;

import static io.sockspec.wire.Field.Held.hex;
import static io.sockspec.wire.Field.Held.number;
import static io.sockspec.wire.Field.Held.raw;
import static io.sockspec.wire.Field.Held.verdict;
import static io.sockspec.wire.Field.Held.yes;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Ip6;
import io.sockspec.wire.Field.Held;
import io.sockspec.wire.packet.GroupRecord;
import io.sockspec.wire.packet.Icmp;
import io.sockspec.wire.packet.Igmp;
import io.sockspec.wire.packet.Mld;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.Tcp;
import io.sockspec.wire.packet.Udp;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// The fields that have a name, one line each.
final class FieldNames {
    private static final String ETHERNET = "Ethernet header";
    private static final String ARP = "ARP packet";
    private static final String IP = "IP header";
    private static final String IPV4 = "IPv4 header";
    private static final String IPV6 = "IPv6 header";
    private static final String PORTS = "TCP or UDP header";
    private static final String TCP = "TCP header";
    private static final String UDP = "UDP header";
    private static final String ICMP = "ICMP message";
    private static final String QUOTED = "ICMP error";
    private static final String IGMP = "IGMP message";
    private static final String MLD = "MLD message";
    private static final String RECORDS = "IGMPv3 or MLDv2 report";
    private static final Map<String, Field> BY_NAME = new LinkedHashMap<>();

    static {
        add(
                "destination MAC",
                ETHERNET,
                in(
                        Packet::ethernet,
                        link -> text(link.destination(), link.destination().bytes())));
        add(
                "source MAC",
                ETHERNET,
                in(Packet::ethernet, link -> text(link.source(), link.source().bytes())));
        add("EtherType", ETHERNET, in(Packet::ethernet, link -> hex(link.type(), 2)));
        add("ARP operation", ARP, in(Packet::arp, arp -> number(arp.operation(), 2)));
        add(
                "ARP sender MAC",
                ARP,
                in(Packet::arp, arp -> text(arp.senderMac(), arp.senderMac().bytes())));
        add(
                "ARP sender address",
                ARP,
                in(Packet::arp, arp -> text(arp.senderIp(), arp.senderIp().bytes())));
        add(
                "ARP target MAC",
                ARP,
                in(Packet::arp, arp -> text(arp.targetMac(), arp.targetMac().bytes())));
        add(
                "ARP target address",
                ARP,
                in(Packet::arp, arp -> text(arp.targetIp(), arp.targetIp().bytes())));
        add(
                "source address",
                IP,
                in(Packet::ipv4, ip -> text(ip.source(), ip.source().bytes())),
                in(Packet::ipv6, ip -> text(ip.source(), ip.source().bytes())));
        add(
                "destination address",
                IP,
                in(Packet::ipv4, ip -> text(ip.destination(), ip.destination().bytes())),
                in(Packet::ipv6, ip -> text(ip.destination(), ip.destination().bytes())));
        add("TTL", IPV4, in(Packet::ipv4, ip -> number(ip.timeToLive(), 1)));
        add("hop limit", IPV6, in(Packet::ipv6, ip -> number(ip.hopLimit(), 1)));
        // One field in two units: its own is 32-bit words, a reader's is bytes.
        add("IHL", IPV4, in(Packet::ipv4, ip -> number(ip.headerWords(), 1)));
        add("IP header length", IPV4, in(Packet::ipv4, ip -> number(ip.headerWords() * 4L, 1)));
        add("IP options", IPV4, in(Packet::ipv4, ip -> raw(ip.options())));
        add("IP protocol", IPV4, in(Packet::ipv4, ip -> number(ip.protocol(), 1)));
        add("type of service", IPV4, in(Packet::ipv4, ip -> hex(ip.typeOfService(), 1)));
        add("IP total length", IPV4, in(Packet::ipv4, ip -> number(ip.totalLengthBytes(), 2)));
        add("IP identification", IPV4, in(Packet::ipv4, ip -> number(ip.identification(), 2)));
        add("don't fragment", IPV4, in(Packet::ipv4, ip -> yes(ip.dontFragment())));
        add("more fragments", IPV4, in(Packet::ipv4, ip -> yes(ip.moreFragments())));
        add("fragment offset", IPV4, in(Packet::ipv4, ip -> number(ip.offsetBytes(), 2)));
        add("IP checksum", IPV4, in(Packet::ipv4, ip -> verdict(ip.checksum(), ip.checksumField())));
        add(
                "router alert",
                IP,
                in(Packet::ipv4, ip -> yes(ip.routerAlert())),
                in(Packet::ipv6, ip -> yes(ip.routerAlert())));
        add(
                "source port",
                PORTS,
                in(Packet::tcp, tcp -> number(tcp.sourcePort(), 2)),
                in(Packet::udp, udp -> number(udp.sourcePort(), 2)));
        add(
                "destination port",
                PORTS,
                in(Packet::tcp, tcp -> number(tcp.destinationPort(), 2)),
                in(Packet::udp, udp -> number(udp.destinationPort(), 2)));
        add("sequence number", TCP, in(Packet::tcp, tcp -> number(tcp.sequence(), 4)));
        add("acknowledgment number", TCP, in(Packet::tcp, tcp -> number(tcp.acknowledgment(), 4)));
        add("TCP header length", TCP, in(Packet::tcp, tcp -> number(tcp.headerWords() * 4L, 1)));
        add("flags", TCP, in(Packet::tcp, FieldNames::flags));
        add("window", TCP, in(Packet::tcp, tcp -> number(tcp.window(), 2)));
        add("urgent pointer", TCP, in(Packet::tcp, tcp -> number(tcp.urgentPointer(), 2)));
        add("TCP checksum", TCP, sum(Packet::tcp, Tcp::checksumField));
        add("TCP options", TCP, in(Packet::tcp, tcp -> raw(tcp.options())));
        add("maximum segment size", "option for it", option(Tcp.MAXIMUM_SEGMENT_SIZE));
        add("window scale", "option for it", option(Tcp.WINDOW_SCALE));
        add("UDP length", UDP, in(Packet::udp, udp -> number(udp.lengthBytes(), 2)));
        add("UDP checksum", UDP, sum(Packet::udp, Udp::checksumField));
        add("payload", PORTS, in(FieldNames::payload, Held::raw));
        add("payload text", PORTS, in(FieldNames::payload, payload -> text(payload.asText(), payload)));
        add(
                "payload length",
                PORTS,
                in(Packet::tcp, tcp -> number(tcp.payloadLengthBytes(), 2)),
                in(Packet::udp, udp -> number(Math.max(0, udp.lengthBytes() - 8), 2)));
        add("ICMP type", ICMP, in(Packet::anyIcmp, icmp -> number(icmp.type(), 1)));
        add("ICMP code", ICMP, in(Packet::anyIcmp, icmp -> number(icmp.code(), 1)));
        add("ICMP identifier", ICMP, in(Packet::anyIcmp, icmp -> number(icmp.rest() >>> 16, 2)));
        add("ICMP sequence number", ICMP, in(Packet::anyIcmp, icmp -> number(icmp.rest() & 0xffff, 2)));
        add("ICMP MTU", ICMP, in(Packet::icmp, icmp -> number(icmp.rest() & 0xffff, 2)));
        add("ICMP data", ICMP, in(Packet::anyIcmp, icmp -> raw(icmp.body())));
        add("ICMP checksum", ICMP, sum(Packet::anyIcmp, Icmp::checksumField));
        add("quoted source address", QUOTED, in(FieldNames::quoted, ip -> text(ip.source(), Bytes.text(ip.source()))));
        add(
                "quoted destination address",
                QUOTED,
                in(FieldNames::quoted, ip -> text(ip.destination(), Bytes.text(ip.destination()))));
        add("quoted source port", QUOTED, in(FieldNames::quoted, ip -> number(ip.sourcePort(), 2)));
        add("quoted destination port", QUOTED, in(FieldNames::quoted, ip -> number(ip.destinationPort(), 2)));
        add("IGMP type", IGMP, in(Packet::igmp, igmp -> hex(igmp.type(), 1)));
        add("IGMP version", IGMP, in(Packet::igmp, igmp -> number(igmp.version(), 1)));
        add(
                "IGMP group",
                IGMP,
                in(Packet::igmp, igmp -> text(igmp.group(), igmp.group().bytes())));
        add("maximum response time", IGMP, in(Packet::igmp, igmp -> number(igmp.maximumResponse(), 1)));
        add("IGMP checksum", IGMP, sum(Packet::igmp, Igmp::checksumField));
        add("MLD type", MLD, in(Packet::mld, mld -> number(mld.type(), 1)));
        add(
                "MLD group",
                MLD,
                in(Packet::mld, mld -> text(mld.group(), mld.group().bytes())));
        add("number of records", RECORDS, in(FieldNames::records, all -> number(all.size(), 2)));
        add("record type", RECORDS, in(FieldNames::records, all -> each(all, one -> number(one.type(), 1))));
        add(
                "record name",
                RECORDS,
                in(FieldNames::records, all -> each(all, one -> text(one.typeName(), Bytes.EMPTY))));
        add("record group", RECORDS, in(FieldNames::records, all -> each(all, FieldNames::group)));
        add(
                "number of sources",
                RECORDS,
                in(
                        FieldNames::records,
                        all -> each(all, one -> number(one.sources().size(), 2))));
    }

    private FieldNames() {}

    static Optional<Field> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static List<String> known() {
        return List.copyOf(BY_NAME.keySet());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // List.of only reads the array
    private static void add(String name, String header, Function<Packet, Optional<Held>>... places) {
        BY_NAME.put(name, new Field(name, header, List.of(places)));
    }

    private static <L> Function<Packet, Optional<Held>> in(
            Function<Packet, Optional<L>> layer, Function<L, Held> value) {
        return packet -> layer.apply(packet).map(value);
    }

    private static <L> Function<Packet, Optional<Held>> sum(
            Function<Packet, Optional<L>> layer, ToIntFunction<L> field) {
        return packet -> layer.apply(packet)
                .flatMap(held -> packet.transportChecksum().map(sum -> verdict(sum, field.applyAsInt(held))));
    }

    private static Held text(Object value, Bytes bytes) {
        return new Held(value.toString(), bytes);
    }

    private static Held flags(Tcp tcp) {
        return text(tcp.flagsText(), number(tcp.flagBits(), 1).bytes());
    }

    private static Function<Packet, Optional<Held>> option(int kind) {
        return packet -> packet.tcp()
                .flatMap(tcp -> tcp.option(kind))
                .map(data -> text(data.length() == 0 ? 0 : new BigInteger(1, data.toArray()), data));
    }

    private static Optional<Bytes> payload(Packet packet) {
        return packet.tcp().map(Tcp::payload).or(() -> packet.udp().map(Udp::payload));
    }

    private static Optional<Icmp.Quoted> quoted(Packet packet) {
        return packet.anyIcmp().flatMap(Icmp::quoted);
    }

    private static Optional<List<? extends GroupRecord<?>>> records(Packet packet) {
        Optional<List<? extends GroupRecord<?>>> igmp = packet.igmp()
                .filter(message -> message.type() == Igmp.REPORT_V3)
                .map(Igmp::records);
        return igmp.or(() ->
                packet.mld().filter(message -> message.type() == Mld.REPORT_V2).map(Mld::records));
    }

    private static Held group(GroupRecord<?> one) {
        return text(one.group(), one.group() instanceof Ip4 ip4 ? ip4.bytes() : ((Ip6) one.group()).bytes());
    }

    private static Held each(List<? extends GroupRecord<?>> records, Function<GroupRecord<?>, Held> value) {
        List<Held> held = records.stream().<Held>map(value).toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        held.forEach(one -> bytes.writeBytes(one.bytes().toArray()));
        return text(held.stream().map(Held::text).collect(Collectors.joining(", ")), Bytes.copyOf(bytes.toByteArray()));
    }
}
