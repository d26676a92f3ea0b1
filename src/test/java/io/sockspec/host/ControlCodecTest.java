package io.sockspec.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Control;
import io.sockspec.socket.Fd;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ControlCodecTest {
    @Test
    void spaceIsAlignedToEightBytes() {
        assertThat(ControlCodec.space(0)).isEqualTo(16);
        assertThat(ControlCodec.space(4)).isEqualTo(24);
        assertThat(ControlCodec.space(8)).isEqualTo(24);
        assertThat(ControlCodec.space(9)).isEqualTo(32);
    }

    @Test
    void eachMessageHasItsOwnLengthAndStartsAligned() {
        List<Control> messages =
                List.of(new Control.Rights(List.of(new Fd(7))), new Control.Raw(0x29, 2, Bytes.hex("aa")));
        Bytes buffer = Bytes.hex("14 00 00 00 00 00 00 00 01 00 00 00 01 00 00 00 07 00 00 00 00 00 00 00"
                + "11 00 00 00 00 00 00 00 29 00 00 00 02 00 00 00 aa 00 00 00 00 00 00 00");
        assertThat(ControlCodec.encode(messages)).isEqualTo(buffer);
        assertThat(ControlCodec.decode(buffer)).isEqualTo(messages);
    }

    @Test
    void messagesComeBackAsTheyWere() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            List<Control> messages = new ArrayList<>();
            for (int j = random.nextInt(5); j > 0; j--) {
                messages.add(
                        random.nextBoolean()
                                ? new Control.Rights(List.of(new Fd(random.nextInt(100)), new Fd(j)))
                                : new Control.Raw(random.nextInt(), 99, Bytes.counting(random.nextInt(50))));
            }
            assertThat(ControlCodec.decode(ControlCodec.encode(messages))).isEqualTo(messages);
        }
    }

    @Test
    void theLastMessageMayEndWithoutPadding() {
        Bytes cut = Bytes.hex("14 00 00 00 00 00 00 00 01 00 00 00 01 00 00 00 07 00 00 00");
        assertThat(ControlCodec.decode(cut)).containsExactly(new Control.Rights(List.of(new Fd(7))));
    }

    @Test
    void aLengthThatCannotBeEndsTheWalk() {
        for (String length : new String[] {"0f", "15", "ff"}) {
            Bytes wrong = Bytes.hex(length + " 00 00 00 00 00 00 00 01 00 00 00 01 00 00 00 07 00 00 00");
            assertThat(ControlCodec.decode(wrong)).isEmpty();
        }
        Bytes huge = Bytes.hex("ff ff ff ff ff ff ff 7f 01 00 00 00 02 00 00 00 07 00 00 00");
        assertThat(ControlCodec.decode(huge)).isEmpty();
        assertThat(ControlCodec.decode(Bytes.hex("10 00 00 00 00 00 00 00 01"))).isEmpty();
    }
}
