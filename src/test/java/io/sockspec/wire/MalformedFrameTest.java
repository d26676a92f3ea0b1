package io.sockspec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.wire.packet.Layer;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.Packets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever bytes arrive, everything that looks at a frame answers.
class MalformedFrameTest {
    private static final List<Bytes> SEEDS = List.of(
            Frames.tcp("PSH,ACK", 1000, 2000, "some payload"),
            Frames.udp("some payload"),
            Frames.IGMP_V3_JOIN,
            Frames.MLD_V2_JOIN,
            Packets.arpRequest(Frames.CLIENT_MAC, Frames.CLIENT.ip(), Frames.SERVER.ip()),
            Packets.igmpQuery(Frames.CLIENT_MAC, Frames.CLIENT.ip(), 3, Ip4.parse("239.1.2.3"), 10),
            Packets.icmpError(Frames.SERVER.ip(), Packet.of(Frames.udp("lost")), 3, 3, 0));

    private final Random random = new Random(20260102);

    @Test
    void cutAnywhere() {
        for (Bytes seed : SEEDS) {
            for (int length = 0; length <= seed.length(); length++) {
                lookAt(seed.slice(0, length));
                assertThat(Packet.of(seed.slice(0, length)).details()).isNotEmpty();
            }
        }
    }

    @Test
    void changedAnywhere() {
        for (Bytes seed : SEEDS) {
            for (int index = 0; index < seed.length(); index++) {
                for (int value : new int[] {0, 1, 0x0f, 0x40, 0x4f, 0x60, 0x7f, 0x80, 0xff}) {
                    byte[] bytes = seed.toArray();
                    bytes[index] = (byte) value;
                    lookAt(Bytes.copyOf(bytes));
                }
            }
        }
    }

    @Test
    void changedInManyPlacesAndCut() {
        for (int round = 0; round < 1000; round++) {
            byte[] bytes = SEEDS.get(random.nextInt(SEEDS.size())).toArray();
            for (int change = random.nextInt(6); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            lookAt(Bytes.copyOf(bytes).slice(0, random.nextInt(bytes.length + 1)));
        }
    }

    @Test
    void noise() {
        for (int round = 0; round < 1000; round++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            lookAt(Bytes.copyOf(bytes));
        }
    }

    private static void lookAt(Bytes bytes) {
        Frame frame = Frames.logged(bytes);
        Packet packet = Packet.of(bytes);
        assertThat(packet.protocol()).isNotEmpty();
        for (Layer layer : Layer.values()) {
            assertThat(packet.start(layer).orElse(0)).isBetween(0, bytes.length());
        }
        assertThat(Ladder.summary(frame)).isNotEmpty();
        assertThat(Packets.mend(bytes).length()).isEqualTo(bytes.length());
        assertThat(Packet.of(Packets.mend(bytes)).protocol()).isEqualTo(packet.protocol());
        for (String name : Fields.names()) {
            assertThat(Fields.read(packet, name)).isNotInstanceOf(Reading.Unknown.class);
        }
        for (String words : Pattern.known()) {
            assertThat(Pattern.parse(words).fits(frame)).isIn(true, false);
        }
    }
}
