package io.sockspec.host;

import static io.sockspec.host.Here.LOOPBACK_ANY_PORT;
import static io.sockspec.host.Here.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Message;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Failed;
import io.sockspec.socket.PollEvents;
import io.sockspec.socket.Port;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.Received;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketAddress.Abstract;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.socket.SocketAddress.Link;
import io.sockspec.socket.SocketAddress.Raw;
import io.sockspec.socket.SocketAddress.Unix;
import io.sockspec.socket.SocketAddress.Unspecified;
import io.sockspec.socket.Type;
import io.sockspec.spi.Sockets.Accepted;
import io.sockspec.spi.Sockets.How;
import io.sockspec.spi.Sockets.Pair;
import io.sockspec.spi.Sockets.Polled;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostSocketsTest {
    /// No process may have so many descriptors open.
    private static final Fd NEVER_OPEN = new Fd(Integer.MAX_VALUE);

    private final HostSockets sockets = new HostSockets(new Here("here"));

    @AfterEach
    void close() {
        sockets.close();
    }

    private Fd socket(Domain domain, Type type) {
        return value(sockets.socket(domain, type, Protocol.DEFAULT));
    }

    private Fd tcp() {
        return socket(Domain.AF_INET, Type.SOCK_STREAM);
    }

    private Fd udp() {
        return socket(Domain.AF_INET, Type.SOCK_DGRAM);
    }

    private Pair unixPair(Type type) {
        return value(sockets.socketpair(Domain.AF_UNIX, type, Protocol.DEFAULT));
    }

    private Fd listener() {
        Fd fd = tcp();
        value(sockets.bind(fd, LOOPBACK_ANY_PORT));
        value(sockets.listen(fd, 8));
        return fd;
    }

    private static void fails(Outcome<?> outcome, String errno) {
        assertThat(outcome).isEqualTo(new Failed<>(Errno.named(errno)));
    }

    @Test
    void aConnectionHasTheSameAddressesAtBothEnds() {
        Fd listener = listener();
        Fd client = tcp();
        value(sockets.connect(client, value(sockets.getsockname(listener))));
        Accepted accepted = value(sockets.accept(listener, Type.SOCK_NONBLOCK));
        assertThat(value(sockets.getsockname(client))).isEqualTo(accepted.peer());
        assertThat(value(sockets.getpeername(accepted.fd()))).isEqualTo(accepted.peer());
        assertThat(value(sockets.getpeername(client))).isEqualTo(value(sockets.getsockname(listener)));
        assertThat(value(sockets.statusFlags(accepted.fd())) & Type.SOCK_NONBLOCK)
                .isNotZero();
        assertThat(value(sockets.statusFlags(client)) & Type.SOCK_NONBLOCK).isZero();
    }

    @Test
    void aStreamCarriesBytesAndItsEnd() {
        Pair pair = unixPair(Type.SOCK_STREAM);
        assertThat(value(sockets.send(pair.first(), Bytes.counting(300), MsgFlags.NONE)))
                .isEqualTo(300);
        assertThat(value(sockets.recv(pair.second(), 200, MsgFlags.NONE))).isEqualTo(Bytes.counting(200));
        assertThat(value(sockets.recv(pair.second(), 0, MsgFlags.NONE))).isEqualTo(Bytes.EMPTY);
        assertThat(value(sockets.recv(pair.second(), 200, MsgFlags.NONE)))
                .isEqualTo(Bytes.counting(300).slice(200, 300));
        value(sockets.shutdown(pair.first(), How.SHUT_WR));
        assertThat(value(sockets.recv(pair.second(), 1, MsgFlags.NONE))).isEqualTo(Bytes.EMPTY);
        value(sockets.send(pair.second(), Bytes.text("x"), MsgFlags.NONE));
        assertThat(value(sockets.recv(pair.first(), 9, MsgFlags.NONE))).isEqualTo(Bytes.text("x"));
        value(sockets.shutdown(pair.first(), How.SHUT_RD));
        fails(sockets.send(pair.second(), Bytes.text("x"), MsgFlags.NONE), "EPIPE");
    }

    @Test
    void aDatagramThatDoesNotFitTellsItsLengthUnderMsgTrunc() {
        Fd receiver = udp();
        value(sockets.bind(receiver, LOOPBACK_ANY_PORT));
        SocketAddress to = value(sockets.getsockname(receiver));
        Fd sender = udp();
        value(sockets.bind(sender, LOOPBACK_ANY_PORT));
        SocketAddress from = value(sockets.getsockname(sender));
        for (int i = 0; i < 3; i++) {
            assertThat(value(sockets.sendto(sender, Bytes.counting(10), MsgFlags.NONE, to)))
                    .isEqualTo(10);
        }
        Received whole = new Received(Bytes.counting(4), 10, Optional.of(from), List.of(), 0, MsgFlags.NONE);
        assertThat(value(sockets.recvfrom(receiver, 4, MsgFlags.MSG_TRUNC))).isEqualTo(whole);
        assertThat(value(sockets.recvfrom(receiver, 4, MsgFlags.NONE)).returned())
                .isEqualTo(4);
        Received cut = value(sockets.recvmsg(receiver, 4, 0, MsgFlags.NONE));
        assertThat(cut.flags()).isEqualTo(MsgFlags.MSG_TRUNC);
        assertThat(cut.sender()).contains(from);
        assertThat(cut.returned()).isEqualTo(4);
    }

    @Test
    void anEmptyDatagramIsReceivedAndHasASender() {
        Fd receiver = udp();
        value(sockets.bind(receiver, LOOPBACK_ANY_PORT));
        SocketAddress to = value(sockets.getsockname(receiver));
        Message empty = new Message(Bytes.EMPTY, List.of(), Optional.of(to));
        assertThat(value(sockets.sendmsg(udp(), empty, MsgFlags.NONE))).isZero();
        Received received = value(sockets.recvfrom(receiver, 10, MsgFlags.MSG_DONTWAIT));
        assertThat(received.returned()).isZero();
        assertThat(received.sender()).isPresent();
    }

    @Test
    void aStreamTellsNoSender() {
        Pair pair = unixPair(Type.SOCK_STREAM);
        value(sockets.send(pair.first(), Bytes.text("x"), MsgFlags.NONE));
        assertThat(value(sockets.recvfrom(pair.second(), 9, MsgFlags.NONE)).sender())
                .isEmpty();
    }

    @Test
    void unixAddressesOfEachForm(@TempDir Path folder) {
        Unix path = new Unix(folder.resolve("ä").toString());
        Abstract name =
                new Abstract(Bytes.text("sockspec-" + ProcessHandle.current().pid()));
        for (SocketAddress address : List.of(path, name)) {
            Fd listener = socket(Domain.AF_UNIX, Type.SOCK_STREAM);
            assertThat(value(sockets.getsockname(listener))).isEqualTo(new Unix(""));
            value(sockets.bind(listener, address));
            value(sockets.listen(listener, 1));
            assertThat(value(sockets.getsockname(listener))).isEqualTo(address);
            Fd client = socket(Domain.AF_UNIX, Type.SOCK_STREAM);
            value(sockets.connect(client, address));
            assertThat(value(sockets.accept(listener, 0)).peer()).isEqualTo(new Unix(""));
            assertThat(value(sockets.getpeername(client))).isEqualTo(address);
        }
        fails(sockets.bind(socket(Domain.AF_UNIX, Type.SOCK_STREAM), path), "EADDRINUSE");
        fails(sockets.connect(socket(Domain.AF_UNIX, Type.SOCK_STREAM), new Unix(folder + "/none")), "ENOENT");
        fails(sockets.bind(socket(Domain.AF_UNIX, Type.SOCK_STREAM), new Unix("/" + "x".repeat(108))), "EINVAL");
    }

    @Test
    void aFullPathOf108BytesComesBack(@TempDir Path folder) {
        String path = folder + "/";
        Unix full = new Unix(path + "x".repeat(108 - path.length()));
        Fd fd = socket(Domain.AF_UNIX, Type.SOCK_STREAM);
        value(sockets.bind(fd, full));
        assertThat(value(sockets.getsockname(fd))).isEqualTo(full);
    }

    @Test
    void aRawAddressReachesTheKernelAsItIs() {
        Bytes whole = AddressCodec.encode(LOOPBACK_ANY_PORT);
        value(sockets.bind(tcp(), new Raw(whole)));
        fails(sockets.bind(tcp(), new Raw(whole.slice(0, 15))), "EINVAL");
        fails(sockets.bind(tcp(), new Raw(Bytes.EMPTY)), "EINVAL");
        fails(sockets.connect(tcp(), new Raw(Bytes.hex("63 00" + "00".repeat(14)))), "EAFNOSUPPORT");
    }

    @Test
    void unspecifiedDissolvesTheAssociationOfAUdpSocket() {
        Fd fd = udp();
        value(sockets.connect(fd, new Inet4(Ip4.LOOPBACK, new Port(9))));
        assertThat(value(sockets.getpeername(fd))).isEqualTo(new Inet4(Ip4.LOOPBACK, new Port(9)));
        value(sockets.connect(fd, new Unspecified()));
        fails(sockets.getpeername(fd), "ENOTCONN");
    }

    @Test
    void aPacketSocketHasALinkAddress() {
        Outcome<Fd> fd = sockets.socket(Domain.AF_PACKET, Type.SOCK_DGRAM, Protocol.DEFAULT);
        if (fd.failure().isPresent()) {
            fails(fd, "EPERM");
            return;
        }
        Link loopback = new Link(0x88b5, 1, 0, Bytes.EMPTY);
        value(sockets.bind(value(fd), loopback));
        assertThat(value(sockets.getsockname(value(fd)))).isEqualTo(new Link(0x88b5, 1, 0, Bytes.hex("000000000000")));
    }

    @Test
    void classicErrors() {
        Fd fd = tcp();
        fails(sockets.accept(fd, 0), "EINVAL");
        fails(sockets.getpeername(fd), "ENOTCONN");
        fails(sockets.recv(fd, 1, MsgFlags.NONE), "ENOTCONN");
        fails(sockets.send(fd, Bytes.text("x"), MsgFlags.NONE), "EPIPE");
        fails(sockets.shutdown(fd, How.SHUT_RDWR), "ENOTCONN");
        fails(sockets.listen(udp(), 1), "EOPNOTSUPP");
        fails(sockets.send(udp(), Bytes.text("x"), MsgFlags.NONE), "EDESTADDRREQ");
        fails(sockets.bind(udp(), new Inet4(Ip4.parse("192.0.2.1"), Port.ANY)), "EADDRNOTAVAIL");
        fails(sockets.socket(new Domain(45), Type.SOCK_STREAM, Protocol.DEFAULT), "EAFNOSUPPORT");
        fails(sockets.socket(Domain.AF_INET, Type.SOCK_STREAM, Protocol.IPPROTO_UDP), "EPROTONOSUPPORT");
        fails(sockets.socketpair(Domain.AF_INET, Type.SOCK_STREAM, Protocol.DEFAULT), "EOPNOTSUPP");
        fails(sockets.accept(listener(), 1), "EINVAL");
        fails(sockets.close(NEVER_OPEN), "EBADF");
        fails(sockets.statusFlags(NEVER_OPEN), "EBADF");
        fails(sockets.getsockname(NEVER_OPEN), "EBADF");
        fails(sockets.bind(NEVER_OPEN, LOOPBACK_ANY_PORT), "EBADF");
    }

    @Test
    void aConnectThatNobodyListensForIsRefused() {
        Fd bound = tcp();
        value(sockets.bind(bound, LOOPBACK_ANY_PORT));
        SocketAddress closed = value(sockets.getsockname(bound));
        fails(sockets.connect(tcp(), closed), "ECONNREFUSED");
        fails(sockets.bind(tcp(), closed), "EADDRINUSE");
    }

    @Test
    void anOversizedDatagramIsRefused() {
        Fd receiver = udp();
        value(sockets.bind(receiver, LOOPBACK_ANY_PORT));
        SocketAddress to = value(sockets.getsockname(receiver));
        fails(sockets.sendto(udp(), Bytes.counting(65_508), MsgFlags.NONE, to), "EMSGSIZE");
        assertThat(value(sockets.sendto(udp(), Bytes.counting(65_507), MsgFlags.NONE, to)))
                .isEqualTo(65_507);
        assertThat(value(sockets.recv(receiver, 70_000, MsgFlags.NONE))).isEqualTo(Bytes.counting(65_507));
    }

    @Test
    void aNonblockingSocketSaysWhatItWouldWaitFor() {
        Fd fd = socket(Domain.AF_INET, Type.SOCK_DGRAM.nonblocking());
        fails(sockets.recv(fd, 1, MsgFlags.NONE), "EAGAIN");
        value(sockets.setStatusFlags(fd, 0));
        assertThat(value(sockets.statusFlags(fd)) & Type.SOCK_NONBLOCK).isZero();
        value(sockets.setStatusFlags(fd, Type.SOCK_NONBLOCK));
        fails(sockets.recv(fd, 1, MsgFlags.NONE), "EAGAIN");
        fails(sockets.recv(unixPair(Type.SOCK_DGRAM).first(), 1, MsgFlags.MSG_DONTWAIT), "EAGAIN");
    }

    @Test
    void pollAnswersInTheOrderOfItsEntries() {
        Pair pair = unixPair(Type.SOCK_STREAM);
        value(sockets.send(pair.first(), Bytes.text("x"), MsgFlags.NONE));
        List<Polled> entries = List.of(
                new Polled(pair.first(), PollEvents.POLLIN),
                new Polled(pair.second(), PollEvents.parse("POLLIN|POLLOUT")),
                new Polled(NEVER_OPEN, PollEvents.POLLIN));
        assertThat(value(sockets.poll(entries, Duration.ZERO)))
                .containsExactly(PollEvents.NONE, PollEvents.parse("POLLIN|POLLOUT"), PollEvents.parse("POLLNVAL"));
        assertThat(value(sockets.poll(List.of(), Duration.ZERO))).isEmpty();
    }

    @Test
    void pollNeverReturnsBeforeItsLimit() {
        long began = System.nanoTime();
        Polled idle = new Polled(unixPair(Type.SOCK_STREAM).first(), PollEvents.POLLIN);
        assertThat(value(sockets.poll(List.of(idle), Duration.ofNanos(1_000_001))))
                .containsExactly(PollEvents.NONE);
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(2_000_000);
        assertThat(PollEntries.millis(Duration.ofNanos(1))).isEqualTo(1);
        assertThat(PollEntries.millis(Duration.ofMillis(7))).isEqualTo(7);
        assertThat(PollEntries.millis(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(Integer.MAX_VALUE);
        assertThat(PollEntries.millis(Duration.ofNanos(-1))).isEqualTo(-1);
    }

    @Test
    void byteOrderIsThatOfTheNetwork() {
        assertThat(value(sockets.htons(List.of(8080, 0, 65_535, 1)))).isEqualTo(Bytes.hex("1f 90 00 00 ff ff 00 01"));
        assertThat(value(sockets.ntohs(Bytes.hex("1f 90 ff fe")))).containsExactly(8080, 65_534);
        assertThat(value(sockets.htonl(0xfffefdfcL))).isEqualTo(Bytes.hex("ff fe fd fc"));
        assertThat(value(sockets.ntohl(Bytes.hex("ff fe fd fc")))).isEqualTo(0xfffefdfcL);
        assertThatThrownBy(() -> sockets.ntohs(Bytes.hex("01 02 03"))).isInstanceOf(IllegalArgumentException.class);
    }
}
