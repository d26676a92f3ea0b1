package io.sockspec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.socket.Bytes;
import org.junit.jupiter.api.Test;

class LogTest {
    private static final Bytes BIG = Frames.tcp("PSH,ACK", 1000, 2000, "x".repeat(1000));
    private static final Bytes SMALL = Frames.tcp("ACK", 1000, 2000, "");

    @Test
    void keepsOnlyTheStartOfFramesBeyondItsBudget() {
        Log log = new Log(2L * BIG.length());
        for (Bytes data : new Bytes[] {BIG, SMALL, BIG, SMALL, BIG}) {
            log.append(Frames.logged(data));
        }

        assertThat(log.all())
                .extracting(frame -> frame.data().length())
                .containsExactly(BIG.length(), SMALL.length(), Log.KEPT_BYTES, SMALL.length(), Log.KEPT_BYTES);
        assertThat(log.all())
                .extracting(Frame::lengthBytes)
                .containsExactly(BIG.length(), SMALL.length(), BIG.length(), SMALL.length(), BIG.length());
    }

    @Test
    void aCutFrameStillFitsItsPattern() {
        Log log = new Log(0);
        log.append(Frames.logged(BIG));
        Frame cut = log.all().getFirst();

        assertThat(Pattern.parse("data segment").fits(cut)).isTrue();
        assertThat(Fields.read(cut, "payload length").text()).isEqualTo("1000");
        assertThat(Fields.read(cut, "TCP checksum").text()).isEqualTo("unknown");
    }
}
