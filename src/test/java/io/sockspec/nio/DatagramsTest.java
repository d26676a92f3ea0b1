package io.sockspec.nio;

import static io.sockspec.nio.NioHost.fails;
import static io.sockspec.nio.NioHost.notOffered;
import static io.sockspec.nio.NioHost.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.lab.GroupEntry;
import io.sockspec.lab.Prefix;
import io.sockspec.lab.Route;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Port;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.Received;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.SocketOption.Linger;
import io.sockspec.socket.SocketOption.Membership;
import io.sockspec.socket.Type;
import io.sockspec.spi.Capability;
import io.sockspec.spi.NotOffered;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DatagramsTest {
    private static final Ip4 GROUP = Ip4.parse("239.1.2.3");
    private static final Bytes HELLO = Bytes.text("hello");

    private final NioHost here = new NioHost();
    private final NioSockets sockets = here.sockets;

    @AfterEach
    void close() {
        here.close();
    }

    private boolean isMember() {
        return here.host().memberships().stream().map(GroupEntry::group).anyMatch(GROUP::equals);
    }

    @Test
    void aDatagramIsCutToTheRoomThereIs() {
        Fd receiver = here.boundUdp();
        Fd sender = here.boundUdp();
        SocketAddress to = value(sockets.getsockname(receiver));
        assertThat(value(sockets.sendto(sender, HELLO, MsgFlags.NONE, to))).isEqualTo(5);
        Received received = value(sockets.recvfrom(receiver, 4, MsgFlags.NONE));
        assertThat(received.payload()).isEqualTo(Bytes.text("hell"));
        assertThat(received.returned()).isEqualTo(4);
        assertThat(received.sender()).isEqualTo(Optional.of(value(sockets.getsockname(sender))));
    }

    @Test
    void onlyWhatDoesNotBlockHasDontWait() {
        Fd fd = here.boundUdp();
        notOffered(() -> sockets.recv(fd, 1, MsgFlags.MSG_DONTWAIT), "recv() with MSG_DONTWAIT on a blocking socket");
        here.nonblocking(fd);
        fails(sockets.recv(fd, 1, MsgFlags.MSG_DONTWAIT), "EAGAIN");
    }

    @Test
    void aPeerIsSetAndDissolved() {
        Fd fd = here.udp();
        Fd other = here.boundUdp();
        SocketAddress peer = value(sockets.getsockname(other));
        fails(sockets.send(fd, HELLO, MsgFlags.NONE), "EDESTADDRREQ");
        value(sockets.connect(fd, peer));
        assertThat(value(sockets.getpeername(fd))).isEqualTo(peer);
        value(sockets.send(fd, HELLO, MsgFlags.NONE));
        assertThat(value(sockets.recv(other, 10, MsgFlags.NONE))).isEqualTo(HELLO);
        fails(sockets.sendto(fd, HELLO, MsgFlags.NONE, here.address(9)), "EISCONN");
        value(sockets.connect(fd, new SocketAddress.Unspecified()));
        fails(sockets.getpeername(fd), "ENOTCONN");
    }

    @Test
    void theKernelsErrorsComeThrough() {
        Fd fd = here.udp();
        Inet4 broadcast = new Inet4(Ip4.parse("192.0.2.255"), new Port(9));
        fails(sockets.sendto(fd, HELLO, MsgFlags.NONE, broadcast), "EACCES");
        fails(sockets.sendto(fd, Bytes.counting(65508), MsgFlags.NONE, here.address(9)), "EMSGSIZE");
        fails(
                sockets.sendto(fd, HELLO, MsgFlags.NONE, new Inet4(Ip4.parse("198.51.100.1"), new Port(9))),
                "ENETUNREACH");
        Fd refused = here.udp();
        value(sockets.connect(refused, here.address(9)));
        value(sockets.send(refused, HELLO, MsgFlags.NONE));
        fails(sockets.recv(refused, 1, MsgFlags.NONE), "ECONNREFUSED");
    }

    @Test
    void anOptionOfCIsTheOneOfThatName() {
        Fd udp = here.udp();
        assertThat(value(sockets.getsockopt(udp, SocketOption.SO_BROADCAST))).isZero();
        value(sockets.setsockopt(udp, SocketOption.SO_BROADCAST, 1));
        assertThat(value(sockets.getsockopt(udp, SocketOption.SO_BROADCAST))).isEqualTo(1);
        value(sockets.setsockopt(udp, SocketOption.IP_MULTICAST_TTL, 5));
        assertThat(value(sockets.getsockopt(udp, SocketOption.IP_MULTICAST_TTL)))
                .isEqualTo(5);
        Fd tcp = here.tcp();
        assertThat(value(sockets.getsockopt(tcp, SocketOption.SO_LINGER))).isEqualTo(new Linger(false, 0));
        value(sockets.setsockopt(tcp, SocketOption.SO_LINGER, new Linger(true, 3)));
        assertThat(value(sockets.getsockopt(tcp, SocketOption.SO_LINGER))).isEqualTo(new Linger(true, 3));
    }

    @Test
    void otherOptionsAndValuesAreNotOffered() {
        Fd fd = here.udp();
        notOffered(() -> sockets.getsockopt(fd, SocketOption.SO_ERROR), "getsockopt(SO_ERROR)");
        notOffered(() -> sockets.setsockopt(fd, SocketOption.SO_BROADCAST, 2), "setsockopt(SO_BROADCAST, 2)");
        notOffered(
                () -> sockets.setsockopt(fd, SocketOption.IP_MULTICAST_TTL, 256), "setsockopt(IP_MULTICAST_TTL, 256)");
        notOffered(() -> sockets.getsockopt(fd, SocketOption.TCP_NODELAY), "getsockopt(TCP_NODELAY)");
        notOffered(
                () -> sockets.sendto(fd, HELLO, MsgFlags.NONE, here.address(0)),
                "sendto() to port 0 on a datagram socket");
    }

    @Test
    void aGroupIsJoinedOnANamedInterfaceAndLeft() {
        Fd fd = here.udp();
        Membership membership = new Membership(GROUP, here.host().ip4());
        value(sockets.setsockopt(fd, SocketOption.IP_ADD_MEMBERSHIP, membership));
        assertThat(isMember()).isTrue();
        // The channel answers the membership that it has.
        value(sockets.setsockopt(fd, SocketOption.IP_ADD_MEMBERSHIP, membership));
        value(sockets.setsockopt(fd, SocketOption.IP_DROP_MEMBERSHIP, membership));
        assertThat(isMember()).isFalse();
        value(sockets.setsockopt(fd, SocketOption.IP_DROP_MEMBERSHIP, membership));
    }

    @Test
    void aGroupIsJoinedOnTheInterfaceThatTheRouteNames() {
        Fd fd = here.udp();
        Membership anywhere = new Membership(GROUP, Ip4.ANY);
        fails(sockets.setsockopt(fd, SocketOption.IP_ADD_MEMBERSHIP, anywhere), "ENODEV");
        here.host().addRoute(Route.onLink(Prefix.ALL_IP4, "eth0"));
        value(sockets.setsockopt(fd, SocketOption.IP_ADD_MEMBERSHIP, anywhere));
        assertThat(isMember()).isTrue();
        fails(sockets.setsockopt(fd, SocketOption.IP_ADD_MEMBERSHIP, anywhere), "EADDRINUSE");
        value(sockets.setsockopt(fd, SocketOption.IP_DROP_MEMBERSHIP, anywhere));
        assertThat(isMember()).isFalse();
        fails(sockets.setsockopt(fd, SocketOption.IP_DROP_MEMBERSHIP, anywhere), "EADDRNOTAVAIL");
    }

    @Test
    void whatCannotBeJoinedOrLeftIsNotOffered() {
        Fd fd = here.udp();
        Membership stranger = new Membership(GROUP, Ip4.parse("198.51.100.1"));
        notOffered(
                () -> sockets.setsockopt(fd, SocketOption.IP_ADD_MEMBERSHIP, stranger),
                "IP_ADD_MEMBERSHIP on 198.51.100.1, which no interface has");
        notOffered(
                () -> sockets.setsockopt(fd, SocketOption.IP_DROP_MEMBERSHIP, stranger),
                "IP_DROP_MEMBERSHIP of 239.1.2.3 on 198.51.100.1, which was not joined");
        Membership host = new Membership(Ip4.LOOPBACK, Ip4.LOOPBACK);
        notOffered(
                () -> sockets.setsockopt(fd, SocketOption.IP_ADD_MEMBERSHIP, host),
                "setsockopt(IP_ADD_MEMBERSHIP, 127.0.0.1 on 127.0.0.1)");
    }

    @Test
    void otherSocketsAreNotOffered() {
        assertThat(refusal(Domain.AF_INET, Type.SOCK_RAW)).contains(Capability.RAW);
        assertThat(refusal(Domain.AF_PACKET, Type.SOCK_RAW)).contains(Capability.PACKET);
        assertThat(refusal(Domain.AF_UNIX, Type.SOCK_DGRAM)).isEmpty();
        assertThat(refusal(Domain.AF_INET, Type.SOCK_STREAM.nonblocking())).isEmpty();
    }

    private Optional<Capability> refusal(Domain domain, Type type) {
        try {
            sockets.socket(domain, type, Protocol.DEFAULT);
            throw new AssertionError("there is such a channel");
        } catch (NotOffered lacking) {
            return lacking.capability();
        }
    }
}
