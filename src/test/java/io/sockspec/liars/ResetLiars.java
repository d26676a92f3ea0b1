package io.sockspec.liars;

import static io.sockspec.liars.Bend.answer;
import static io.sockspec.liars.Bend.failedWith;

import io.sockspec.liars.Liar.Filters;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Fd;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.Type;
import io.sockspec.spi.ForwardingSockets;
import io.sockspec.spi.Sockets;
import io.sockspec.wire.FrameFilter;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.Tcp;
import io.sockspec.wire.packet.TcpFlag;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Liars about resets.
final class ResetLiars {
    /// Where TCP holds its checksum, behind a header of 20 bytes.
    private static final int CHECKSUM = 50;

    private static final Bytes ZERO = Bytes.hex("00 00 00 00");

    private ResetLiars() {}

    static List<Liar> all() {
        return List.of(
                sending(
                        "TCP-WIRE-01",
                        "the RST has no ACK",
                        "flags RST,ACK",
                        (frame, tcp) -> Bend.put(frame, Bend.FLAGS, Bytes.hex("04"))),
                sending(
                        "TCP-WIRE-01",
                        "the RST has a sequence number of its own",
                        "sequence number 0",
                        (frame, tcp) -> Bend.put(frame, Bend.SEQUENCE, Bytes.hex("00 00 00 01"))),
                sending(
                        "TCP-WIRE-01",
                        "the RST acknowledges the SYN itself",
                        "acknowledgment number",
                        (frame, tcp) -> Bend.put(frame, Bend.ACKNOWLEDGMENT, Bend.number(tcp.acknowledgment() - 1))),
                sending(
                        "TCP-WIRE-01",
                        "the acknowledgment does not wrap around",
                        "acknowledgment number 0",
                        (frame, tcp) -> tcp.acknowledgment() == 0
                                ? Bend.put(frame, Bend.ACKNOWLEDGMENT, Bytes.hex("ff ff ff ff"))
                                : frame),
                sending(
                        "TCP-WIRE-01",
                        "the RST offers a window",
                        "window 0",
                        (frame, tcp) -> Bend.put(frame, Bend.WINDOW, Bytes.hex("ff ff"))),
                Liar.sends(
                        "TCP-WIRE-01",
                        "the RST is sent twice",
                        "has sent 1 TCP segment",
                        () -> Bend.twice(Bend.tcp(Bend::isReset))),
                sending(
                        "TCP-WIRE-01",
                        "the RST goes to the port of the server",
                        "destination port",
                        (frame, tcp) -> Bend.put(frame, Bend.DESTINATION_PORT, Bytes.hex("1f 90"))),
                sending(
                        "TCP-WIRE-01",
                        "the checksum of the RST is wrong",
                        "TCP checksum right",
                        (frame, tcp) -> Bend.spoil(frame, CHECKSUM)),
                Liar.calls("TCP-WIRE-01", "a port that is bound listens", "wire carries the first RST", listening()),
                sending(
                        "TCP-WIRE-02",
                        "an acknowledgment of 0 is taken for none",
                        "flags RST",
                        (frame, tcp) -> tcp.sequence() == 0 ? Bend.put(frame, Bend.FLAGS, Bytes.hex("14")) : frame),
                sending(
                        "TCP-WIRE-02",
                        "the RST starts at 0",
                        "sequence number",
                        (frame, tcp) -> Bend.put(frame, Bend.SEQUENCE, ZERO)),
                sending(
                        "TCP-WIRE-02",
                        "the RST acknowledges",
                        "flags RST",
                        (frame, tcp) -> Bend.put(frame, Bend.FLAGS, Bytes.hex("14"))),
                Liar.sends(
                        "TCP-WIRE-02",
                        "unknown connections are met with silence",
                        "wire carries the first RST",
                        () -> Bend.swallow(Bend.tcp(Bend::isReset))),
                Liar.calls(
                        "TCP-WIRE-02",
                        "a reset looks like the end of the data",
                        "recv fails with ECONNRESET",
                        gentle()),
                Liar.hears(
                        "TCP-WIRE-02",
                        "only pure ACKs are answered",
                        "wire carries the first RST",
                        () -> Bend.swallow(Bend.tcp(tcp -> tcp.has(TcpFlag.FIN) || tcp.has(TcpFlag.PSH)))),
                believing("TCP-WIRE-04", "every RST is believed", "receives \"hello\"", tcp -> true),
                believing(
                        "TCP-WIRE-04",
                        "every RST that acknowledges is believed",
                        "receives \"hello\"",
                        ResetLiars::isAcknowledgingReset),
                Liar.hears(
                        "TCP-WIRE-04",
                        "a RST outside the window is acknowledged",
                        "sends no TCP segment",
                        () -> Bend.change(
                                Bend.tcp(Bend::isReset), frame -> Bend.put(frame, Bend.FLAGS, Bytes.hex("10")))),
                believing(
                        "TCP-WIRE-05",
                        "a RST inside the window is believed",
                        "next TCP segment.*(flags|came)|receives",
                        tcp -> true),
                Liar.hears(
                        "TCP-WIRE-05",
                        "a RST that acknowledges is not challenged",
                        "wire carries the next TCP segment",
                        () -> Bend.swallow(Bend.tcp(ResetLiars::isAcknowledgingReset))),
                Liar.hears(
                        "TCP-WIRE-05",
                        "no RST is challenged",
                        "wire carries the next TCP segment",
                        () -> Bend.swallow(Bend.tcp(Bend::isReset))),
                new Liar(
                        "TCP-WIRE-05",
                        "the challenge is repeated",
                        "sends 1 TCP segment",
                        UnaryOperator.identity(),
                        ResetLiars::repeated),
                Liar.hears(
                        "TCP-WIRE-06",
                        "no RST is believed",
                        "recv fails with ECONNRESET",
                        () -> Bend.swallow(Bend.tcp(Bend::isReset))),
                Liar.hears(
                        "TCP-WIRE-06",
                        "a RST that acknowledges is ignored",
                        "recv fails with ECONNRESET",
                        () -> Bend.swallow(Bend.tcp(ResetLiars::isAcknowledgingReset))),
                Liar.calls(
                        "TCP-WIRE-06",
                        "a reset looks like the end of the data",
                        "recv fails with ECONNRESET",
                        gentle()),
                Liar.hears(
                        "TCP-WIRE-06",
                        "no RST is believed once data came",
                        "recv fails with ECONNRESET",
                        ResetLiars::hardened),
                Liar.sends(
                        "TCP-WIRE-06",
                        "nothing is said about a connection that was reset",
                        "wire carries the next RST",
                        () -> Bend.swallow(Bend.tcp(Bend::isReset))),
                new Liar(
                        "TCP-WIRE-06",
                        "a RST is answered",
                        "sends no TCP segment",
                        UnaryOperator.identity(),
                        ResetLiars::answering));
    }

    private interface Bending {
        Bytes bend(Bytes frame, Tcp segment);
    }

    /// Changes the RST that the host sends.
    private static Liar sending(String requirement, String lie, String caught, Bending bending) {
        return Liar.sends(
                requirement,
                lie,
                caught,
                () -> Bend.change(
                        Bend.tcp(Bend::isReset),
                        frame -> bending.bend(frame, Packet.of(frame).tcp().orElseThrow())));
    }

    /// Moves each RST to the sequence number that the host expects, which its last acknowledgment
    /// tells.
    private static Liar believing(String requirement, String lie, String caught, Predicate<Tcp> which) {
        Supplier<Filters> filters = () -> {
            AtomicLong expected = new AtomicLong();
            FrameFilter outgoing = watch(tcp -> expected.set(tcp.acknowledgment()));
            FrameFilter incoming = Bend.change(
                    Bend.tcp(tcp -> Bend.isReset(tcp) && which.test(tcp)),
                    frame -> Bend.put(frame, Bend.SEQUENCE, Bend.number(expected.get())));
            return new Filters(outgoing, incoming);
        };
        return new Liar(requirement, lie, caught, UnaryOperator.identity(), filters);
    }

    private static boolean isAcknowledgingReset(Tcp segment) {
        return segment.has(TcpFlag.RST) && segment.has(TcpFlag.ACK);
    }

    /// Makes a listener of each TCP port that is bound, and of each UDP port too.
    private static UnaryOperator<Sockets> listening() {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Done> bind(Fd fd, SocketAddress address) {
                Outcome<Done> outcome = real.bind(fd, address);
                if (real.listen(fd, 1) instanceof Outcome.Failed) {
                    Fd other = real.socket(Domain.AF_INET, Type.SOCK_STREAM, Protocol.DEFAULT)
                            .returned()
                            .orElseThrow();
                    real.bind(other, address);
                    real.listen(other, 1);
                }
                return outcome;
            }
        };
    }

    private static FrameFilter watch(Consumer<Tcp> see) {
        return frame -> {
            Packet.of(frame).tcp().filter(tcp -> tcp.has(TcpFlag.ACK)).ifPresent(see);
            return List.of(frame);
        };
    }

    private static UnaryOperator<Sockets> gentle() {
        return real -> new ForwardingSockets(real) {
            @Override
            public Outcome<Bytes> recv(Fd fd, int lengthBytes, MsgFlags flags) {
                Outcome<Bytes> outcome = real.recv(fd, lengthBytes, flags);
                return failedWith(outcome, "ECONNRESET") ? answer(Bytes.EMPTY) : outcome;
            }
        };
    }

    private static FrameFilter hardened() {
        AtomicBoolean data = new AtomicBoolean();
        return Bend.swallow(packet -> {
            data.compareAndSet(
                    false, Bend.tcp(tcp -> tcp.payload().length() > 0).test(packet));
            return data.get() && Bend.tcp(Bend::isReset).test(packet);
        });
    }

    /// Repeats what the host sends after the first RST came.
    private static Filters repeated() {
        AtomicBoolean reset = new AtomicBoolean();
        FrameFilter outgoing = frame -> reset.getAndSet(false) ? List.of(frame, frame) : List.of(frame);
        FrameFilter incoming = frame -> {
            reset.compareAndSet(false, Bend.tcp(Bend::isReset).test(Packet.of(frame)));
            return List.of(frame);
        };
        return new Filters(outgoing, incoming);
    }

    /// Hands the host each RST twice, with an ACK in between that makes a kernel without the
    /// connection answer.
    static Filters answering() {
        FrameFilter incoming = frame -> Bend.tcp(Bend::isReset).test(Packet.of(frame))
                ? List.of(frame, Bend.put(Bend.put(frame, Bend.FLAGS, Bytes.hex("10")), Bend.ACKNOWLEDGMENT, ZERO))
                : List.of(frame);
        return new Filters(FrameFilter.NONE, incoming);
    }
}
