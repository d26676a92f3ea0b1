package io.sockspec.nio;

import static io.sockspec.nio.NioHost.LOOPBACK_ANY_PORT;
import static io.sockspec.nio.NioHost.fails;
import static io.sockspec.nio.NioHost.notOffered;
import static io.sockspec.nio.NioHost.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Ip6;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.PollEvents;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.socket.SocketAddress.Inet6;
import io.sockspec.socket.SocketAddress.Unix;
import io.sockspec.socket.Type;
import io.sockspec.spi.Sockets.Accepted;
import io.sockspec.spi.Sockets.How;
import io.sockspec.spi.Sockets.Polled;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class StreamsTest {
    private static final Bytes HELLO = Bytes.text("hello");

    private final NioHost here = new NioHost();
    private final NioSockets sockets = here.sockets;

    @AfterEach
    void close() {
        here.close();
    }

    private SocketAddress nameOf(Fd fd) {
        return value(sockets.getsockname(fd));
    }

    private void connected(Fd client, Fd listener) {
        value(sockets.connect(client, nameOf(listener)));
    }

    private List<PollEvents> poll(Fd fd, PollEvents events, Duration limit) {
        return value(sockets.poll(List.of(new Polled(fd, events)), limit));
    }

    @Test
    void aConnectionCarriesBytesAndEnds() {
        Fd listener = here.listener();
        Fd client = here.tcp();
        connected(client, listener);
        Accepted accepted = value(sockets.accept(listener, 0));
        assertThat(accepted.peer()).isEqualTo(nameOf(client));
        assertThat(value(sockets.getpeername(client))).isEqualTo(nameOf(accepted.fd()));
        assertThat(value(sockets.send(client, HELLO, MsgFlags.MSG_NOSIGNAL))).isEqualTo(5);
        assertThat(value(sockets.recv(accepted.fd(), 10, MsgFlags.NONE))).isEqualTo(HELLO);
        value(sockets.shutdown(client, How.SHUT_WR));
        assertThat(value(sockets.recv(accepted.fd(), 10, MsgFlags.NONE))).isEqualTo(Bytes.EMPTY);
        fails(sockets.send(client, HELLO, MsgFlags.NONE), "EPIPE");
    }

    /// bind() is a real one: it finds what is in its way at once.
    @Test
    void bindFindsThatThePortIsTaken() {
        SocketAddress taken = nameOf(here.listener());
        fails(sockets.bind(here.tcp(), taken), "EADDRINUSE");
        fails(sockets.listener(Domain.AF_INET, taken, 1), "EADDRINUSE");
        Fd bound = here.tcp();
        value(sockets.bind(bound, LOOPBACK_ANY_PORT));
        fails(sockets.bind(bound, LOOPBACK_ANY_PORT), "EINVAL");
        fails(sockets.bind(here.tcp(), new Inet4(Ip4.parse("198.51.100.1"), Port.ANY)), "EADDRNOTAVAIL");
    }

    @Test
    void whatNioLacksIsNotOffered() {
        Fd fd = here.tcp();
        notOffered(() -> sockets.listen(fd, 1), "listen() apart from bind()");
        notOffered(() -> sockets.accept(fd, 0), "accept() on a stream socket");
        notOffered(() -> sockets.accept(fd, Type.SOCK_NONBLOCK), "accept4()");
        notOffered(() -> sockets.getsockname(fd), "getsockname() on a stream socket");
        notOffered(() -> sockets.recv(fd, 1, MsgFlags.parse("MSG_PEEK")), "recv() with MSG_PEEK");
        notOffered(() -> sockets.shutdown(fd, How.SHUT_RDWR), "shutdown(SHUT_RDWR)");
        notOffered(() -> sockets.setStatusFlags(fd, 0x400), "fcntl(F_SETFL, 0x400)");
        notOffered(
                () -> sockets.bind(fd, new SocketAddress.Raw(Bytes.hex("02 00"))),
                "bind() with the bytes of a sockaddr");
    }

    /// A failed connect() closes the channel, as its documentation says.
    @Test
    void aRefusedSocketIsClosed() {
        Fd fd = here.tcp();
        fails(sockets.connect(fd, here.address(9)), "ECONNREFUSED");
        fails(sockets.connect(fd, here.address(9)), "EBADF");
    }

    @Test
    void anUnconnectedSocketSaysSo() {
        Fd fd = here.tcp();
        fails(sockets.recv(fd, 1, MsgFlags.NONE), "ENOTCONN");
        fails(sockets.getpeername(fd), "ENOTCONN");
        fails(sockets.connect(here.tcp(), new Inet4(Ip4.parse("198.51.100.1"), new Port(9))), "ENETUNREACH");
    }

    @Test
    void aClosedNumberStaysClosed() {
        Fd fd = here.tcp();
        value(sockets.close(fd));
        fails(sockets.recv(fd, 1, MsgFlags.NONE), "EBADF");
        value(sockets.close(fd));
        assertThat(here.tcp()).isNotEqualTo(fd);
    }

    @Test
    void aSecondConnectAsksWhatBecameOfTheFirst() {
        Fd fd = here.tcp();
        here.nonblocking(fd);
        fails(sockets.connect(fd, nameOf(here.listener())), "EINPROGRESS");
        assertThat(poll(fd, PollEvents.POLLOUT, Duration.ofSeconds(5))).containsExactly(PollEvents.POLLOUT);
        value(sockets.connect(fd, LOOPBACK_ANY_PORT));
        fails(sockets.connect(fd, LOOPBACK_ANY_PORT), "EISCONN");
        fails(sockets.recv(fd, 1, MsgFlags.MSG_DONTWAIT), "EAGAIN");
    }

    @Test
    void aSecondConnectTellsARefusal() {
        Fd fd = here.tcp();
        here.nonblocking(fd);
        fails(sockets.connect(fd, here.address(9)), "EINPROGRESS");
        poll(fd, PollEvents.POLLOUT, Duration.ofSeconds(5));
        fails(sockets.connect(fd, here.address(9)), "ECONNREFUSED");
    }

    /// Nobody has the address, so that no SYN ever leaves.
    @Test
    void aPendingConnectionTransfersNothing() {
        Fd fd = here.tcp();
        here.nonblocking(fd);
        Inet4 nobody = new Inet4(Ip4.parse("192.0.2.77"), new Port(9));
        fails(sockets.connect(fd, nobody), "EINPROGRESS");
        fails(sockets.connect(fd, nobody), "EALREADY");
        assertThat(poll(fd, PollEvents.POLLOUT, Duration.ZERO)).containsExactly(PollEvents.NONE);
        String pending = " on a socket whose connection is pending";
        notOffered(() -> sockets.send(fd, HELLO, MsgFlags.NONE), "send()" + pending);
        notOffered(() -> sockets.recv(fd, 1, MsgFlags.NONE), "recv()" + pending);
        notOffered(() -> poll(fd, PollEvents.POLLIN, Duration.ZERO), "poll(POLLIN)" + pending);
    }

    @Test
    void onlyWhatDoesNotBlockIsPolled() {
        Fd listener = here.listener();
        notOffered(() -> poll(listener, PollEvents.POLLIN, Duration.ZERO), "poll() of a blocking socket");
        here.nonblocking(listener);
        assertThat(value(sockets.statusFlags(listener))).isEqualTo(2 | NioHost.O_NONBLOCK);
        fails(sockets.accept(listener, 0), "EAGAIN");
        assertThat(poll(listener, PollEvents.POLLIN, Duration.ZERO)).containsExactly(PollEvents.NONE);
        connected(here.tcp(), listener);
        assertThat(poll(listener, PollEvents.POLLIN, Duration.ofSeconds(5))).containsExactly(PollEvents.POLLIN);
        notOffered(() -> poll(listener, PollEvents.POLLOUT, Duration.ZERO), "poll(POLLOUT) on a listener");
        notOffered(() -> poll(listener, PollEvents.parse("POLLPRI"), Duration.ZERO), "poll() for POLLPRI");
    }

    @Test
    void anIp6SocketHasIp6Addresses() {
        Inet6 loopback = new Inet6(Ip6.parse("::1"), Port.ANY, 0);
        Fd listener = value(sockets.listener(Domain.AF_INET6, loopback, 1));
        Fd client = here.socket(Domain.AF_INET6, Type.SOCK_STREAM);
        connected(client, listener);
        assertThat(nameOf(client))
                .isInstanceOfSatisfying(
                        Inet6.class, name -> assertThat(name.ip()).isEqualTo(loopback.ip()));
        fails(sockets.connect(here.tcp(), nameOf(listener)), "EAFNOSUPPORT");
    }

    @Test
    void aUnixSocketHasAPath(@TempDir Path folder) {
        Unix path = new Unix(folder.resolve("socket").toString());
        Fd listener = value(sockets.listener(Domain.AF_UNIX, path, 1));
        Fd client = here.socket(Domain.AF_UNIX, Type.SOCK_STREAM);
        value(sockets.connect(client, path));
        Accepted accepted = value(sockets.accept(listener, 0));
        assertThat(accepted.peer()).isEqualTo(new Unix(""));
        value(sockets.send(accepted.fd(), HELLO, MsgFlags.NONE));
        assertThat(value(sockets.recv(client, 10, MsgFlags.NONE))).isEqualTo(HELLO);
        fails(
                sockets.connect(
                        here.socket(Domain.AF_UNIX, Type.SOCK_STREAM),
                        new Unix(folder.resolve("none").toString())),
                "ENOENT");
    }
}
