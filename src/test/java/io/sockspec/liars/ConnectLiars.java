package io.sockspec.liars;

import static io.sockspec.liars.Bend.answer;
import static io.sockspec.liars.Bend.done;
import static io.sockspec.liars.Bend.fail;
import static io.sockspec.liars.Bend.failedWith;
import static io.sockspec.liars.Bend.instead;

import io.sockspec.socket.Domain;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.Type;
import io.sockspec.spi.ForwardingSockets;
import io.sockspec.spi.Sockets;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// Liars about a blocking connect().
final class ConnectLiars {
    private ConnectLiars() {}

    static List<Liar> all() {
        return List.of(
                Liar.hears(
                                "TCP-CONNECT-02",
                                "a RST is ignored",
                                "connect fails with ECONNREFUSED.*ETIMEDOUT",
                                () -> Bend.swallow(Bend.tcp(Bend::isReset)))
                        .alsoCalls(presetting(SocketOption.TCP_USER_TIMEOUT, 1000)),
                Liar.calls(
                        "TCP-CONNECT-02",
                        "a refusal is called a reset",
                        "ECONNREFUSED.*ECONNRESET",
                        ending((real, answer) -> instead(answer, "ECONNREFUSED", "ECONNRESET"))),
                Liar.calls(
                        "TCP-CONNECT-02",
                        "a refusal is told late",
                        "within 100 ms.*after \\d{3} ms",
                        ending((real, answer) -> {
                            Outcome<?> _ = real.poll(List.of(), Duration.ofMillis(600));
                            return answer;
                        })),
                Liar.calls(
                        "TCP-CONNECT-02", "a refused SYN is sent again", "client has sent 1 TCP segment.*2", again()),
                Liar.calls(
                        "TCP-CONNECT-03",
                        "a refused socket is spent",
                        "connect (succeeds|fails with ECONNREFUSED).*EINVAL",
                        afterRefusal(fail("EINVAL"))),
                Liar.calls(
                        "TCP-CONNECT-03",
                        "a refused socket claims to be connected",
                        "connect (succeeds|fails with ECONNREFUSED)|2 SYN",
                        afterRefusal(done())),
                Liar.calls(
                        "TCP-CONNECT-03",
                        "connect leaves its error behind",
                        "SO_ERROR\\) on client answers 0.*ECONNREFUSED",
                        leaving()),
                Liar.calls(
                        "TCP-CONNECT-10",
                        "the limit ends in ETIMEDOUT",
                        "EINPROGRESS.*ETIMEDOUT",
                        ending((real, answer) -> instead(answer, "EINPROGRESS", "ETIMEDOUT"))),
                Liar.calls(
                        "TCP-CONNECT-10",
                        "the limit is doubled",
                        "after 600 ms to 690 ms.*after 1\\.2\\d s|after 1.20 s to 1.38 s.*after 2\\.\\d\\d s",
                        Bend.scaling(SocketOption.SO_SNDTIMEO, 2, 1)),
                Liar.calls(
                        "TCP-CONNECT-10",
                        "the limit is halved",
                        "after 600 ms to 690 ms.*after 3\\d\\d ms|after 1.20 s to 1.38 s.*after 6\\d\\d ms",
                        Bend.scaling(SocketOption.SO_SNDTIMEO, 1, 2)),
                Liar.calls(
                        "TCP-CONNECT-11",
                        "the limit ends the attempt",
                        "EALREADY.*EINPROGRESS|EISCONN|connect succeeds",
                        aborting()),
                Liar.calls("TCP-CONNECT-11", "the second connect does not wait", "EALREADY after 500 ms", impatient()),
                Liar.calls(
                        "TCP-CONNECT-11",
                        "success is reported as EISCONN at once",
                        "connect succeeds.*EISCONN",
                        connectedTwice()),
                Liar.calls(
                        "TCP-CONNECT-11",
                        "closing does not end the attempt",
                        "client sends no further SYN",
                        unclosing()),
                Liar.calls(
                        "TCP-CONNECT-13",
                        "one SYN is all",
                        "ETIMEDOUT after 2.90 s",
                        presetting(SocketOption.TCP_USER_TIMEOUT, 1000)),
                Liar.calls(
                        "TCP-CONNECT-13",
                        "the limit is always one",
                        "ETIMEDOUT after 6.90 s",
                        fixing(SocketOption.TCP_SYNCNT, 1)),
                Liar.calls(
                        "TCP-CONNECT-13",
                        "giving up is called unreachable",
                        "ETIMEDOUT.*EHOSTUNREACH",
                        ending((real, answer) -> instead(answer, "ETIMEDOUT", "EHOSTUNREACH"))),
                Liar.calls(
                        "TCP-CONNECT-13",
                        "the default is five",
                        "answers 6 .*answers 5",
                        presetting(SocketOption.TCP_SYNCNT, 5)),
                Liar.calls(
                        "TCP-CONNECT-15",
                        "the option waits for the connection",
                        "ETIMEDOUT after .*after 3\\.\\d\\d s",
                        deaf()),
                Liar.calls(
                        "TCP-CONNECT-15",
                        "every value is 1500 ms",
                        "ETIMEDOUT after 2.25 s",
                        fixing(SocketOption.TCP_USER_TIMEOUT, 1500)),
                Liar.calls(
                        "TCP-CONNECT-15",
                        "giving up is called unreachable",
                        "ETIMEDOUT.*EHOSTUNREACH",
                        ending((real, answer) -> instead(answer, "ETIMEDOUT", "EHOSTUNREACH"))));
    }

    /// connect() whose answer is bent.
    static UnaryOperator<Sockets> ending(BiFunction<Sockets, Outcome<Done>, Outcome<Done>> bend) {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Done> connect(Fd fd, SocketAddress address) {
                return bend.apply(real, real.connect(fd, address));
            }
        };
    }

    /// Sets an option of every socket behind the program's back.
    static UnaryOperator<Sockets> presetting(SocketOption<Integer> option, int value) {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Fd> socket(Domain domain, Type type, Protocol protocol) {
                Outcome<Fd> made = real.socket(domain, type, protocol);
                made.returned().ifPresent(fd -> real.setsockopt(fd, option, value));
                return made;
            }
        };
    }

    /// Takes one value whatever a program asks for.
    private static UnaryOperator<Sockets> fixing(SocketOption<Integer> option, int value) {
        return real -> new ForwardingSockets(real) {
            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> which, T asked) {
                return which.equals(option) ? real.setsockopt(fd, option, value) : real.setsockopt(fd, which, asked);
            }
        };
    }

    private static UnaryOperator<Sockets> again() {
        return connecting((real, fd, address) -> {
            Outcome<Done> first = real.connect(fd, address);
            return failedWith(first, "ECONNREFUSED") ? real.connect(fd, address) : first;
        });
    }

    private static UnaryOperator<Sockets> afterRefusal(Outcome<Done> second) {
        return real -> new ForwardingSockets(real) {
            private boolean refused;

            @Override
            public Outcome<Done> connect(Fd fd, SocketAddress address) {
                if (refused) {
                    return second;
                }
                Outcome<Done> answer = real.connect(fd, address);
                refused = failedWith(answer, "ECONNREFUSED");
                return answer;
            }
        };
    }

    private static UnaryOperator<Sockets> leaving() {
        return real -> new ForwardingSockets(real) {
            private boolean refused;

            @Override
            public Outcome<Done> connect(Fd fd, SocketAddress address) {
                Outcome<Done> answer = real.connect(fd, address);
                refused = failedWith(answer, "ECONNREFUSED");
                return answer;
            }

            @Override
            public <T> Outcome<T> getsockopt(Fd fd, SocketOption<T> option) {
                return refused && option.equals(SocketOption.SO_ERROR)
                        ? answer(option.type().cast(Errno.named("ECONNREFUSED")))
                        : real.getsockopt(fd, option);
            }
        };
    }

    private static UnaryOperator<Sockets> aborting() {
        return connecting((real, fd, address) -> {
            Outcome<Done> answer = real.connect(fd, address);
            if (failedWith(answer, "EINPROGRESS")) {
                Outcome<Done> _ = real.connect(fd, new SocketAddress.Unspecified());
            }
            return answer;
        });
    }

    private static UnaryOperator<Sockets> impatient() {
        return real -> new ForwardingSockets(real) {
            private boolean tried;

            @Override
            public Outcome<Done> connect(Fd fd, SocketAddress address) {
                if (tried) {
                    return fail("EALREADY");
                }
                tried = true;
                return real.connect(fd, address);
            }
        };
    }

    private static UnaryOperator<Sockets> connectedTwice() {
        return real -> new ForwardingSockets(real) {
            private boolean tried;

            @Override
            public Outcome<Done> connect(Fd fd, SocketAddress address) {
                Outcome<Done> answer = real.connect(fd, address);
                boolean late = tried && answer.returned().isPresent();
                tried = true;
                return late ? fail("EISCONN") : answer;
            }
        };
    }

    static UnaryOperator<Sockets> unclosing() {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Done> close(Fd fd) {
                return done();
            }
        };
    }

    private static UnaryOperator<Sockets> deaf() {
        return real -> new ForwardingSockets(real) {
            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                return option.equals(SocketOption.TCP_USER_TIMEOUT)
                        ? real.setsockopt(fd, SocketOption.TCP_SYNCNT, 1)
                        : real.setsockopt(fd, option, value);
            }
        };
    }

    private interface Connecting {
        Outcome<Done> connect(Sockets real, Fd fd, SocketAddress address);
    }

    private static UnaryOperator<Sockets> connecting(Connecting how) {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Done> connect(Fd fd, SocketAddress address) {
                return how.connect(real, fd, address);
            }
        };
    }
}
