package io.sockspec.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacTest {
    @Test
    void isReadInAnyCaseAndPrintedInLowerCase() {
        Mac mac = Mac.parse("02:00:5E:00:53:aF");
        assertThat(mac).hasToString("02:00:5e:00:53:af");
        assertThat(mac.bytes()).isEqualTo(Bytes.hex("02 00 5e 00 53 af"));
        assertThat(Mac.BROADCAST).hasToString("ff:ff:ff:ff:ff:ff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "02",
                "02:00:5e:00:53",
                "02:00:5e:00:53:af:01",
                "02:00:5e:00:53:a",
                "02:00:5e:00:53:ag",
                "02005e0053af",
                "0200:5e00:53af",
                "02-00-5e-00-53-af",
                "02:00:5e:00:53:af:",
                " 02:00:5e:00:53:af"
            })
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mac.parse(text))
                .withMessage("'" + text + "' is not a MAC address");
    }

    @Test
    void hasSixBytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mac(Bytes.counting(8)))
                .withMessage("a MAC address has 6 bytes, not 8");
    }
}
