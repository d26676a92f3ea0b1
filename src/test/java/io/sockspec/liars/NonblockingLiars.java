package io.sockspec.liars;

import static io.sockspec.liars.Bend.answer;
import static io.sockspec.liars.Bend.done;
import static io.sockspec.liars.Bend.failedWith;
import static io.sockspec.liars.Bend.instead;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.PollEvents;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.socket.SocketOption;
import io.sockspec.spi.ForwardingSockets;
import io.sockspec.spi.Selecting;
import io.sockspec.spi.Sockets;
import io.sockspec.wire.FrameFilter;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.TcpFlag;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// Liars about a nonblocking connect().
final class NonblockingLiars {
    private static final String REFUSED = "ECONNREFUSED";

    private NonblockingLiars() {}

    static List<Liar> all() {
        return List.of(
                Liar.calls(
                        "TCP-NBCONN-01",
                        "connect takes its time",
                        "within 50 ms.*after \\d{3} ms",
                        ConnectLiars.ending((real, answer) -> {
                            Outcome<?> _ = real.poll(List.of(), Duration.ofMillis(400));
                            return answer;
                        })),
                Liar.calls(
                        "TCP-NBCONN-01",
                        "connect calls it EAGAIN",
                        "EINPROGRESS.*EAGAIN",
                        ConnectLiars.ending((real, answer) -> instead(answer, "EINPROGRESS", "EAGAIN"))),
                Liar.calls(
                        "TCP-NBCONN-01",
                        "connect claims success",
                        "EINPROGRESS.*returns 0",
                        ConnectLiars.ending((real, answer) -> done())),
                Liar.calls("TCP-NBCONN-01", "O_NONBLOCK is ignored", "EINPROGRESS", blocking()),
                Liar.calls(
                        "TCP-NBCONN-03",
                        "poll reports POLLERR too",
                        "poll reports POLLOUT.*POLLERR",
                        polling(events -> new PollEvents(events.bits() | 8))),
                Liar.calls(
                        "TCP-NBCONN-03",
                        "poll reports POLLOUT from the start",
                        "poll reports nothing",
                        polling(events -> PollEvents.POLLOUT)),
                Liar.calls(
                        "TCP-NBCONN-03",
                        "SO_ERROR keeps EINPROGRESS",
                        "SO_ERROR\\) on client answers .*EINPROGRESS",
                        pending("EINPROGRESS")),
                Liar.calls(
                        "TCP-NBCONN-03",
                        "select marks it readable too",
                        "marks client as writable.*readable",
                        real -> new Marking(real, true, true, false)),
                Liar.calls(
                        "TCP-NBCONN-03",
                        "select marks everything at once",
                        "marks client as",
                        real -> new Marking(real, false, true, false)),
                Liar.calls(
                        "TCP-NBCONN-04",
                        "select marks it writable only",
                        "readable and writable.*writable",
                        real -> new Marking(real, false, true, false)),
                Liar.calls(
                        "TCP-NBCONN-04",
                        "select marks it exceptional too",
                        "readable and writable.*exceptional|as nothing",
                        real -> new Marking(real, true, true, true)),
                Liar.calls(
                        "TCP-NBCONN-04",
                        "SO_ERROR says nothing",
                        "SO_ERROR\\) on client answers ECONNREFUSED",
                        errorOnce(Errno.named("ENOENT"), true)),
                Liar.calls(
                        "TCP-NBCONN-06",
                        "reading leaves the error",
                        "SO_ERROR\\) on client answers .*(ECONNREFUSED|ETIMEDOUT)",
                        sticky()),
                Liar.calls(
                        "TCP-NBCONN-06",
                        "the error is not there",
                        "SO_ERROR\\) on client answers (ECONNREFUSED|ETIMEDOUT)",
                        errorOnce(new Errno(0), false)),
                Liar.calls(
                        "TCP-NBCONN-06",
                        "every failure is a refusal",
                        "SO_ERROR\\) on client answers ETIMEDOUT.*ECONNREFUSED",
                        renaming("ETIMEDOUT", REFUSED)),
                Liar.calls(
                        "TCP-NBCONN-08",
                        "a second connect is EISCONN",
                        "connect\\(\\) on client answers EALREADY.*EISCONN",
                        ConnectLiars.ending((real, answer) -> instead(answer, "EALREADY", "EISCONN"))),
                Liar.calls("TCP-NBCONN-08", "send queues", "send\\(\"x\"\\) on client answers EAGAIN", queueing()),
                Liar.calls(
                        "TCP-NBCONN-08",
                        "recv says ENOTCONN",
                        "recv\\(1\\) on client answers EAGAIN.*ENOTCONN",
                        real -> new ForwardingSockets(real) {
                            @Override
                            public Outcome<Bytes> recv(Fd fd, int lengthBytes, MsgFlags flags) {
                                return instead(real.recv(fd, lengthBytes, flags), "EAGAIN", "ENOTCONN");
                            }
                        }),
                Liar.calls(
                        "TCP-NBCONN-08",
                        "getpeername knows the peer",
                        "getpeername\\(\\) on client answers ENOTCONN",
                        real -> new ForwardingSockets(real) {
                            @Override
                            public Outcome<SocketAddress> getpeername(Fd fd) {
                                return answer(new Inet4(Ip4.parse("192.0.2.2"), new Port(8080)));
                            }
                        }),
                Liar.calls(
                        "TCP-NBCONN-08",
                        "getsockname does not know the port",
                        "getsockname reports",
                        real -> new ForwardingSockets(real) {
                            @Override
                            public Outcome<SocketAddress> getsockname(Fd fd) {
                                return answer(new Inet4(Ip4.ANY, Port.ANY));
                            }
                        }),
                Liar.calls(
                        "TCP-NBCONN-08",
                        "SO_ERROR\\) on client answers EINPROGRESS",
                        "SO_ERROR\\) on client answers 0.*EINPROGRESS",
                        pending("EINPROGRESS")),
                Liar.calls(
                        "TCP-NBCONN-13",
                        "the attempt lives on",
                        "client sends no further SYN",
                        ConnectLiars.unclosing()),
                Liar.calls(
                        "TCP-NBCONN-16",
                        "a lost SYN is the end",
                        "SO_ERROR is|not writable within 500 ms",
                        impatient()),
                Liar.sends(
                        "TCP-NBCONN-16",
                        "a lost SYN is not sent again",
                        "becomes writable within 1.50 s",
                        NonblockingLiars::oneSyn),
                Liar.calls(
                        "TCP-NBCONN-16",
                        "poll reports success ahead of time",
                        "not writable within 500 ms|client has sent 2 SYN|wire lost",
                        polling(events -> PollEvents.POLLOUT)));
    }

    private static UnaryOperator<Sockets> blocking() {
        return real -> new ForwardingSockets(
                ConnectLiars.presetting(SocketOption.TCP_USER_TIMEOUT, 300).apply(real)) {
            @Override
            public Outcome<Done> setStatusFlags(Fd fd, int flags) {
                return done();
            }
        };
    }

    /// Gives an attempt up that has not succeeded within 300 ms.
    private static UnaryOperator<Sockets> impatient() {
        return real -> new ForwardingSockets(real) {
            private boolean gaveUp;

            @Override
            public Outcome<List<PollEvents>> poll(List<Polled> entries, Duration limit) {
                Outcome<List<PollEvents>> outcome = real.poll(entries, Duration.ofMillis(300));
                gaveUp = outcome.equals(answer(List.of(PollEvents.NONE)));
                return gaveUp ? answer(List.of(PollEvents.parse("POLLOUT|POLLERR|POLLHUP"))) : outcome;
            }

            @Override
            public <T> Outcome<T> getsockopt(Fd fd, SocketOption<T> option) {
                return gaveUp && option.equals(SocketOption.SO_ERROR)
                        ? answer(option.type().cast(Errno.named("ETIMEDOUT")))
                        : real.getsockopt(fd, option);
            }
        };
    }

    private static UnaryOperator<Sockets> polling(UnaryOperator<PollEvents> bend) {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<List<PollEvents>> poll(List<Polled> entries, Duration limit) {
                Outcome<List<PollEvents>> outcome = real.poll(entries, limit);
                return outcome.returned().isPresent()
                        ? answer(outcome.returned().get().stream().map(bend).toList())
                        : outcome;
            }
        };
    }

    /// SO_ERROR that names an error where there is none.
    private static UnaryOperator<Sockets> pending(String errno) {
        return errors(error -> error.number() == 0 ? Errno.named(errno) : error);
    }

    private static UnaryOperator<Sockets> renaming(String of, String errno) {
        return errors(error -> error.equals(Errno.named(of)) ? Errno.named(errno) : error);
    }

    private static UnaryOperator<Sockets> errorOnce(Errno instead, boolean refusalsOnly) {
        return errors(error ->
                error.number() != 0 && (!refusalsOnly || error.equals(Errno.named(REFUSED))) ? instead : error);
    }

    private static UnaryOperator<Sockets> errors(UnaryOperator<Errno> bend) {
        return real -> new ForwardingSockets(real) {
            @Override
            public <T> Outcome<T> getsockopt(Fd fd, SocketOption<T> option) {
                Outcome<T> outcome = real.getsockopt(fd, option);
                return outcome instanceof Outcome.Returned<T>(T value) && value instanceof Errno error
                        ? answer(option.type().cast(bend.apply(error)))
                        : outcome;
            }
        };
    }

    private static UnaryOperator<Sockets> sticky() {
        return real -> {
            Errno[] kept = {new Errno(0)};
            return errors(error -> {
                        kept[0] = error.number() != 0 ? error : kept[0];
                        return kept[0];
                    })
                    .apply(real);
        };
    }

    private static UnaryOperator<Sockets> queueing() {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Integer> send(Fd fd, Bytes payload, MsgFlags flags) {
                Outcome<Integer> outcome = real.send(fd, payload, flags);
                return failedWith(outcome, "EAGAIN") ? answer(payload.length()) : outcome;
            }
        };
    }

    /// Lets the first SYN of the host pass and swallows those behind it.
    static FrameFilter oneSyn() {
        AtomicInteger seen = new AtomicInteger();
        return Bend.swallow(packet -> isSyn(packet) && seen.getAndIncrement() > 0);
    }

    private static boolean isSyn(Packet packet) {
        return Bend.tcp(tcp -> tcp.has(TcpFlag.SYN)).test(packet);
    }

    /// select() that always marks the same sets.
    private static final class Marking extends ForwardingSockets implements Selecting {
        private final boolean read;
        private final boolean write;
        private final boolean except;

        Marking(Sockets real, boolean read, boolean write, boolean except) {
            super(real);
            this.read = read;
            this.write = write;
            this.except = except;
        }

        @Override
        public Outcome<Selected> select(Sets asked, Duration limit) {
            Sets sets = new Sets(
                    read ? asked.read() : Set.of(),
                    write ? asked.write() : Set.of(),
                    except ? asked.except() : Set.of());
            return answer(new Selected(sets.count(), sets));
        }
    }
}
