package io.sockspec.liars;

import static io.sockspec.liars.Bend.answer;
import static io.sockspec.liars.Bend.fail;
import static io.sockspec.liars.Bend.failedWith;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Fd;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.PollEvents;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketOption;
import io.sockspec.spi.ForwardingSockets;
import io.sockspec.spi.Sockets;
import io.sockspec.spi.Sockets.Polled;
import io.sockspec.wire.FrameFilter;
import io.sockspec.wire.packet.Tcp;
import io.sockspec.wire.packet.TcpFlag;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Liars about lossy and slow wires, and about streams that are cut.
final class FaultLiars {
    private static final String TRANSFER = "server receives the 300000 bytes that client sent";

    private FaultLiars() {}

    static List<Liar> all() {
        return List.of(
                Liar.sends(
                        "FAULT-01",
                        "a lost SYN is not repeated",
                        "connect succeeds after 950 ms to 1.50 s",
                        NonblockingLiars::oneSyn),
                Liar.sends(
                        "FAULT-02",
                        "a lost SYN,ACK is not repeated",
                        "connect succeeds after 950 ms to 1.50 s",
                        () -> onlyFirst(tcp -> tcp.has(TcpFlag.SYN) && tcp.has(TcpFlag.ACK))),
                Liar.calls(
                        "FAULT-02",
                        "the repetition is a connection of its own",
                        "poll reports nothing",
                        real -> new ForwardingSockets(real) {
                            @Override
                            public Outcome<List<PollEvents>> poll(List<Polled> entries, Duration limit) {
                                return answer(List.of(PollEvents.parse("POLLIN")));
                            }
                        }),
                Liar.calls("FAULT-03", "the stream has a hole", TRANSFER, StreamBend.receiving(FaultLiars::leaping)),
                Liar.sends(
                        "FAULT-03",
                        "everything is sent twice",
                        "at most as many others \\| the wire lost \\d+, \\d+ were sent again",
                        () -> Bend.twice(Bend.tcp(FaultLiars::carriesData))),
                Liar.calls(
                        "FAULT-03",
                        "no retransmission is counted",
                        "client counts the \\d+ data segments that it has repeated \\| it counts 0",
                        real -> new ForwardingSockets(real) {
                            @Override
                            public <T> Outcome<T> getsockopt(Fd fd, SocketOption<T> option) {
                                return option.equals(SocketOption.TCP_INFO)
                                        ? answer(option.type().cast(Bytes.copyOf(new byte[232])))
                                        : real.getsockopt(fd, option);
                            }
                        }),
                Liar.calls("FAULT-04", "a piece comes twice", TRANSFER, StreamBend.receiving(FaultLiars::repeating)),
                Liar.calls(
                        "FAULT-04",
                        "a repetition is handed over behind the end",
                        "server has nothing to receive",
                        StreamBend.mistaking(fail("EAGAIN"), answer(Bytes.text("again")))),
                Liar.calls(
                        "FAULT-05",
                        "two bytes change places",
                        TRANSFER + " \\| byte \\d+ of them is another",
                        StreamBend.changing(bytes -> StreamBend.swapped(bytes, 0, 1))),
                Liar.hears(
                        "FAULT-06",
                        "a lost acknowledgment stalls the stream",
                        "server receives (what client sent within 2.00 s|the 300000 bytes that client sent)",
                        FaultLiars::deaf),
                Liar.calls(
                        "FAULT-07",
                        "the idle time of a transfer is its whole time",
                        "receives the 300000 bytes",
                        StreamBend.receiving(FaultLiars::hurried)),
                Liar.calls(
                        "FAULT-08",
                        "an answer is there after 50 ms or never",
                        "client receives the 5 bytes that client sent",
                        StreamBend.receiving(() -> FaultLiars::impatient)),
                Liar.calls(
                        "FAULT-09",
                        "one recv is the whole message",
                        "client receives \"hello, world\"",
                        StreamBend.receiving(FaultLiars::once)),
                Liar.calls(
                        "FAULT-10",
                        "a short answer is filled up",
                        "client receives \"hello\" and then the end of the stream",
                        StreamBend.mistaking(answer(Bytes.EMPTY), answer(Bytes.text(" ")))),
                Liar.calls(
                        "FAULT-11",
                        "a reset is an end",
                        "or its beginning, and then ECONNRESET",
                        StreamBend.mistaking(fail("ECONNRESET"), answer(Bytes.EMPTY))),
                Liar.calls(
                        "FAULT-11",
                        "the descriptor of a reset connection is kept",
                        "close\\(\\) on client answers 0",
                        real -> new ForwardingSockets(real) {
                            @Override
                            public Outcome<Done> close(Fd fd) {
                                return fail("ECONNRESET");
                            }
                        }),
                Liar.calls(
                        "FAULT-12",
                        "SO_RCVTIMEO is ignored",
                        "recv fails with EAGAIN after 500 ms to 575 ms \\| recv on client is still blocked",
                        real -> new ForwardingSockets(real) {
                            @Override
                            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                                return option.equals(SocketOption.SO_RCVTIMEO)
                                        ? Bend.done()
                                        : real.setsockopt(fd, option, value);
                            }
                        }),
                Liar.calls(
                        "FAULT-12",
                        "SO_RCVTIMEO is a third longer",
                        "recv fails with EAGAIN after 500 ms to 575 ms.*after [67]\\d\\d ms",
                        Bend.scaling(SocketOption.SO_RCVTIMEO, 4, 3)),
                Liar.calls(
                        "FAULT-12",
                        "SO_RCVTIMEO is a fifth shorter",
                        "recv fails with EAGAIN after 500 ms to 575 ms.*after 4\\d\\d ms",
                        Bend.scaling(SocketOption.SO_RCVTIMEO, 4, 5)),
                Liar.calls(
                        "FAULT-12",
                        "a timeout ends the connection",
                        "client receives \"hello\"",
                        StreamBend.receiving(FaultLiars::givingUp)),
                Liar.calls(
                        "FAULT-12",
                        "a silent peer is an end",
                        "recv fails with ETIMEDOUT",
                        StreamBend.mistaking(fail("ETIMEDOUT"), answer(Bytes.EMPTY))),
                Liar.calls(
                        "FAULT-13",
                        "connect() asks the server behind the relay",
                        "connect succeeds",
                        connecting(outcome -> outcome instanceof Outcome.Returned ? fail("ECONNREFUSED") : outcome)),
                Liar.calls(
                        "FAULT-13",
                        "every connect() is accepted",
                        "connect fails with ECONNREFUSED",
                        connecting(outcome -> Bend.done())),
                Liar.calls(
                        "FAULT-13",
                        "the end that a relay makes is not seen",
                        "the end of the stream or ECONNRESET",
                        StreamBend.receiving(() -> (real, fd, lengthBytes, flags) -> fail("EAGAIN"))));
    }

    private static boolean carriesData(Tcp segment) {
        return segment.payloadLengthBytes() > 0;
    }

    private static FrameFilter onlyFirst(Predicate<Tcp> which) {
        AtomicInteger seen = new AtomicInteger();
        return Bend.swallow(packet -> Bend.tcp(which).test(packet) && seen.getAndIncrement() > 0);
    }

    private static StreamBend.Receive leaping() {
        AtomicInteger calls = new AtomicInteger();
        return (real, fd, lengthBytes, flags) -> {
            if (calls.incrementAndGet() == 2) {
                Outcome<Bytes> _ = real.recv(fd, 1, flags);
            }
            return real.recv(fd, lengthBytes, flags);
        };
    }

    private static StreamBend.Receive repeating() {
        AtomicReference<Bytes> before = new AtomicReference<>(Bytes.EMPTY);
        AtomicInteger calls = new AtomicInteger();
        return (real, fd, lengthBytes, flags) -> {
            if (calls.incrementAndGet() == 2) {
                return answer(before.get());
            }
            Outcome<Bytes> got = real.recv(fd, lengthBytes, flags);
            got.returned().ifPresent(before::set);
            return got;
        };
    }

    /// Hears no acknowledgment for a while after the first.
    private static FrameFilter deaf() {
        AtomicLong since = new AtomicLong();
        return Bend.swallow(packet -> {
            if (!Bend.tcp(tcp -> tcp.flagsText().equals("ACK")).test(packet)) {
                return false;
            }
            since.compareAndSet(0, System.nanoTime());
            return System.nanoTime() - since.get() < Duration.ofMillis(3500).toNanos();
        });
    }

    private static StreamBend.Receive hurried() {
        AtomicLong since = new AtomicLong();
        return (real, fd, lengthBytes, flags) -> {
            since.compareAndSet(0, System.nanoTime());
            return System.nanoTime() - since.get() < Duration.ofSeconds(1).toNanos()
                    ? real.recv(fd, lengthBytes, flags)
                    : fail("EAGAIN");
        };
    }

    private static Outcome<Bytes> impatient(Sockets real, Fd fd, int lengthBytes, MsgFlags flags) {
        PollEvents readable = PollEvents.parse("POLLIN");
        Outcome<List<PollEvents>> polled = real.poll(List.of(new Polled(fd, readable)), Duration.ofMillis(50));
        return polled.returned().filter(List.of(PollEvents.NONE)::equals).isPresent()
                ? fail("EAGAIN")
                : real.recv(fd, lengthBytes, flags);
    }

    private static StreamBend.Receive once() {
        AtomicBoolean received = new AtomicBoolean();
        return (real, fd, lengthBytes, flags) ->
                received.getAndSet(true) ? answer(Bytes.EMPTY) : real.recv(fd, lengthBytes, flags);
    }

    private static StreamBend.Receive givingUp() {
        AtomicBoolean over = new AtomicBoolean();
        return (real, fd, lengthBytes, flags) -> {
            Outcome<Bytes> got = over.get() ? answer(Bytes.EMPTY) : real.recv(fd, lengthBytes, flags);
            over.compareAndSet(false, failedWith(got, "EAGAIN"));
            return got;
        };
    }

    private static UnaryOperator<Sockets> connecting(UnaryOperator<Outcome<Done>> lie) {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Done> connect(Fd fd, SocketAddress address) {
                return lie.apply(real.connect(fd, address));
            }
        };
    }
}
