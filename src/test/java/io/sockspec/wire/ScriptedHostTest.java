package io.sockspec.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.Packets;
import io.sockspec.wire.packet.Tcp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A scripted host against frames written by hand, and against another scripted host.
class ScriptedHostTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Pattern ACK = Pattern.parse("ACK");

    private final TestHost client = new TestHost("client");
    private final Wire wire = Wire.start("scripted wire", List.of(client));
    private final ScriptedHost server =
            ScriptedHost.attach(wire, "server", "lan", Frames.SERVER_MAC, Frames.SERVER.ip());

    @AfterEach
    void close() {
        wire.close();
        client.close();
    }

    private void clientSends(String flags, long sequence, long acknowledgment, String payload) {
        client.send(Frames.tcp(flags, sequence, acknowledgment, payload));
        wire.drain();
    }

    private List<String> received() {
        return client.received().stream()
                .map(frame -> Packet.of(frame).tcp().orElseThrow())
                .map(tcp -> tcp.flagsText() + " " + tcp.sequence() + " " + tcp.acknowledgment()
                        + (tcp.payload().length() == 0
                                ? ""
                                : " " + tcp.payload().asText()))
                .toList();
    }

    @Test
    void answersArpForItsAddressOnly() {
        client.send(Packets.arpRequest(Frames.CLIENT_MAC, Frames.CLIENT.ip(), Frames.SERVER.ip()));
        client.send(Packets.arpRequest(Frames.CLIENT_MAC, Frames.CLIENT.ip(), Frames.CLIENT.ip()));
        wire.drain();

        assertThat(client.received())
                .containsExactly(
                        Packets.arpReply(Frames.SERVER_MAC, Frames.SERVER.ip(), Frames.CLIENT_MAC, Frames.CLIENT.ip()));
    }

    @Test
    void staysSilentWhenTold() {
        server.answerArp(false);
        client.send(Packets.arpRequest(Frames.CLIENT_MAC, Frames.CLIENT.ip(), Frames.SERVER.ip()));
        clientSends("SYN", 1000, 0, "");

        assertThat(client.received()).isEmpty();
    }

    @Test
    void politelyAcceptsReceivesAndSends() {
        Connection connection = server.listen(8080, Manners.POLITE);
        assertThat(connection.peer()).isEmpty();
        clientSends("SYN", 1000, 0, "");
        clientSends("ACK", 1001, 1_000_001, "");
        clientSends("PSH,ACK", 1001, 1_000_001, "hello");
        connection.send(Segment.data(Bytes.text("world")));
        clientSends("FIN,ACK", 1006, 1_000_006, "");

        assertThat(received())
                .containsExactly(
                        "SYN,ACK 1000000 1001", "ACK 1000001 1006", "PSH,ACK 1000001 1006 world", "ACK 1000006 1007");
        assertThat(connection.peer()).contains(Frames.CLIENT);
        assertThat(connection.sendNext()).isEqualTo(1_000_006);
        assertThat(connection.receiveNext()).isEqualTo(1007);
        assertThat(connection.peerWindow()).isEqualTo(65535);
        assertThat(synAck().option(Tcp.MAXIMUM_SEGMENT_SIZE)).contains(Bytes.hex("05 b4"));
    }

    private Tcp synAck() {
        return Packet.of(client.received().getFirst()).tcp().orElseThrow();
    }

    @Test
    void answersARepeatedSynWithTheSameNumber() {
        server.listen(8080, Manners.POLITE);
        clientSends("SYN", 1000, 0, "");
        clientSends("SYN", 1000, 0, "");

        assertThat(received()).containsExactly("SYN,ACK 1000000 1001", "SYN,ACK 1000000 1001");
    }

    @Test
    void silentButAttentive() {
        Connection connection = server.listen(8080, Manners.SILENT);
        clientSends("SYN", 1000, 0, "");
        assertThat(received()).isEmpty();
        connection.send(Segment.synAck().acknowledgment(5));
        connection.send(Segment.of("RST"));
        connection.send(Segment.of("RST,ACK").sequence(100));

        assertThat(received()).containsExactly("SYN,ACK 1000000 1006", "RST 1000001 0", "RST,ACK 1000101 1001");
        assertThat(connection.sendNext()).isEqualTo(1_000_001);
    }

    @Test
    void doesNotAcknowledgeBeyondAGap() {
        Connection connection = server.listen(8080, Manners.POLITE);
        clientSends("SYN", 1000, 0, "");
        clientSends("PSH,ACK", 1011, 1_000_001, "later");

        assertThat(received()).containsExactly("SYN,ACK 1000000 1001", "ACK 1000001 1001");
        assertThat(connection.receiveNext()).isEqualTo(1001);
    }

    @Test
    void overlapsAndLeavesGaps() {
        Connection connection = server.listen(8080, Manners.HANDSHAKE_ONLY);
        clientSends("SYN", 1000, 0, "");
        connection.send(Segment.data(Bytes.text("abc")).withoutAdvancing());
        connection.send(Segment.data(Bytes.text("bcd")).sequence(1));
        connection.send(Segment.data(Bytes.text("x")).sequence(-1));
        connection.send(Segment.data(Bytes.text("abcd")));

        assertThat(received().subList(1, 5))
                .containsExactly(
                        "PSH,ACK 1000001 1001 abc",
                        "PSH,ACK 1000002 1001 bcd",
                        "PSH,ACK 1000000 1001 x",
                        "PSH,ACK 1000001 1001 abcd");
        assertThat(connection.sendNext()).isEqualTo(1_000_005);
    }

    @Test
    void announcesItsWindow() {
        Connection connection = server.listen(8080, Manners.POLITE).window(0);
        clientSends("SYN", 1000, 0, "");
        connection.send(Segment.of("ACK").window(77));

        assertThat(client.received())
                .extracting(frame -> Packet.of(frame).tcp().orElseThrow().window())
                .containsExactly(0, 77);
    }

    @Test
    void numbersGoRoundTheirSpace() {
        Connection connection = server.listen(8080, Manners.POLITE).initialSequence(0xffffffffL);
        clientSends("SYN", 0xffffffffL, 0, "");
        connection.send(Segment.data(Bytes.text("ab")));

        assertThat(received()).containsExactly("SYN,ACK 4294967295 0", "PSH,ACK 0 0 ab");
    }

    @Test
    void connectsToAPeerItHasToAskFor() {
        client.reacting(frame -> Packet.of(frame).arp().isPresent()
                ? List.of(
                        Packets.arpReply(Frames.CLIENT_MAC, Frames.CLIENT.ip(), Frames.SERVER_MAC, Frames.SERVER.ip()))
                : List.of());
        Connection connection = server.connection(8080, Frames.CLIENT, Manners.POLITE);
        connection.send(Segment.syn());
        clientSends("SYN,ACK", 500, 1_000_001, "");

        List<Bytes> segments = client.received().subList(1, 3);
        assertThat(segments)
                .extracting(frame -> Packet.of(frame).ethernet().orElseThrow().destination())
                .containsOnly(Frames.CLIENT_MAC);
        assertThat(segments)
                .extracting(frame -> Packet.of(frame).tcp().orElseThrow().flagsText())
                .containsExactly("SYN", "ACK");
        assertThat(connection.receiveNext()).isEqualTo(501);
    }

    @Test
    void saysWhenNobodyAnswersItsArpRequest() {
        assertThatThrownBy(() -> server.connection(8080, Frames.CLIENT, Manners.POLITE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nobody answered the ARP request of server for 10.0.0.1");
    }

    @Test
    void cannotSendBeforeItHasAPeer() {
        Connection connection = server.listen(8080, Manners.POLITE);

        assertThatThrownBy(() -> connection.send(Segment.of("ACK")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nobody has connected to 10.0.0.2:8080 yet");
    }

    @Test
    void expectsSegmentsOfItsConnectionOneAfterTheOther() {
        Connection connection = server.listen(8080, Manners.POLITE);
        clientSends("SYN", 1000, 0, "");
        clientSends("ACK", 1001, 1_000_001, "");
        clientSends("ACK", 1001, 1_000_001, "");
        client.send(Frames.tcp(
                Frames.TO_SERVER, new Inet4(Frames.CLIENT.ip(), new Port(1)), Frames.SERVER, "ACK", 1, 1, ""));
        wire.drain();

        assertThat(connection.expect(ACK, SOON)).isPresent();
        assertThat(connection.expect(ACK, SOON)).isPresent();
        assertThat(connection.expect(ACK, Duration.ofMillis(20))).isEmpty();
    }

    @Test
    void doesNotExpectWhatTheWireLost() {
        Connection connection = server.listen(8080, Manners.POLITE);
        clientSends("SYN", 1000, 0, "");
        wire.add(new Fault(Selection.first(ACK), new Action.Lose()));
        clientSends("ACK", 1001, 1_000_001, "");
        assertThat(connection.expect(ACK, Duration.ofMillis(20))).isEmpty();
        clientSends("ACK", 1001, 1_000_001, "");

        assertThat(connection.expect(ACK, SOON)).isPresent();
    }

    @Test
    void isSubjectToFaults() {
        Connection connection = server.listen(8080, Manners.POLITE);
        Fault fault = wire.add(new Fault(Selection.first(Pattern.parse("SYN,ACK")), new Action.Lose()));
        clientSends("SYN", 1000, 0, "");
        Frame sent = connection.send(Segment.data(Bytes.text("data")));

        assertThat(fault.acted()).isEqualTo(1);
        assertThat(received()).containsExactly("PSH,ACK 1000001 1001 data");
        assertThat(sent.isLost()).isFalse();
    }

    @Test
    void servesSeveralConnections() {
        Connection first = server.listen(8080, Manners.POLITE);
        Connection second = server.listen(8080, Manners.POLITE);
        Inet4 other = new Inet4(Frames.CLIENT.ip(), new Port(40001));
        clientSends("SYN", 1000, 0, "");
        client.send(Frames.tcp(Frames.TO_SERVER, other, Frames.SERVER, "SYN", 2000, 0, ""));
        wire.drain();

        assertThat(first.peer()).contains(Frames.CLIENT);
        assertThat(second.peer()).contains(other);
        assertThat(second.receiveNext()).isEqualTo(2001);
    }

    @Test
    void twoScriptedHostsOpenAtTheSameTime() {
        ScriptedHost peer = ScriptedHost.attach(wire, "peer", "lan", Frames.CLIENT_MAC, Frames.CLIENT.ip());
        Inet4 here = new Inet4(Frames.SERVER.ip(), new Port(8080));
        Connection mine = server.connection(8080, Frames.CLIENT, Manners.SILENT);
        Connection yours = peer.connection(40000, here, Manners.SILENT);
        mine.send(Segment.syn());
        yours.send(Segment.syn());
        mine.send(Segment.synAck().sequence(-1));
        yours.send(Segment.synAck().sequence(-1));
        mine.manners(Manners.POLITE);
        yours.send(Segment.data(Bytes.text("!")));
        wire.drain();

        assertThat(mine.receiveNext()).isEqualTo(yours.sendNext()).isEqualTo(1_000_002);
        assertThat(yours.receiveNext()).isEqualTo(mine.sendNext()).isEqualTo(1_000_001);
        assertThat(yours.expect(ACK, SOON)).isPresent();
    }

    @Test
    void leavesTheWire() {
        server.close();
        client.send(Packets.arpRequest(Frames.CLIENT_MAC, Frames.CLIENT.ip(), Frames.SERVER.ip()));
        wire.drain();

        assertThat(client.received()).isEmpty();
        assertThat(wire.ports()).containsExactly(client);
    }
}
