package io.sockspec.liars;

import static io.sockspec.liars.Bend.answer;
import static io.sockspec.liars.Bend.fail;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.socket.SocketAddress.Raw;
import io.sockspec.spi.ForwardingSockets;
import io.sockspec.spi.Sockets;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/// Liars about byte order.
final class ByteOrderLiars {
    private static final Set<Integer> VECTORS = Set.of(0, 1, 255, 256, 443, 8080, 32768, 65535);

    private ByteOrderLiars() {}

    static List<Liar> all() {
        return List.of(
                Liar.calls(
                        "ADDR-ORDER-01",
                        "htons does nothing",
                        "htons\\(1\\) on client answers 00 01|is stored as",
                        unswapped(port -> true)),
                Liar.calls("ADDR-ORDER-01", "htons stops at the sign bit", "32768", unswapped(port -> port >= 32768)),
                Liar.calls(
                        "ADDR-ORDER-01",
                        "htons knows eight ports",
                        "htons\\(2\\)",
                        unswapped(port -> !VECTORS.contains(port))),
                Liar.calls("ADDR-ORDER-02", "ntohs returns a signed short", "32768.*-32768|65535.*-1", ntohs(port ->
                        (int) (short) (int) port)),
                Liar.calls(
                        "ADDR-ORDER-02",
                        "neither conversion does anything",
                        "ntohs\\(00 01\\) on client answers 1",
                        idle()),
                Liar.calls(
                        "ADDR-ORDER-02",
                        "one port comes back as its neighbour",
                        "12345",
                        ntohs(port -> port == 12345 ? 12346 : port)),
                Liar.calls(
                        "ADDR-ORDER-03", "connect swaps the bytes of sin_port", "destination port", connecting(true)),
                Liar.calls(
                        "ADDR-ORDER-03",
                        "connect converts what a program forgot to",
                        "destination port 36895",
                        connecting(false)),
                Liar.calls(
                        "ADDR-ORDER-03",
                        "htons does nothing",
                        "connect succeeds|destination port 8080",
                        unswapped(port -> true)),
                Liar.calls(
                        "ADDR-ORDER-06",
                        "accept reports the port unconverted",
                        "accept reports the peer",
                        peers(true, false)),
                Liar.calls(
                        "ADDR-ORDER-06",
                        "getpeername reports the port unconverted",
                        "getpeername\\(\\) on session answers",
                        peers(false, true)),
                Liar.calls(
                        "ADDR-ORDER-07",
                        "htonl does nothing",
                        "answers 7f 00 00 01",
                        real -> new ForwardingSockets(real) {
                            @Override
                            public Outcome<Bytes> htonl(long host) {
                                return answer(reversed(Bend.number(host)));
                            }
                        }),
                Liar.calls(
                        "ADDR-ORDER-07",
                        "bind takes 1.0.0.127 for the loopback address",
                        "bind fails with EADDRNOTAVAIL|1\\.0\\.0\\.127",
                        binding("01 00 00 7f", "7f 00 00 01")),
                Liar.calls(
                        "ADDR-ORDER-07",
                        "bind does not know INADDR_BROADCAST",
                        "bind succeeds",
                        binding("ff ff ff ff", "01 01 01 01")),
                Liar.calls(
                        "ADDR-ORDER-07",
                        "getsockname reports the address reversed",
                        "reports the address 127.0.0.1",
                        real -> new ForwardingSockets(real) {
                            @Override
                            public Outcome<SocketAddress> getsockname(Fd fd) {
                                return real.getsockname(fd)
                                                instanceof Outcome.Returned<SocketAddress>(Inet4(Ip4 ip, Port port))
                                        ? answer(new Inet4(Ip4.of(reversed(ip.bytes())), port))
                                        : fail("EINVAL");
                            }
                        }));
    }

    private static UnaryOperator<Sockets> unswapped(IntPredicate which) {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Bytes> htons(List<Integer> hosts) {
                byte[] memory = new byte[2 * hosts.size()];
                for (int i = 0; i < hosts.size(); i++) {
                    Bytes right = new Port(hosts.get(i)).networkOrder();
                    Bytes stored = which.test(hosts.get(i)) ? reversed(right) : right;
                    memory[2 * i] = (byte) stored.at(0);
                    memory[2 * i + 1] = (byte) stored.at(1);
                }
                return answer(Bytes.copyOf(memory));
            }
        };
    }

    private static UnaryOperator<Sockets> ntohs(UnaryOperator<Integer> bend) {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<List<Integer>> ntohs(Bytes networks) {
                return answer(real.ntohs(networks).returned().orElseThrow().stream()
                        .map(bend)
                        .toList());
            }
        };
    }

    private static UnaryOperator<Sockets> idle() {
        return real -> ntohs(port -> Integer.reverseBytes(port) >>> 16)
                .apply(unswapped(port -> true).apply(real));
    }

    /// connect() that swaps every raw port, or only those that look unconverted.
    private static UnaryOperator<Sockets> connecting(boolean always) {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Done> connect(Fd fd, SocketAddress address) {
                boolean swap = address instanceof Raw(Bytes sockaddr)
                        && (always || sockaddr.slice(2, 4).equals(Bytes.hex("90 1f")));
                return real.connect(fd, swap ? swapped(((Raw) address).sockaddr()) : address);
            }
        };
    }

    private static Raw swapped(Bytes sockaddr) {
        byte[] bytes = sockaddr.toArray();
        byte first = bytes[2];
        bytes[2] = bytes[3];
        bytes[3] = first;
        return new Raw(Bytes.copyOf(bytes));
    }

    private static UnaryOperator<Sockets> peers(boolean accept, boolean getpeername) {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Accepted> accept(Fd fd, int flags) {
                return accept
                                && real.accept(fd, flags)
                                        instanceof Outcome.Returned<Accepted>(Accepted(Fd session, SocketAddress peer))
                        ? answer(new Accepted(session, unconverted(peer)))
                        : real.accept(fd, flags);
            }

            @Override
            public Outcome<SocketAddress> getpeername(Fd fd) {
                Outcome<SocketAddress> peer = real.getpeername(fd);
                return getpeername ? answer(unconverted(peer.returned().orElseThrow())) : peer;
            }
        };
    }

    private static SocketAddress unconverted(SocketAddress address) {
        Inet4 inet = (Inet4) address;
        int port = inet.port().number();
        return new Inet4(inet.ip(), new Port((port & 0xff) << 8 | port >> 8));
    }

    private static UnaryOperator<Sockets> binding(String address, String taken) {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Done> bind(Fd fd, SocketAddress to) {
                boolean bent = to instanceof Raw(Bytes sockaddr)
                        && sockaddr.slice(4, 8).equals(Bytes.hex(address));
                return real.bind(fd, bent ? new Inet4(Ip4.of(Bytes.hex(taken)), Port.ANY) : to);
            }
        };
    }

    private static Bytes reversed(Bytes bytes) {
        byte[] turned = new byte[bytes.length()];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) bytes.at(turned.length - 1 - i);
        }
        return Bytes.copyOf(turned);
    }
}
