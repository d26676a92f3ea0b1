package io.sockspec.liars;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.SocketOption;
import io.sockspec.spi.ForwardingSockets;
import io.sockspec.spi.Sockets;
import io.sockspec.wire.FrameFilter;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.Packets;
import io.sockspec.wire.packet.Tcp;
import io.sockspec.wire.packet.TcpFlag;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Small ways to bend answers and frames.
final class Bend {
    static final int DESTINATION_MAC = 0;
    static final int TTL = 22;
    static final int DESTINATION_IP = 30;
    /// Offsets behind a header of 20 bytes.
    static final int DESTINATION_PORT = 36;

    static final int SEQUENCE = 38;

    static final int ACKNOWLEDGMENT = 42;
    static final int FLAGS = 47;
    static final int WINDOW = 48;

    private Bend() {}

    static <T> Outcome<T> fail(String errno) {
        return new Outcome.Failed<>(Errno.named(errno));
    }

    static <T> Outcome<T> answer(T value) {
        return new Outcome.Returned<>(value);
    }

    static Outcome<Done> done() {
        return answer(Done.DONE);
    }

    /// Another errno in place of one.
    static <T> Outcome<T> instead(Outcome<T> outcome, String of, String errno) {
        return outcome.failure().filter(Errno.named(of)::equals).isPresent() ? fail(errno) : outcome;
    }

    static boolean failedWith(Outcome<?> outcome, String errno) {
        return outcome.failure().filter(Errno.named(errno)::equals).isPresent();
    }

    /// Changes the frames that fit, and lets the others pass.
    static FrameFilter change(Predicate<Packet> which, UnaryOperator<Bytes> change) {
        return frame -> List.of(which.test(Packet.of(frame)) ? change.apply(frame) : frame);
    }

    static FrameFilter swallow(Predicate<Packet> which) {
        return frame -> which.test(Packet.of(frame)) ? List.of() : List.of(frame);
    }

    /// Sends what fits twice.
    static FrameFilter twice(Predicate<Packet> which) {
        return frame -> which.test(Packet.of(frame)) ? List.of(frame, frame) : List.of(frame);
    }

    /// The frame with other bytes at an offset and right checksums.
    static Bytes put(Bytes frame, int offset, Bytes bytes) {
        byte[] changed = frame.toArray();
        System.arraycopy(bytes.toArray(), 0, changed, offset, bytes.length());
        return Packets.mend(Bytes.copyOf(changed));
    }

    /// The frame with a byte turned round, whatever checksum that makes wrong.
    static Bytes spoil(Bytes frame, int offset) {
        byte[] changed = frame.toArray();
        changed[offset] ^= 0x55;
        return Bytes.copyOf(changed);
    }

    static Bytes number(long value) {
        return Bytes.copyOf(new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value});
    }

    static Predicate<Packet> tcp(Predicate<Tcp> which) {
        return packet -> packet.tcp().filter(which).isPresent();
    }

    static boolean isReset(Tcp segment) {
        return segment.has(TcpFlag.RST);
    }

    static boolean isUdpTo(Packet packet, String prefix) {
        return packet.udp().isPresent()
                && packet.ipv4()
                        .filter(ip -> ip.destination().toString().startsWith(prefix))
                        .isPresent();
    }

    static boolean isUdpBroadcast(Packet packet) {
        return isUdpTo(packet, "255.255.255.255") || isUdpTo(packet, "192.0.2.255");
    }

    static boolean isUdpMulticast(Packet packet) {
        return packet.udp().isPresent()
                && packet.ipv4().filter(ip -> ip.destination().isMulticast()).isPresent();
    }

    /// The datagram readdressed to one host of the lab, so that its kernel takes it for a unicast.
    static Bytes toHost(Bytes frame, int number) {
        Bytes mac = Bytes.hex("02 00 00 00 00 0" + number);
        return put(put(frame, DESTINATION_MAC, mac), DESTINATION_IP, Bytes.hex("c0 00 02 0" + number));
    }

    /// Takes a limit of time for a longer or a shorter one.
    static UnaryOperator<Sockets> scaling(SocketOption<Duration> limit, int times, int by) {
        return real -> new ForwardingSockets(real) {
            @Override
            public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
                return option.equals(limit) && value instanceof Duration asked
                        ? real.setsockopt(fd, limit, asked.multipliedBy(times).dividedBy(by))
                        : real.setsockopt(fd, option, value);
            }
        };
    }
}
