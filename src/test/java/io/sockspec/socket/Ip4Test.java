package io.sockspec.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ip4Test {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 00 00 00 00",
        "127.0.0.1, 7f 00 00 01",
        "192.0.2.128, c0 00 02 80",
        "255.255.255.255, ff ff ff ff",
        "1.20.255.0, 01 14 ff 00"
    })
    void isReadAndPrintedByteByByte(String text, String bytes) {
        Ip4 ip = Ip4.parse(text);
        assertThat(ip).hasToString(text).isEqualTo(Ip4.of(Bytes.hex(bytes)));
        assertThat(ip.bytes()).hasToString(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                ".1.2.3",
                "1..2.3",
                "256.0.0.1",
                "1.2.3.999",
                "01.2.3.4",
                "1.2.3.00",
                "+1.2.3.4",
                "-1.2.3.4",
                "0x1.2.3.4",
                " 1.2.3.4",
                "1.2.3.4 ",
                "1.2.3.4/8",
                "a.b.c.d",
                "١.2.3.4"
            })
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ip4.parse(text))
                .withMessage("'" + text + "' is not a dotted IPv4 address");
    }

    @ParameterizedTest
    @CsvSource({"223.255.255.255, false", "224.0.0.0, true", "239.255.255.255, true", "240.0.0.0, false"})
    void multicastIsClassD(String text, boolean multicast) {
        assertThat(Ip4.parse(text).isMulticast()).isEqualTo(multicast);
    }

    @Test
    void theWellKnownOnesAre() {
        assertThat(Ip4.ANY).hasToString("0.0.0.0");
        assertThat(Ip4.LOOPBACK).hasToString("127.0.0.1");
        assertThat(Ip4.BROADCAST).hasToString("255.255.255.255");
    }
}
