package io.sockspec.nio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sockspec.lab.Host;
import io.sockspec.lab.HostPlace;
import io.sockspec.lab.Lab;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.namespace.NamespaceLaboratory;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Failed;
import io.sockspec.socket.Port;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.socket.Type;
import io.sockspec.spi.NotOffered;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// A host in a network namespace of its own, with the channels of NIO.
final class NioHost implements AutoCloseable {
    static final int O_NONBLOCK = 0x800;
    static final Inet4 LOOPBACK_ANY_PORT = new Inet4(Ip4.LOOPBACK, Port.ANY);

    private final Lab lab = NamespaceLaboratory.probe().open(LabPlan.of("a").withIpv6());
    final NioSockets sockets = new NioSockets(new HostPlace(host()));

    Host host() {
        return lab.hosts().getFirst();
    }

    Fd socket(Domain domain, Type type) {
        return value(sockets.socket(domain, type, Protocol.DEFAULT));
    }

    Fd tcp() {
        return socket(Domain.AF_INET, Type.SOCK_STREAM);
    }

    Fd udp() {
        return socket(Domain.AF_INET, Type.SOCK_DGRAM);
    }

    Fd boundUdp() {
        Fd fd = udp();
        value(sockets.bind(fd, LOOPBACK_ANY_PORT));
        return fd;
    }

    Fd listener() {
        return value(sockets.listener(Domain.AF_INET, LOOPBACK_ANY_PORT, 8));
    }

    /// The host's own address, where something that is not there may be asked for.
    Inet4 address(int port) {
        return new Inet4(host().ip4(), new Port(port));
    }

    void nonblocking(Fd fd) {
        value(sockets.setStatusFlags(fd, O_NONBLOCK));
    }

    /// The value of a call that must succeed.
    static <T> T value(Outcome<T> outcome) {
        return outcome.returned().orElseThrow(() -> new AssertionError("the call answered " + outcome));
    }

    static void fails(Outcome<?> outcome, String errno) {
        assertThat(outcome).isEqualTo(new Failed<>(Errno.named(errno)));
    }

    static void notOffered(ThrowingCallable call, String sentence) {
        assertThatExceptionOfType(NotOffered.class).isThrownBy(call).withMessage(sentence);
    }

    @Override
    public void close() {
        sockets.close();
        lab.close();
    }
}
