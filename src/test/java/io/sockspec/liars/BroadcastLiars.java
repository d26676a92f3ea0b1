package io.sockspec.liars;

import static io.sockspec.liars.Bend.answer;
import static io.sockspec.liars.Bend.fail;
import static io.sockspec.liars.Bend.failedWith;
import static io.sockspec.liars.Bend.instead;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Mac;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.Type;
import io.sockspec.spi.ForwardingSockets;
import io.sockspec.spi.Sockets;
import io.sockspec.wire.FrameFilter;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.Packets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Liars about broadcast.
final class BroadcastLiars {
    private BroadcastLiars() {}

    static List<Liar> all() {
        return List.of(
                Liar.calls(
                        "BCAST-01", "nobody needs permission", "fails with EACCES.*returns", permitting(type -> true)),
                Liar.calls(
                        "BCAST-01",
                        "raw sockets need no permission",
                        "sendto fails with EACCES.*returns",
                        permitting(Type.SOCK_RAW::equals)),
                Liar.calls("BCAST-01", "the refusal is EPERM", "EACCES.*EPERM", real -> new ForwardingSockets(real) {
                    @Override
                    public Outcome<Integer> sendto(Fd fd, Bytes payload, MsgFlags flags, SocketAddress to) {
                        return instead(real.sendto(fd, payload, flags, to), "EACCES", "EPERM");
                    }
                }),
                Liar.calls(
                        "BCAST-01",
                        "connect asks for no permission",
                        "connect fails with EACCES",
                        real -> new ForwardingSockets(real) {
                            @Override
                            public Outcome<Done> connect(Fd fd, SocketAddress to) {
                                Outcome<Done> outcome = real.connect(fd, to);
                                return failedWith(outcome, "EACCES") ? Bend.done() : outcome;
                            }
                        }),
                Liar.calls("BCAST-01", "the refused datagram leaves all the same", "sends no frame", sneaking()),
                Liar.calls(
                        "BCAST-02", "the option is taken and forgotten", "sendto succeeds|receives \"", forgetful(1)),
                Liar.calls("BCAST-02", "permission cannot be taken back", "sendto fails with EACCES", forgetful(0)),
                Liar.calls(
                        "BCAST-02",
                        "permission counts for sockets that have not sent yet",
                        "receives \"y\"",
                        creationOnly()),
                Liar.calls(
                        "BCAST-02",
                        "connect never gets permission",
                        "connect succeeds",
                        real -> new ForwardingSockets(real) {
                            @Override
                            public Outcome<Done> connect(Fd fd, SocketAddress to) {
                                return real.getsockopt(fd, SocketOption.SO_BROADCAST)
                                                .equals(answer(1))
                                        ? fail("EACCES")
                                        : real.connect(fd, to);
                            }
                        }),
                Liar.calls("BCAST-01", "raw sockets never get permission", "sendto succeeds.*EACCES", datagramsOnly()),
                Liar.calls("BCAST-02", "a permission once used stays", "sendto fails with EACCES", lasting()),
                Liar.sends(
                        "BCAST-03",
                        "the frame goes to one station",
                        "destination MAC",
                        () -> Bend.change(
                                Bend::isUdpBroadcast,
                                frame -> Bend.put(frame, Bend.DESTINATION_MAC, Bytes.hex("02 00 00 00 00 02")))),
                Liar.sends(
                        "BCAST-03",
                        "ARP asks for the broadcast address",
                        "sends 1 frame.*ARP request",
                        BroadcastLiars::asking),
                Liar.sends(
                        "BCAST-03", "the frame leaves twice", "sends 1 frame", () -> Bend.twice(Bend::isUdpBroadcast)),
                Liar.sends(
                        "BCAST-03",
                        "the limited form becomes the directed one",
                        "destination address 255",
                        () -> Bend.change(
                                limited(), frame -> Bend.put(frame, Bend.DESTINATION_IP, Bytes.hex("c0 00 02 ff")))),
                Liar.calls("BCAST-06", "only the socket bound last receives", "receives \"x\"", lastBound()),
                Liar.calls("BCAST-06", "the sending host does not receive", "receives \"x\"", deafSender()),
                Liar.hears(
                        "BCAST-06",
                        "broadcasts of others are not heard",
                        "receives \"x\"",
                        () -> Bend.swallow(Bend::isUdpBroadcast)),
                Liar.hears(
                        "BCAST-06",
                        "a broadcast is received twice",
                        "nothing to receive.*receives \"x\"",
                        () -> Bend.twice(Bend::isUdpBroadcast)),
                Liar.hears(
                        "BCAST-06",
                        "limited broadcasts of others are not heard",
                        "receives \"x\"",
                        () -> Bend.swallow(limited())),
                Liar.hears(
                        "BCAST-06",
                        "a broadcast reaches every port",
                        "client has nothing to receive.*\"x\"",
                        BroadcastLiars::everyPort),
                Liar.sends(
                        "BCAST-06",
                        "a broadcast stays at home",
                        "receives \"x\"",
                        () -> Bend.swallow(Bend::isUdpBroadcast)),
                Liar.hears(
                        "BCAST-09",
                        "a broadcast is answered",
                        "sends no ICMP error",
                        () -> Bend.change(Bend::isUdpBroadcast, frame -> Bend.toHost(frame, 1))),
                Liar.hears(
                        "BCAST-09",
                        "a limited broadcast is answered",
                        "sends no ICMP error",
                        () -> Bend.change(limited(), frame -> Bend.toHost(frame, 1))));
    }

    private static Predicate<Packet> limited() {
        return packet -> Bend.isUdpTo(packet, "255.255.255.255");
    }

    private static FrameFilter asking() {
        Mac mac = Mac.parse("02:00:00:00:00:01");
        Bytes request = Packets.arpRequest(mac, Ip4.parse("192.0.2.1"), Ip4.parse("192.0.2.255"));
        return frame -> Bend.isUdpBroadcast(Packet.of(frame)) ? List.of(request, frame) : List.of(frame);
    }

    private static UnaryOperator<Sockets> permitting(Predicate<Type> which) {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Fd> socket(Domain domain, Type type, Protocol protocol) {
                Outcome<Fd> made = real.socket(domain, type, protocol);
                made.returned()
                        .filter(fd -> which.test(type))
                        .ifPresent(fd -> real.setsockopt(fd, SocketOption.SO_BROADCAST, 1));
                return made;
            }
        };
    }

    private static UnaryOperator<Sockets> sneaking() {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Integer> sendto(Fd fd, Bytes payload, MsgFlags flags, SocketAddress to) {
                Outcome<Integer> outcome = real.sendto(fd, payload, flags, to);
                if (failedWith(outcome, "EACCES")) {
                    real.setsockopt(fd, SocketOption.SO_BROADCAST, 1);
                    real.sendto(fd, payload, flags, to);
                }
                return outcome;
            }
        };
    }

    /// Remembers the value it was asked to set, without setting it.
    private static UnaryOperator<Sockets> forgetful(int value) {
        return real -> new ForwardingSockets(real) {
            private final Map<Fd, Integer> claimed = new HashMap<>();

            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T asked) {
                if (option.equals(SocketOption.SO_BROADCAST) && asked.equals(value)) {
                    claimed.put(fd, value);
                    return Bend.done();
                }
                claimed.remove(fd);
                return real.setsockopt(fd, option, asked);
            }

            @Override
            public <T> Outcome<T> getsockopt(Fd fd, SocketOption<T> option) {
                return option.equals(SocketOption.SO_BROADCAST) && claimed.containsKey(fd)
                        ? answer(option.type().cast(claimed.get(fd)))
                        : real.getsockopt(fd, option);
            }
        };
    }

    private static UnaryOperator<Sockets> creationOnly() {
        return real -> new ForwardingSockets(real) {
            private final Set<Fd> refused = new HashSet<>();

            @Override
            public Outcome<Integer> sendto(Fd fd, Bytes payload, MsgFlags flags, SocketAddress to) {
                Outcome<Integer> outcome = refused.contains(fd) ? fail("EACCES") : real.sendto(fd, payload, flags, to);
                if (failedWith(outcome, "EACCES")) {
                    refused.add(fd);
                }
                return outcome;
            }
        };
    }

    private static UnaryOperator<Sockets> datagramsOnly() {
        return real -> new ForwardingSockets(real) {
            private final Set<Fd> raw = new HashSet<>();

            @Override
            public Outcome<Fd> socket(Domain domain, Type type, Protocol protocol) {
                Outcome<Fd> made = real.socket(domain, type, protocol);
                made.returned().filter(fd -> type.equals(Type.SOCK_RAW)).ifPresent(raw::add);
                return made;
            }

            @Override
            public Outcome<Integer> sendto(Fd fd, Bytes payload, MsgFlags flags, SocketAddress to) {
                return raw.contains(fd) ? fail("EACCES") : real.sendto(fd, payload, flags, to);
            }
        };
    }

    /// Keeps SO_BROADCAST on a socket that has sent while it was set.
    private static UnaryOperator<Sockets> lasting() {
        return real -> new ForwardingSockets(real) {
            private final Set<Fd> used = new HashSet<>();

            @Override
            public Outcome<Integer> sendto(Fd fd, Bytes payload, MsgFlags flags, SocketAddress to) {
                Outcome<Integer> outcome = real.sendto(fd, payload, flags, to);
                if (outcome.returned().isPresent()) {
                    used.add(fd);
                }
                return outcome;
            }

            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                return option.equals(SocketOption.SO_BROADCAST) && used.contains(fd)
                        ? Bend.done()
                        : real.setsockopt(fd, option, value);
            }
        };
    }

    /// Hands the host each broadcast once more, for the port above.
    private static FrameFilter everyPort() {
        return frame -> {
            if (!Bend.isUdpBroadcast(Packet.of(frame))) {
                return List.of(frame);
            }
            return List.of(frame, Bend.put(frame, Bend.DESTINATION_PORT, Bytes.hex("13 89")));
        };
    }

    private static UnaryOperator<Sockets> lastBound() {
        return real -> new ForwardingSockets(real) {
            private Fd last = new Fd(0);

            @Override
            public Outcome<Done> bind(Fd fd, SocketAddress address) {
                last = fd;
                return real.bind(fd, address);
            }

            @Override
            public Outcome<Bytes> recv(Fd fd, int lengthBytes, MsgFlags flags) {
                return fd.equals(last) ? real.recv(fd, lengthBytes, flags) : fail("EAGAIN");
            }
        };
    }

    private static UnaryOperator<Sockets> deafSender() {
        return real -> new ForwardingSockets(real) {
            private boolean sent;

            @Override
            public Outcome<Integer> sendto(Fd fd, Bytes payload, MsgFlags flags, SocketAddress to) {
                sent = true;
                return real.sendto(fd, payload, flags, to);
            }

            @Override
            public Outcome<Bytes> recv(Fd fd, int lengthBytes, MsgFlags flags) {
                return sent ? fail("EAGAIN") : real.recv(fd, lengthBytes, flags);
            }
        };
    }
}
