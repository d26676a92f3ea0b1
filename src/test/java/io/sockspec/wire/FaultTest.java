package io.sockspec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Mac;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.wire.packet.Checksum;
import io.sockspec.wire.packet.Layer;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.Packets;
import io.sockspec.wire.packet.Packets.Link;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTest {
    private static final Selection EVERY = Selection.every(Pattern.parse("frame"));

    private final TestHost client = new TestHost("client");
    private final TestHost server = new TestHost("server");
    private final Wire wire = Wire.start("faulty wire", List.of(client, server));

    @AfterEach
    void close() {
        wire.close();
        client.close();
        server.close();
    }

    private Fault add(Selection selection, Action action) {
        return wire.add(new Fault(selection, action));
    }

    private void clientSends(String... texts) {
        for (String text : texts) {
            client.send(text);
        }
        wire.drain();
    }

    private List<String> notes() {
        return wire.log().stream().map(Frame::note).toList();
    }

    @Test
    void losesTheFirst() {
        Fault fault = add(EVERY.which(Which.FIRST).from("client"), new Action.Lose());
        clientSends("a", "b");

        assertThat(server.receivedTexts()).containsExactly("b");
        assertThat(fault.acted()).isEqualTo(1);
        assertThat(notes()).containsExactly("lost by the wire (1 of 1)", "");
        assertThat(wire.log().getFirst().isLost()).isTrue();
        assertThat(fault.description()).isEqualTo("the wire loses the first frame from client");
    }

    @Test
    void losesEveryFrameOfOneSenderOnly() {
        Fault fault = add(EVERY.from("client"), new Action.Lose());
        clientSends("a", "b", "c");
        server.send("back");
        wire.drain();

        assertThat(server.received()).isEmpty();
        assertThat(client.receivedTexts()).containsExactly("back");
        assertThat(fault.acted()).isEqualTo(3);
        assertThat(notes()).startsWith("lost by the wire (1)", "lost by the wire (2)");
        assertThat(fault.description()).isEqualTo("the wire loses every frame from client");
    }

    @Test
    void losesTheNth() {
        Fault fault = add(EVERY.which(Which.parse("second")), new Action.Lose());
        Fault never = add(EVERY.which(Which.parse("9th")), new Action.Lose());
        clientSends("a", "b", "c");

        assertThat(server.receivedTexts()).containsExactly("a", "c");
        assertThat(fault.acted()).isEqualTo(1);
        assertThat(never.acted()).isZero();
        assertThat(wire.faults()).containsExactly(fault, never);
    }

    @Test
    void countsFromItsAdditionOn() {
        clientSends("before");
        Fault fault = add(EVERY.which(Which.FIRST), new Action.Lose());
        clientSends("a", "b");

        assertThat(server.receivedTexts()).containsExactly("before", "b");
        assertThat(fault.acted()).isEqualTo(1);
    }

    @Test
    void aRemovedFaultDoesNothingMore() {
        Fault fault = add(EVERY, new Action.Lose());
        clientSends("a");
        wire.remove(fault);
        clientSends("b");

        assertThat(server.receivedTexts()).containsExactly("b");
        assertThat(fault.acted()).isEqualTo(1);
        assertThat(wire.faults()).containsExactly(fault);
    }

    @Test
    void delaysAtLeastSoLongAndKeepsTheOrder() {
        Fault fault = add(EVERY.from("client"), new Action.Delay(Duration.ofMillis(60)));
        long start = System.nanoTime();
        clientSends("a", "b");

        assertThat(server.receivedTexts()).containsExactly("a", "b");
        assertThat(server.receivedAt().getFirst() - start).isGreaterThanOrEqualTo(60_000_000L);
        assertThat(fault.acted()).isEqualTo(2);
        assertThat(notes()).containsExactly("delayed by the wire by 60 ms (1)", "delayed by the wire by 60 ms (2)");
    }

    @Test
    void aDelayedFrameIsOvertaken() {
        add(EVERY.which(Which.FIRST), new Action.Delay(Duration.ofMillis(30)));
        clientSends("slow", "fast");

        assertThat(server.receivedTexts()).containsExactly("fast", "slow");
        assertThat(wire.log()).extracting(frame -> TestHost.text(frame.data())).containsExactly("slow", "fast");
    }

    @Test
    void duplicates() {
        Fault fault = add(EVERY.which(Which.FIRST), new Action.Duplicate());
        clientSends("a", "b");

        assertThat(server.receivedTexts()).containsExactly("a", "a", "b");
        assertThat(wire.mark()).isEqualTo(2);
        assertThat(fault.acted()).isEqualTo(1);
        assertThat(notes()).containsExactly("duplicated by the wire (1 of 1)", "");
    }

    @Test
    void reordersAFrameWithTheNextOfItsSender() {
        Fault fault = add(EVERY.which(Which.FIRST).from("client"), new Action.HoldUntilNext());
        clientSends("a");
        assertThat(server.received()).isEmpty();
        server.send("other sender");
        wire.drain();
        assertThat(server.received()).isEmpty();
        clientSends("b", "c");

        assertThat(server.receivedTexts()).containsExactly("b", "a", "c");
        assertThat(fault.acted()).isEqualTo(1);
        assertThat(notes().getFirst()).isEqualTo("held by the wire until the next frame (1 of 1)");
    }

    @Test
    void keepsFramesUntilTheyAreReleased() {
        Fault fault = add(EVERY.which(Which.firstOf(2)), new Action.Keep());
        clientSends("a", "b", "c");
        assertThat(server.receivedTexts()).containsExactly("c");
        wire.release();
        wire.release();

        assertThat(server.receivedTexts()).containsExactly("c", "a", "b");
        assertThat(fault.acted()).isEqualTo(2);
        assertThat(notes().getFirst()).isEqualTo("kept by the wire until its release (1 of 2)");
    }

    @Test
    void corruptsBytes() {
        Fault fault = add(
                EVERY.which(Which.FIRST),
                new Action.Corrupt(List.of(new Action.Change(Layer.ETHERNET, 14, 'X')), false));
        clientSends("abc", "abc");

        assertThat(server.receivedTexts()).containsExactly("Xbc", "abc");
        assertThat(wire.log()).extracting(frame -> TestHost.text(frame.data())).containsExactly("abc", "abc");
        assertThat(fault.acted()).isEqualTo(1);
        assertThat(notes().getFirst()).isEqualTo("corrupted by the wire: Ethernet byte 14 to 58 (1 of 1)");
    }

    @Test
    void corruptsPayloadWithAndWithoutAMendedChecksum() {
        Selection udp = Selection.every(Pattern.parse("UDP datagram"));
        List<Action.Change> change = List.of(new Action.Change(Layer.PAYLOAD, 1, '!'));
        add(udp.which(Which.nth(1)), new Action.Corrupt(change, false));
        add(udp.which(Which.nth(2)), new Action.Corrupt(change, true));
        client.send(datagram("abc"));
        client.send(datagram("abc"));
        wire.drain();

        assertThat(server.received())
                .extracting(
                        frame -> Packet.of(frame).udp().orElseThrow().payload().asText())
                .containsExactly("a!c", "a!c");
        assertThat(server.received())
                .extracting(frame -> Packet.of(frame).transportChecksum().orElseThrow())
                .containsExactly(Checksum.WRONG, Checksum.RIGHT);
        assertThat(notes().getLast())
                .isEqualTo("corrupted by the wire: payload byte 1 to 21, checksum mended (1 of 1)");
    }

    private static Bytes datagram(String payload) {
        Link link = new Link(Mac.parse("02:00:00:00:00:01"), Mac.parse("02:00:00:00:00:02"));
        Inet4 from = new Inet4(Ip4.parse("10.0.0.1"), new Port(1000));
        Inet4 to = new Inet4(Ip4.parse("10.0.0.2"), new Port(2000));
        return Packets.udp(link, from, to, Bytes.text(payload));
    }

    @Test
    void aCorruptionThatWouldChangeNothingHasNotActed() {
        Fault same = add(EVERY, new Action.Corrupt(List.of(new Action.Change(Layer.ETHERNET, 14, 'a')), false));
        Fault beyond = add(EVERY, new Action.Corrupt(List.of(new Action.Change(Layer.ETHERNET, 9999, 0)), false));
        Fault missing = add(EVERY, new Action.Corrupt(List.of(new Action.Change(Layer.TRANSPORT, 0, 0)), false));
        clientSends("abc");

        assertThat(List.of(same, beyond, missing)).extracting(Fault::acted).containsExactly(0, 0, 0);
        assertThat(server.receivedTexts()).containsExactly("abc");
        assertThat(notes()).containsExactly("");
    }

    @Test
    void limitsTheRate() {
        Fault fault = add(EVERY.from("client"), new Action.RateLimit(1000));
        long start = System.nanoTime();
        clientSends("sixteen bytes in", "sixteen bytes in");

        // 30 bytes each at 1000 bytes per second: 30 ms, then 30 more.
        assertThat(server.receivedAt().get(0) - start).isGreaterThanOrEqualTo(30_000_000L);
        assertThat(server.receivedAt().get(1) - start).isGreaterThanOrEqualTo(60_000_000L);
        assertThat(fault.acted()).isEqualTo(2);
    }

    @Test
    void aLostFrameIsCountedByLaterFaultsButNotTouched() {
        Fault lose = add(EVERY.which(Which.FIRST), new Action.Lose());
        Fault duplicate = add(EVERY.which(Which.firstOf(2)), new Action.Duplicate());
        clientSends("a", "b", "c");

        assertThat(server.receivedTexts()).containsExactly("b", "b", "c");
        assertThat(lose.acted()).isEqualTo(1);
        assertThat(duplicate.acted()).isEqualTo(1);
        assertThat(notes()).containsExactly("lost by the wire (1 of 1)", "duplicated by the wire (2 of 2)", "");
    }

    @Test
    void severalFaultsOnOneFrame() {
        add(EVERY, new Action.Duplicate());
        add(EVERY, new Action.Delay(Duration.ofMillis(5)));
        clientSends("a");

        assertThat(server.receivedTexts()).containsExactly("a", "a");
        assertThat(notes()).containsExactly("duplicated by the wire (1), delayed by the wire by 5 ms (1)");
    }

    @Test
    void aStalledWireLosesEverythingAndFaultsDoNotCountIt() {
        Fault fault = add(EVERY.which(Which.FIRST), new Action.Duplicate());
        wire.stall();
        clientSends("a");
        wire.resume();
        clientSends("b");

        assertThat(server.receivedTexts()).containsExactly("b", "b");
        assertThat(fault.acted()).isEqualTo(1);
        assertThat(notes()).containsExactly("lost by the stalled wire", "duplicated by the wire (1 of 1)");
    }
}
