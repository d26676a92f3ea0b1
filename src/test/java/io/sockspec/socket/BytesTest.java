package io.sockspec.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {
    @ParameterizedTest
    @ValueSource(strings = {"1f 90", "1f90", "1F 90", " 1f90 "})
    void areReadFromHex(String text) {
        assertThat(Bytes.hex(text)).hasToString("1f 90");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1f 9", "zz", "0x1f", "1f,90", "1f:90"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bytes.hex(text))
                .withMessage("'" + text + "' is not an even number of hex digits");
    }

    @Test
    void areNumbersFrom0To255() {
        Bytes bytes = Bytes.hex("00 7f 80 ff");
        assertThat(bytes.length()).isEqualTo(4);
        assertThat(new int[] {bytes.at(0), bytes.at(1), bytes.at(2), bytes.at(3)})
                .containsExactly(0, 127, 128, 255);
    }

    @Test
    void areEqualByTheirContent() {
        assertThat(Bytes.text("é")).isEqualTo(Bytes.hex("c3 a9")).hasSameHashCodeAs(Bytes.hex("c3a9"));
        assertThat(Bytes.text("é")).isNotEqualTo(Bytes.hex("c3")).isNotEqualTo("c3 a9");
        assertThat(Bytes.EMPTY).isEqualTo(Bytes.hex("")).hasToString("");
    }

    @Test
    void neverChange() {
        byte[] given = {1, 2};
        Bytes bytes = Bytes.copyOf(given);
        given[0] = 9;
        bytes.toArray()[1] = 9;
        assertThat(bytes).hasToString("01 02");
    }

    @Test
    void areTextWhereTheyAreUtf8() {
        assertThat(Bytes.text("aé€").asText()).isEqualTo("aé€");
        assertThat(Bytes.hex("61 ff").asText()).isEqualTo("a\ufffd");
    }

    @Test
    void count() {
        Bytes counting = Bytes.counting(300);
        assertThat(counting.length()).isEqualTo(300);
        assertThat(counting.slice(254, 258)).hasToString("fe ff 00 01");
        assertThat(Bytes.counting(0)).isEqualTo(Bytes.EMPTY);
    }
}
