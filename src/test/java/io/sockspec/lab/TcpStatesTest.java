package io.sockspec.lab;

import static io.sockspec.lab.TestSocket.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.lab.namespace.NamespaceLaboratory;
import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.wire.Connection;
import io.sockspec.wire.Manners;
import io.sockspec.wire.Pattern;
import io.sockspec.wire.ScriptedHost;
import io.sockspec.wire.Segment;
import io.sockspec.wire.Selection;
import io.sockspec.wire.Wire;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A scripted host brings a socket of the kernel into each state of TCP and holds it there.
class TcpStatesTest {
    private static final int EINPROGRESS = 115;
    private static final int ECONNRESET = 104;
    private static final int PORT = 8080;
    private static final Duration SOON = Duration.ofSeconds(5);

    private Lab lab;
    private Host client;
    private ScriptedHost peer;
    private Wire wire;
    private TestSocket socket;

    @BeforeEach
    void open() {
        lab = NamespaceLaboratory.probe().open(LabPlan.of("client").scripted("peer"));
        client = lab.host("client");
        peer = lab.scripted("peer");
        wire = lab.wire();
        socket = TestSocket.tcp(client);
    }

    @AfterEach
    void close() {
        socket.close();
        lab.close();
    }

    /// Starts a connect to the scripted host and returns when the reaction to its SYN is over.
    private Connection connect(Manners manners) {
        Connection connection = peer.listen(PORT, manners);
        assertThat(Libc.fcntl(socket.fd(), 4, 0x800)).isZero();
        assertThat(socket.tryConnect(at(peer.ip(), PORT))).isEqualTo(-EINPROGRESS);
        wire.drain();
        return connection;
    }

    private void shutDownWriting() {
        assertThat(Libc.shutdown(socket.fd(), 1)).isZero();
        wire.drain();
    }

    /// What the socket says of itself: the first byte of TCP_INFO.
    private TcpState state() {
        try (Memory info = Memory.confined(256);
                Memory length = Memory.confined(4).putInt(0, 256)) {
            assertThat(Libc.getsockopt(socket.fd(), 6, 11, info, length)).isZero();
            return TcpState.of(info.byteAt(0));
        }
    }

    /// What the kernel's table says of the connection.
    private TcpState listed() {
        return client.tcpTable().stream()
                .map(TcpEntry::state)
                .reduce((one, other) -> {
                    throw new AssertionError("two sockets: " + one + " and " + other);
                })
                .orElseThrow();
    }

    @Test
    void closed() {
        assertThat(state()).isEqualTo(TcpState.CLOSE);
    }

    @Test
    void listen() {
        socket.bind(at(client.ip4(), PORT)).listen();

        assertThat(state()).isEqualTo(TcpState.LISTEN);
        assertThat(listed()).isEqualTo(TcpState.LISTEN);
    }

    @Test
    void synSent() {
        connect(Manners.SILENT);

        assertThat(state()).isEqualTo(TcpState.SYN_SENT);
        assertThat(listed()).isEqualTo(TcpState.SYN_SENT);
    }

    @Test
    void synReceivedByASimultaneousOpenThatIsHeld() {
        Connection connection = connect(Manners.SILENT);
        connection.send(Segment.syn());

        assertThat(connection.expect(Pattern.parse("SYN,ACK"), SOON)).isPresent();
        assertThat(state()).isEqualTo(TcpState.SYN_RECV);
        connection.send(Segment.of("ACK"));
        assertThat(state()).isEqualTo(TcpState.ESTABLISHED);
    }

    @Test
    void established() {
        connect(Manners.POLITE);

        assertThat(state()).isEqualTo(TcpState.ESTABLISHED);
    }

    @Test
    void finWait1() {
        connect(Manners.HANDSHAKE_ONLY);
        shutDownWriting();

        assertThat(state()).isEqualTo(TcpState.FIN_WAIT1);
    }

    @Test
    void finWait2() {
        connect(Manners.POLITE);
        shutDownWriting();

        assertThat(state()).isEqualTo(TcpState.FIN_WAIT2);
    }

    @Test
    void closeWait() {
        connect(Manners.POLITE).send(Segment.of("FIN,ACK"));
        wire.drain();

        assertThat(state()).isEqualTo(TcpState.CLOSE_WAIT);
    }

    @Test
    void closingByASimultaneousClose() {
        Connection connection = connect(Manners.HANDSHAKE_ONLY);
        shutDownWriting();
        connection.send(Segment.of("FIN,ACK").acknowledgment(-1));
        wire.drain();

        assertThat(state()).isEqualTo(TcpState.CLOSING);
        assertThat(listed()).isEqualTo(TcpState.CLOSING);
        connection.send(Segment.of("ACK"));
        assertThat(listed()).isEqualTo(TcpState.TIME_WAIT);
    }

    @Test
    void lastAck() {
        Connection connection = connect(Manners.HANDSHAKE_ONLY);
        connection.send(Segment.of("FIN,ACK"));
        shutDownWriting();

        assertThat(state()).isEqualTo(TcpState.LAST_ACK);
        connection.send(Segment.of("ACK"));
        assertThat(client.tcpTable()).isEmpty();
        assertThat(state()).isEqualTo(TcpState.CLOSE);
    }

    @Test
    void lastAckAfterCloseOfTheDescriptor() {
        connect(Manners.HANDSHAKE_ONLY).send(Segment.of("FIN,ACK"));
        socket.close();
        wire.drain();

        assertThat(listed()).isEqualTo(TcpState.LAST_ACK);
        socket = TestSocket.udp(client);
    }

    @Test
    void timeWait() {
        Connection connection = connect(Manners.POLITE);
        shutDownWriting();
        connection.send(Segment.of("FIN,ACK"));
        wire.drain();

        assertThat(listed()).isEqualTo(TcpState.TIME_WAIT);
        assertThat(state()).isEqualTo(TcpState.CLOSE);
    }

    @Test
    void acceptsAConnectionOfTheScriptedHost() {
        socket.bind(at(client.ip4(), PORT)).listen();
        Connection connection = peer.connection(40000, new Inet4(client.ip4(), new Port(PORT)), Manners.SILENT);
        connection.send(Segment.syn());
        wire.drain();
        assertThat(client.tcpTable()).extracting(TcpEntry::state).contains(TcpState.SYN_RECV);
        connection.send(Segment.of("ACK"));
        connection.send(Segment.data(Bytes.text("hello")));

        try (TestSocket accepted = socket.accept()) {
            assertThat(accepted.receive()).isEqualTo("hello");
        }
    }

    @Test
    void aResetAtTheExactNumberEndsTheConnection() {
        connect(Manners.POLITE).send(Segment.of("RST"));

        assertThat(state()).isEqualTo(TcpState.CLOSE);
        assertThat(socket.tryReceive()).isEqualTo(-ECONNRESET);
    }

    @Test
    void aResetInsideTheWindowDrawsAnAcknowledgmentAndOneOutsideNothing() {
        Connection connection = connect(Manners.POLITE);
        long mark = wire.mark();
        connection.send(Segment.of("RST").sequence(1_000_000));
        wire.drain();
        assertThat(wire.frames(
                        Selection.every(Pattern.parse("frame")).from("client").after(mark)))
                .isEmpty();
        connection.send(Segment.of("RST").sequence(100));
        wire.drain();

        assertThat(wire.frames(
                        Selection.every(Pattern.parse("ACK")).from("client").after(mark)))
                .hasSize(1);
        assertThat(state()).isEqualTo(TcpState.ESTABLISHED);
    }

    @Test
    void anOverlapIsReadOnce() {
        Connection connection = connect(Manners.POLITE);
        connection.send(Segment.data(Bytes.text("cd")).sequence(2));
        connection.send(Segment.data(Bytes.text("abc")).withoutAdvancing());
        wire.drain();

        assertThat(socket.receive()).isEqualTo("abcd");
    }
}
