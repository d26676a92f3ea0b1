package io.sockspec.liars;

import static io.sockspec.liars.Bend.answer;
import static io.sockspec.liars.Bend.done;
import static io.sockspec.liars.Bend.fail;

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
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Liars about multicast.
final class MulticastLiars {
    private static final Membership GROUP = new Membership(Ip4.parse("239.1.2.3"), Ip4.ANY);
    /// Where an IGMPv3 report holds the type of its first record: behind Ethernet, 24 bytes of IPv4
    /// and 8 of IGMP.
    private static final int RECORD_TYPE = 14 + 24 + 8;

    private MulticastLiars() {}

    static List<Liar> all() {
        return List.of(
                Liar.sends(
                        "MCAST-01",
                        "groups are sent to with the unicast TTL",
                        "TTL 1",
                        () -> Bend.change(Bend::isUdpMulticast, frame -> Bend.put(frame, Bend.TTL, Bytes.hex("40")))),
                Liar.calls(
                        "MCAST-01",
                        "IP_MULTICAST_TTL sets the unicast TTL",
                        "carries TTL",
                        setting(SocketOption.IP_MULTICAST_TTL, SocketOption.IP_TTL)),
                Liar.calls(
                        "MCAST-01",
                        "IP_TTL sets the multicast TTL",
                        "carries TTL",
                        setting(SocketOption.IP_TTL, SocketOption.IP_MULTICAST_TTL)),
                Liar.sends(
                        "MCAST-01",
                        "everything leaves with TTL 1",
                        "TTL 64|TTL 9",
                        () -> Bend.change(
                                packet -> packet.udp().isPresent(),
                                frame -> Bend.put(frame, Bend.TTL, Bytes.hex("01")))),
                Liar.sends(
                        "MCAST-05",
                        "a join is not announced",
                        "wire carries the first IGMP report",
                        () -> Bend.swallow(MulticastLiars::isReport)),
                Liar.sends(
                        "MCAST-05",
                        "the report has no Router Alert",
                        "IP header length 24|router alert",
                        () -> Bend.change(MulticastLiars::isReport, MulticastLiars::withoutOptions)),
                Liar.sends(
                        "MCAST-05",
                        "the report travels far",
                        "TTL 1",
                        () -> Bend.change(
                                MulticastLiars::isReport, frame -> Bend.put(frame, Bend.TTL, Bytes.hex("40")))),
                Liar.sends("MCAST-05", "the record is MODE_IS_EXCLUDE", "record type 4", () -> recordType("02")),
                Liar.sends(
                        "MCAST-05",
                        "the report goes to all hosts",
                        "destination address 224.0.0.22",
                        () -> Bend.change(
                                MulticastLiars::isReport,
                                frame -> Bend.put(frame, Bend.DESTINATION_IP, Bytes.hex("e0 00 00 01")))),
                Liar.sends(
                        "MCAST-06",
                        "a leave is not announced",
                        "wire carries the next IGMP report",
                        () -> Bend.swallow(packet -> recordIs(packet, 3))),
                Liar.sends("MCAST-06", "the record is MODE_IS_INCLUDE", "record type 3", () -> recordType("01")),
                Liar.calls(
                        "MCAST-06",
                        "the membership is kept until the process ends",
                        "IGMP report|nothing to receive",
                        keeping()),
                Liar.hears(
                        "MCAST-06",
                        "what was left is still received",
                        "nothing to receive.*\"y\"",
                        () -> Bend.change(Bend::isUdpMulticast, frame -> Bend.toHost(frame, 1))),
                Liar.calls("MCAST-07", "every join is announced", "sends no IGMP report", announcing()),
                Liar.calls(
                        "MCAST-07",
                        "one leave is a leave of all",
                        "sends no IGMP report|receives \"x\"|IGMP report",
                        leavingAll()),
                Liar.calls(
                        "MCAST-07", "the last leave is forgotten", "wire carries the next IGMP report", keepingOnce()),
                Liar.hears(
                        "MCAST-18",
                        "every group is received",
                        "nothing to receive.*\"x\"",
                        () -> Bend.change(Bend::isUdpMulticast, frame -> Bend.toHost(frame, 1))),
                Liar.hears(
                        "MCAST-18",
                        "one member opens all groups",
                        "nothing to receive.*\"x\"",
                        () -> Bend.change(packet -> Bend.isUdpTo(packet, "239.1"), frame -> Bend.toHost(frame, 1))),
                Liar.calls("MCAST-18", "leaving has no effect", "nothing to receive.*\"x\"", keeping()),
                Liar.calls("MCAST-21", "without the loop nothing is sent", "server receives \"x\"", mute()),
                Liar.calls(
                        "MCAST-21", "the loop is off by default", "receives \"x\"|LOOP\\) on first answers 1", loop(0)),
                Liar.calls("MCAST-21", "the loop cannot be turned off", "nothing to receive.*\"x\"", loop(1)),
                Liar.calls("MCAST-21", "the sending socket does not hear itself", "first receives \"x\"", selfDeaf()));
    }

    private static boolean isReport(Packet packet) {
        return packet.igmp().filter(Igmp::isReport).isPresent();
    }

    private static boolean recordIs(Packet packet, int type) {
        return packet.igmp()
                .filter(igmp -> igmp.records().stream().anyMatch(one -> one.type() == type))
                .isPresent();
    }

    private static FrameFilter recordType(String type) {
        Predicate<Packet> report = MulticastLiars::isReport;
        return Bend.change(report, frame -> Bend.put(frame, RECORD_TYPE, Bytes.hex(type)));
    }

    private static Bytes withoutOptions(Bytes frame) {
        var ip = Packet.of(frame).ipv4().orElseThrow();
        var link = Packet.of(frame).ethernet().orElseThrow();
        return Packets.ipv4(
                new Packets.Link(link.source(), link.destination()),
                new Ipv4Header(ip.source(), ip.destination(), ip.protocol(), ip.timeToLive(), Bytes.EMPTY),
                ip.payload());
    }

    /// Takes one option for another.
    private static UnaryOperator<Sockets> setting(SocketOption<Integer> asked, SocketOption<Integer> set) {
        return real -> new ForwardingSockets(real) {
            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                return option.equals(asked) && value instanceof Integer number
                        ? real.setsockopt(fd, set, number)
                        : real.setsockopt(fd, option, value);
            }
        };
    }

    private static UnaryOperator<Sockets> keeping() {
        return real -> new ForwardingSockets(real) {
            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                return option.equals(SocketOption.IP_DROP_MEMBERSHIP) ? done() : real.setsockopt(fd, option, value);
            }
        };
    }

    private static UnaryOperator<Sockets> keepingOnce() {
        return real -> new ForwardingSockets(real) {
            private int leaves;

            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                boolean second = option.equals(SocketOption.IP_DROP_MEMBERSHIP) && leaves++ > 0;
                return second ? done() : real.setsockopt(fd, option, value);
            }
        };
    }

    private static UnaryOperator<Sockets> announcing() {
        return real -> new ForwardingSockets(real) {
            private final List<Fd> members = new ArrayList<>();

            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                if (option.equals(SocketOption.IP_ADD_MEMBERSHIP)) {
                    members.forEach(member -> real.setsockopt(member, SocketOption.IP_DROP_MEMBERSHIP, GROUP));
                    members.forEach(member -> real.setsockopt(member, SocketOption.IP_ADD_MEMBERSHIP, GROUP));
                    members.add(fd);
                }
                return real.setsockopt(fd, option, value);
            }
        };
    }

    private static UnaryOperator<Sockets> leavingAll() {
        return real -> new ForwardingSockets(real) {
            private final List<Fd> members = new ArrayList<>();

            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                if (option.equals(SocketOption.IP_ADD_MEMBERSHIP)) {
                    members.add(fd);
                }
                if (option.equals(SocketOption.IP_DROP_MEMBERSHIP)) {
                    members.forEach(member -> real.setsockopt(member, option, value));
                    return done();
                }
                return real.setsockopt(fd, option, value);
            }
        };
    }

    private static UnaryOperator<Sockets> mute() {
        return real -> new ForwardingSockets(real) {
            private boolean off;

            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                off |= option.equals(SocketOption.IP_MULTICAST_LOOP) && value.equals(0);
                return real.setsockopt(fd, option, value);
            }

            @Override
            public Outcome<Integer> sendto(Fd fd, Bytes payload, MsgFlags flags, SocketAddress to) {
                return off ? answer(payload.length()) : real.sendto(fd, payload, flags, to);
            }
        };
    }

    /// Holds IP_MULTICAST_LOOP at a value and claims that it is the asked one, 1 at first.
    private static UnaryOperator<Sockets> loop(int held) {
        return real -> new ForwardingSockets(real) {
            private int claimed = 1;

            @Override
            public Outcome<Fd> socket(Domain domain, Type type, Protocol protocol) {
                Outcome<Fd> made = real.socket(domain, type, protocol);
                made.returned().ifPresent(fd -> real.setsockopt(fd, SocketOption.IP_MULTICAST_LOOP, held));
                return made;
            }

            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                if (option.equals(SocketOption.IP_MULTICAST_LOOP) && value instanceof Integer number) {
                    claimed = number;
                    return done();
                }
                return real.setsockopt(fd, option, value);
            }

            @Override
            public <T> Outcome<T> getsockopt(Fd fd, SocketOption<T> option) {
                return option.equals(SocketOption.IP_MULTICAST_LOOP)
                        ? answer(option.type().cast(claimed))
                        : real.getsockopt(fd, option);
            }
        };
    }

    private static UnaryOperator<Sockets> selfDeaf() {
        return real -> new ForwardingSockets(real) {
            private Fd sender = new Fd(0);

            @Override
            public Outcome<Integer> sendto(Fd fd, Bytes payload, MsgFlags flags, SocketAddress to) {
                sender = fd;
                return real.sendto(fd, payload, flags, to);
            }

            @Override
            public Outcome<Bytes> recv(Fd fd, int lengthBytes, MsgFlags flags) {
                return fd.equals(sender) ? fail("EAGAIN") : real.recv(fd, lengthBytes, flags);
            }
        };
    }
}
