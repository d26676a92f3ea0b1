package io.sockspec.liars;

import static io.sockspec.liars.Bend.done;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.SocketOption.Membership;
import io.sockspec.socket.Type;
import io.sockspec.spi.ForwardingSockets;
import io.sockspec.spi.Sockets;
import io.sockspec.wire.FrameFilter;
import io.sockspec.wire.packet.Igmp;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.Packets;
import io.sockspec.wire.packet.Packets.Ipv4Header;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Liars about multicast that are right with one socket, one group or one datagram, and wrong with
/// the second.
final class MembershipLiars {
    private static final Bytes ROUTER_ALERT = Bytes.hex("94 04 00 00");
    private static final int RECORD_COUNT = 7;
    /// Where IGMP holds its checksum: behind Ethernet and 24 bytes of IPv4.
    private static final int CHECKSUM = 14 + 24 + 2;

    private MembershipLiars() {}

    static List<Liar> all() {
        return List.of(
                Liar.calls("MCAST-01", "IP_MULTICAST_TTL is the host's", "carries TTL 1", sharing()),
                Liar.calls("MCAST-01", "the first datagram settles the TTL", "carries TTL 5", settling()),
                Liar.sends(
                        "MCAST-05",
                        "the checksum of the report is wrong",
                        "IGMP checksum right",
                        () -> Bend.change(MembershipLiars::isReport, frame -> Bend.spoil(frame, CHECKSUM))),
                Liar.sends(
                        "MCAST-05",
                        "only the first group is announced",
                        "wire carries the next IGMP report",
                        MembershipLiars::firstGroupOnly),
                Liar.sends(
                        "MCAST-05",
                        "a report lists all groups of the host",
                        "number of records 1",
                        MembershipLiars::listingAll),
                Liar.calls("MCAST-06", "leaving one group is leaving all", "receives \"y\"", leavingEveryGroup()),
                Liar.calls(
                        "MCAST-07",
                        "the group ends with the socket that joined last",
                        "sends no IGMP report|receives \"x\"",
                        latestOwns()),
                Liar.hears(
                        "MCAST-18",
                        "groups are told apart by their MAC address",
                        "receives \"y\".*receives \"x\"",
                        () -> Bend.change(
                                packet -> Bend.isUdpTo(packet, "239.1.2.3"),
                                frame -> Bend.put(frame, Bend.DESTINATION_IP, Bytes.hex("ef 81 02 03")))),
                Liar.calls("MCAST-21", "the loop stays off for good", "receives \"y\"", staysOff()));
    }

    private static boolean isReport(Packet packet) {
        return packet.igmp().filter(Igmp::isReport).isPresent();
    }

    private static FrameFilter firstGroupOnly() {
        SequencedSet<Ip4> announced = new LinkedHashSet<>();
        return Bend.swallow(packet -> {
            packet.igmp().ifPresent(igmp -> igmp.records().forEach(one -> announced.add(one.group())));
            return isReport(packet)
                    && packet.igmp().orElseThrow().records().stream()
                            .anyMatch(one -> !one.group().equals(announced.getFirst()));
        });
    }

    private static FrameFilter listingAll() {
        Set<Ip4> known = new LinkedHashSet<>();
        return Bend.change(MembershipLiars::isReport, frame -> {
            Packet packet = Packet.of(frame);
            packet.igmp().orElseThrow().records().forEach(one -> known.add(one.group()));
            return report(packet, List.copyOf(known));
        });
    }

    /// The report with a record of type 4 for each group.
    private static Bytes report(Packet packet, List<Ip4> groups) {
        byte[] payload = new byte[8 + 8 * groups.size()];
        payload[0] = (byte) Igmp.REPORT_V3;
        payload[RECORD_COUNT] = (byte) groups.size();
        for (int i = 0; i < groups.size(); i++) {
            payload[8 + 8 * i] = 4;
            System.arraycopy(groups.get(i).bytes().toArray(), 0, payload, 12 + 8 * i, 4);
        }
        var ip = packet.ipv4().orElseThrow();
        var link = packet.ethernet().orElseThrow();
        return Packets.ipv4(
                new Packets.Link(link.source(), link.destination()),
                new Ipv4Header(ip.source(), ip.destination(), ip.protocol(), 1, ROUTER_ALERT),
                Bytes.copyOf(payload));
    }

    /// Sets the multicast TTL of every socket when it is set for one.
    private static UnaryOperator<Sockets> sharing() {
        return real -> new ForwardingSockets(real) {
            private final List<Fd> all = new ArrayList<>();

            @Override
            public Outcome<Fd> socket(Domain domain, Type type, Protocol protocol) {
                Outcome<Fd> made = real.socket(domain, type, protocol);
                made.returned().ifPresent(all::add);
                return made;
            }

            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                if (option.equals(SocketOption.IP_MULTICAST_TTL)) {
                    all.forEach(each -> real.setsockopt(each, option, value));
                }
                return real.setsockopt(fd, option, value);
            }
        };
    }

    private static UnaryOperator<Sockets> settling() {
        return real -> new ForwardingSockets(real) {
            private final Set<Fd> senders = new HashSet<>();

            @Override
            public Outcome<Integer> sendto(Fd fd, Bytes payload, MsgFlags flags, SocketAddress to) {
                senders.add(fd);
                return real.sendto(fd, payload, flags, to);
            }

            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                boolean late = option.equals(SocketOption.IP_MULTICAST_TTL) && senders.contains(fd);
                return late ? done() : real.setsockopt(fd, option, value);
            }
        };
    }

    private static UnaryOperator<Sockets> leavingEveryGroup() {
        return real -> new ForwardingSockets(real) {
            private final List<Membership> joined = new ArrayList<>();

            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                if (option.equals(SocketOption.IP_ADD_MEMBERSHIP)) {
                    joined.add((Membership) value);
                }
                Outcome<Done> outcome = real.setsockopt(fd, option, value);
                if (option.equals(SocketOption.IP_DROP_MEMBERSHIP)) {
                    joined.forEach(one -> real.setsockopt(fd, SocketOption.IP_DROP_MEMBERSHIP, one));
                }
                return outcome;
            }
        };
    }

    private static UnaryOperator<Sockets> latestOwns() {
        return real -> new ForwardingSockets(real) {
            private final List<Fd> members = new ArrayList<>();

            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                if (option.equals(SocketOption.IP_ADD_MEMBERSHIP)) {
                    members.add(fd);
                }
                if (option.equals(SocketOption.IP_DROP_MEMBERSHIP) && fd.equals(members.getLast())) {
                    members.forEach(member -> real.setsockopt(member, option, value));
                    return done();
                }
                return real.setsockopt(fd, option, value);
            }
        };
    }

    private static UnaryOperator<Sockets> staysOff() {
        return real -> new ForwardingSockets(real) {
            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                boolean on = option.equals(SocketOption.IP_MULTICAST_LOOP) && value.equals(1);
                return on ? done() : real.setsockopt(fd, option, value);
            }
        };
    }
}
