package io.sockspec.host;

import static io.sockspec.host.Here.LOOPBACK_ANY_PORT;
import static io.sockspec.host.Here.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome.Failed;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.SocketOption.Linger;
import io.sockspec.socket.SocketOption.Membership;
import io.sockspec.socket.Type;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Option values through a live socket, one of each type.
class OptionsTest {
    private final HostSockets sockets = new HostSockets(new Here("here"));
    private final Fd tcp = value(sockets.socket(Domain.AF_INET, Type.SOCK_STREAM, Protocol.DEFAULT));
    private final Fd udp = value(sockets.socket(Domain.AF_INET, Type.SOCK_DGRAM, Protocol.DEFAULT));

    @AfterEach
    void close() {
        sockets.close();
    }

    private <T> void keeps(Fd fd, SocketOption<T> option, T value) {
        assertThat(value(sockets.getsockopt(fd, option))).isNotEqualTo(value);
        value(sockets.setsockopt(fd, option, value));
        assertThat(value(sockets.getsockopt(fd, option))).isEqualTo(value);
    }

    @Test
    void eachTypeOfValueIsKept() {
        keeps(tcp, SocketOption.SO_REUSEADDR, 1);
        keeps(tcp, SocketOption.TCP_NODELAY, 1);
        keeps(tcp, SocketOption.SO_LINGER, new Linger(true, 3));
        keeps(tcp, SocketOption.SO_RCVTIMEO, Duration.ofMillis(1500));
        keeps(udp, SocketOption.SO_BROADCAST, 1);
        keeps(udp, SocketOption.IP_MULTICAST_TTL, 7);
        keeps(udp, SocketOption.IP_MULTICAST_LOOP, 0);
    }

    @Test
    void typesAreReadOnly() {
        assertThat(value(sockets.getsockopt(udp, SocketOption.SO_TYPE))).isEqualTo(2);
        assertThat(value(sockets.getsockopt(udp, SocketOption.SO_DOMAIN))).isEqualTo(2);
        assertThat(sockets.setsockopt(udp, SocketOption.SO_TYPE, 1)).isEqualTo(failed("ENOPROTOOPT"));
    }

    private static <T> Failed<T> failed(String errno) {
        return new Failed<>(Errno.named(errno));
    }

    @Test
    void readingThePendingErrorClearsIt() {
        assertThat(value(sockets.getsockopt(udp, SocketOption.SO_ERROR))).isEqualTo(new Errno(0));
        Fd closed = value(sockets.socket(Domain.AF_INET, Type.SOCK_DGRAM, Protocol.DEFAULT));
        value(sockets.bind(closed, LOOPBACK_ANY_PORT));
        value(sockets.connect(udp, value(sockets.getsockname(closed))));
        value(sockets.close(closed));
        value(sockets.send(udp, Bytes.text("x"), MsgFlags.NONE));
        assertThat(value(sockets.getsockopt(udp, SocketOption.SO_ERROR))).isEqualTo(Errno.named("ECONNREFUSED"));
        assertThat(value(sockets.getsockopt(udp, SocketOption.SO_ERROR))).isEqualTo(new Errno(0));
    }

    @Test
    void aGroupIsJoinedOnceAndLeftOnce() {
        Membership group = new Membership(Ip4.parse("239.1.2.3"), Ip4.LOOPBACK);
        value(sockets.setsockopt(udp, SocketOption.IP_ADD_MEMBERSHIP, group));
        assertThat(sockets.setsockopt(udp, SocketOption.IP_ADD_MEMBERSHIP, group))
                .isEqualTo(failed("EADDRINUSE"));
        value(sockets.setsockopt(udp, SocketOption.IP_DROP_MEMBERSHIP, group));
        assertThat(sockets.setsockopt(udp, SocketOption.IP_DROP_MEMBERSHIP, group))
                .isEqualTo(failed("EADDRNOTAVAIL"));
    }

    @Test
    void bytesAreWhatTheKernelStored() {
        Bytes info = value(sockets.getsockopt(tcp, SocketOption.TCP_INFO));
        assertThat(info.length()).isBetween(104, 256);
        int closed = 7;
        assertThat(info.at(0)).isEqualTo(closed);
    }

    @Test
    void aValueOfTheWrongLengthReachesTheKernel() {
        SocketOption<Bytes> narrow = new SocketOption<>(1, 6, "SO_BROADCAST", Bytes.class);
        assertThat(sockets.setsockopt(udp, narrow, Bytes.hex("01 00"))).isEqualTo(failed("EINVAL"));
        assertThat(sockets.setsockopt(udp, narrow, Bytes.EMPTY)).isEqualTo(failed("EINVAL"));
        value(sockets.setsockopt(udp, narrow, Bytes.hex("01 00 00 00 00 00")));
        assertThat(value(sockets.getsockopt(udp, narrow))).isEqualTo(Bytes.hex("01 00 00 00"));
    }

    @Test
    void aReceiveTimeoutEndsTheCall() {
        value(sockets.setsockopt(udp, SocketOption.SO_RCVTIMEO, Duration.ofMillis(20)));
        long began = System.nanoTime();
        assertThat(sockets.recv(udp, 1, MsgFlags.NONE)).isEqualTo(failed("EAGAIN"));
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(15_000_000);
    }
}
