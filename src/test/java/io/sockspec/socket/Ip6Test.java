package io.sockspec.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// @spec RFC 4291 section 2.2, RFC 5952 sections 4 and 5
class Ip6Test {
    @ParameterizedTest(name = "{0} prints as {1}")
    @CsvSource({
        // RFC 5952 section 1 and 2: one address, many texts.
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8::1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8::0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0db8::1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:0:1::1, 2001:db8::1:0:0:1",
        "2001:db8:0000:0:1::1, 2001:db8::1:0:0:1",
        "2001:DB8:0:0:1::1, 2001:db8::1:0:0:1",
        // 4.1: leading zeros go.
        "2001:0db8::0001, 2001:db8::1",
        // 4.2.1: as short as can be.
        "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
        // 4.2.2: never for one group.
        "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        // 4.2.3: the longest run, and the first of equal ones.
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        // 4.3: lower case.
        "ABCD:EF01:2345:6789:ABCD:EF01:2345:6789, abcd:ef01:2345:6789:abcd:ef01:2345:6789",
        // 5: the dotted form where the prefix tells that one is embedded.
        "::ffff:c000:201, ::ffff:192.0.2.1",
        "0:0:0:0:0:FFFF:192.0.2.1, ::ffff:192.0.2.1",
        "::192.0.2.1, ::c000:201",
        "64:ff9b::192.0.2.1, 64:ff9b::c000:201",
        // The ends.
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "0:0:0:0:0:0:0:0, ::",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "0:0:3:4:5:6:0:0, ::3:4:5:6:0:0",
        "1:2:3:4:5:6:7.8.9.10, 1:2:3:4:5:6:708:90a"
    })
    void isPrintedInOneForm(String text, String canonical) {
        Ip6 ip = Ip6.parse(text);
        assertThat(ip).hasToString(canonical);
        assertThat(Ip6.parse(canonical)).isEqualTo(ip);
    }

    @Test
    void isReadByteByByte() {
        assertThat(Ip6.parse("2001:db8::ff00:42:8329").bytes())
                .hasToString("20 01 0d b8 00 00 00 00 00 00 ff 00 00 42 83 29");
        assertThat(Ip6.ANY).isEqualTo(Ip6.parse("::"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "1",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                ":1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7:8:",
                "::1:",
                ":1::",
                "12345::",
                "::00001",
                "g::",
                "-1::",
                "::1 ",
                "[::1]",
                "::1%eth0",
                "fe80::1%1",
                "::1/64",
                "1.2.3.4",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "::1.2.3",
                "::1.2.3.256",
                "::1.2.3.04",
                "1:2:3:4:5:6:7:1.2.3.4",
                "localhost",
                "a:b.example"
            })
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ip6.parse(text))
                .withMessage("'" + text + "' is not an IPv6 address");
    }

    @Test
    void hasSixteenBytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ip6(Bytes.counting(4)))
                .withMessage("an IPv6 address has 16 bytes, not 4");
    }
}
