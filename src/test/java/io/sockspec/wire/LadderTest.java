package io.sockspec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.Packets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static Frame client(long number, long millis, Bytes data, Fate... fates) {
        return Frames.logged(number, millis, "client", "server", data, fates);
    }

    private static Frame server(long number, long millis, Bytes data, Fate... fates) {
        return Frames.logged(number, millis, "server", "client", data, fates);
    }

    @Test
    void printsALostSyn() {
        Bytes syn = Frames.tcp("SYN", 5000, 0, "");
        List<Frame> frames = List.of(
                client(1, 1_000_000, syn, new Fate.Lost("lost by the wire (1 of 1)")),
                client(2, 1_001_031, syn),
                server(3, 1_001_032, Frames.tcpBack("RST,ACK", 0, 5001, "")));

        assertThat(Ladder.lines(frames))
                .containsExactly(
                        "+0.000 s  client > server  SYN      lost by the wire (1 of 1)",
                        "+1.031 s  client > server  SYN",
                        "+1.032 s  server > client  RST,ACK");
    }

    @Test
    void takesNotesOfOthers() {
        Frame reset = server(1, 0, Frames.tcpBack("RST,ACK", 0, 5001, ""));

        assertThat(Ladder.lines(List.of(reset), frame -> "first difference: a SYN,ACK was due"))
                .containsExactly("+0.000 s  server > client  RST,ACK  first difference: a SYN,ACK was due");
    }

    @Test
    void printsRelativeNumbersWhereTheyTellSomething() {
        List<Frame> frames = List.of(
                client(1, 0, Frames.tcp("SYN", 0xfffffff0L, 0, "")),
                server(2, 0, Frames.tcpBack("SYN,ACK", 7000, 0xfffffff1L, "")),
                client(3, 0, Frames.tcp("ACK", 0xfffffff1L, 7001, "")),
                client(4, 0, Frames.tcp("PSH,ACK", 0xfffffff1L, 7001, "eighteen byte text")),
                server(5, 0, Frames.tcpBack("ACK", 7001, 3, "")),
                client(6, 0, Frames.tcp("FIN,ACK", 3, 7001, "")),
                server(7, 0, Frames.tcpBack("RST", 6900, 0, "")));

        assertThat(Ladder.lines(frames).stream().map(line -> line.substring(27)))
                .containsExactly(
                        "SYN",
                        "SYN,ACK",
                        "ACK",
                        "PSH,ACK seq 1 len 18",
                        "ACK ack 19",
                        "FIN,ACK seq 19",
                        "RST seq -100");
    }

    @Test
    void summarisesEveryKind() {
        Bytes lost = Frames.udp("lost");
        assertThat(summary(lost)).isEqualTo("UDP 4 bytes");
        assertThat(summary(Packets.arpRequest(Frames.CLIENT_MAC, Frames.CLIENT.ip(), Frames.SERVER.ip())))
                .isEqualTo("ARP request who has 10.0.0.2");
        assertThat(summary(
                        Packets.arpReply(Frames.SERVER_MAC, Frames.SERVER.ip(), Frames.CLIENT_MAC, Frames.CLIENT.ip())))
                .isEqualTo("ARP reply 10.0.0.2 is at 02:00:00:00:00:02");
        assertThat(summary(Packets.icmpError(Frames.SERVER.ip(), Packet.of(lost), 3, 3, 0)))
                .isEqualTo("ICMP port unreachable");
        assertThat(summary(Packets.icmpError(Frames.SERVER.ip(), Packet.of(lost), 12, 9, 0)))
                .isEqualTo("ICMP type 12 code 9");
        assertThat(summary(Frames.IGMP_V3_JOIN)).isEqualTo("IGMPv3 report CHANGE_TO_EXCLUDE 239.1.2.3");
        assertThat(summary(Packets.igmpQuery(Frames.CLIENT_MAC, Frames.CLIENT.ip(), 2, Ip4.ANY, 10)))
                .isEqualTo("IGMPv2 query 0.0.0.0");
        assertThat(summary(Frames.MLD_V2_JOIN)).isEqualTo("MLDv2 report CHANGE_TO_EXCLUDE ff02::1:ff00:1");
        assertThat(summary(TestHost.frame("x"))).isEqualTo("ethertype 0x88b5 15 bytes");
        assertThat(summary(Bytes.hex("01"))).isEqualTo("no whole Ethernet header 1 byte");
    }

    private static String summary(Bytes data) {
        return Ladder.summary(Frames.logged(data));
    }

    @Test
    void leavesOutTheMiddleOfALongLadder() {
        List<Frame> frames = LongStream.rangeClosed(1, 100)
                .mapToObj(number -> client(number, number, Frames.udp("x".repeat((int) number))))
                .toList();
        List<String> lines = Ladder.lines(frames);

        assertThat(lines).hasSize(61);
        assertThat(lines.get(39)).endsWith("UDP 40 bytes");
        assertThat(lines.get(40)).isEqualTo("… 40 frames left out");
        assertThat(lines.get(41)).endsWith("UDP 81 bytes");
        assertThat(lines.getLast()).endsWith("UDP 100 bytes");
    }

    @Test
    void anEmptyLadderHasNoLines() {
        assertThat(Ladder.lines(List.of())).isEmpty();
    }
}
