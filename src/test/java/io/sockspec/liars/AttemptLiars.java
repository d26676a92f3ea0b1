package io.sockspec.liars;

import static io.sockspec.liars.Bend.answer;
import static io.sockspec.liars.Bend.failedWith;

import io.sockspec.liars.Liar.Filters;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.Type;
import io.sockspec.spi.ForwardingSockets;
import io.sockspec.spi.Selecting;
import io.sockspec.spi.Sockets;
import io.sockspec.wire.FrameFilter;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.Tcp;
import io.sockspec.wire.packet.TcpFlag;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/// Liars about an attempt to connect that answers rightly and goes on wrongly behind the answer.
final class AttemptLiars {
    private AttemptLiars() {}

    static List<Liar> all() {
        return List.of(
                new Liar(
                        "TCP-CONNECT-02",
                        "a refusal is answered",
                        "client has sent 1 TCP segment",
                        UnaryOperator.identity(),
                        ResetLiars::answering),
                Liar.calls(
                        "TCP-CONNECT-10",
                        "the seconds of the limit are ignored",
                        "after 1.20 s to 1.38 s",
                        withoutSeconds()),
                Liar.calls(
                        "TCP-CONNECT-11",
                        "each connect begins anew",
                        "second SYN from client carries source port",
                        beginningAnew()),
                Liar.calls("TCP-CONNECT-11", "the third connect gives up", "connect\\(\\) .*EALREADY", givingUp()),
                Liar.sends(
                        "TCP-CONNECT-13",
                        "the time passes and no SYN is sent again",
                        "wire carries the second SYN",
                        NonblockingLiars::oneSyn),
                Liar.calls(
                        "TCP-NBCONN-03",
                        "a select that waits is not woken",
                        "select returns 1 and marks client as writable",
                        Asleep::new),
                Liar.calls(
                        "TCP-NBCONN-04",
                        "a select that waits is not woken",
                        "select returns 2 and marks client as readable and writable",
                        Asleep::new),
                Liar.calls("TCP-NBCONN-08", "a second connect sends a SYN of its own", "wire lost 1 SYN", doubling()),
                new Liar(
                        "TCP-NBCONN-13",
                        "a late answer completes what was closed",
                        "client has sent no ACK",
                        ConnectLiars.unclosing(),
                        () -> new Filters(NonblockingLiars.oneSyn(), FrameFilter.NONE)),
                new Liar(
                        "TCP-NBCONN-16",
                        "a lost SYN is followed by another attempt",
                        "carries sequence number",
                        UnaryOperator.identity(),
                        AttemptLiars::restarting));
    }

    private static UnaryOperator<Sockets> withoutSeconds() {
        return real -> new ForwardingSockets(real) {
            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                return value instanceof Duration limit
                        ? real.setsockopt(fd, SocketOption.SO_SNDTIMEO, Duration.ofNanos(limit.toNanosPart()))
                        : real.setsockopt(fd, option, value);
            }
        };
    }

    private static UnaryOperator<Sockets> beginningAnew() {
        return real -> new ForwardingSockets(real) {
            private boolean waiting;

            @Override
            public Outcome<Done> connect(Fd fd, SocketAddress address) {
                boolean again = waiting;
                if (again) {
                    Outcome<Done> _ = real.connect(fd, new SocketAddress.Unspecified());
                }
                Outcome<Done> outcome = real.connect(fd, address);
                waiting = failedWith(outcome, "EINPROGRESS");
                return again ? Bend.instead(outcome, "EINPROGRESS", "EALREADY") : outcome;
            }
        };
    }

    private static UnaryOperator<Sockets> givingUp() {
        return real -> new ForwardingSockets(real) {
            private int tries;

            @Override
            public Outcome<Done> connect(Fd fd, SocketAddress address) {
                Outcome<Done> outcome = real.connect(fd, address);
                return ++tries == 3 ? Bend.instead(outcome, "EALREADY", "ETIMEDOUT") : outcome;
            }
        };
    }

    /// Sends a SYN from a second socket when a connecting one is connected again.
    private static UnaryOperator<Sockets> doubling() {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Done> connect(Fd fd, SocketAddress address) {
                Outcome<Done> outcome = real.connect(fd, address);
                if (failedWith(outcome, "EALREADY")) {
                    Fd other = real.socket(Domain.AF_INET, Type.SOCK_STREAM, Protocol.DEFAULT)
                            .returned()
                            .orElseThrow();
                    real.setStatusFlags(other, 0x800);
                    real.connect(other, address);
                }
                return outcome;
            }
        };
    }

    /// Gives the second SYN, and all that follows it, other sequence numbers than the first had.
    private static Filters restarting() {
        AtomicInteger syns = new AtomicInteger();
        AtomicLong moved = new AtomicLong();
        FrameFilter outgoing = Bend.change(Bend.tcp(tcp -> true), frame -> {
            Tcp tcp = Packet.of(frame).tcp().orElseThrow();
            if (tcp.has(TcpFlag.SYN) && syns.incrementAndGet() == 2) {
                moved.set(1000);
            }
            return Bend.put(frame, Bend.SEQUENCE, Bend.number(tcp.sequence() + moved.get()));
        });
        FrameFilter incoming = Bend.change(Bend.tcp(tcp -> tcp.has(TcpFlag.ACK)), frame -> {
            Tcp tcp = Packet.of(frame).tcp().orElseThrow();
            return Bend.put(frame, Bend.ACKNOWLEDGMENT, Bend.number(tcp.acknowledgment() - moved.get()));
        });
        return new Filters(outgoing, incoming);
    }

    /// select() that sees only what is ready when it is called.
    private static final class Asleep extends ForwardingSockets implements Selecting {
        Asleep(Sockets real) {
            super(real);
        }

        @Override
        public Outcome<Selected> select(Sets asked, Duration limit) {
            Selecting selecting = real.group(Selecting.class).orElseThrow();
            Outcome<Selected> now = selecting.select(asked, Duration.ZERO);
            if (limit.isZero()
                    || now.returned().filter(selected -> selected.count() > 0).isPresent()) {
                return now;
            }
            Outcome<?> _ = real.poll(List.of(), limit);
            return answer(new Selected(0, new Sets(Set.of(), Set.of(), Set.of())));
        }
    }
}
