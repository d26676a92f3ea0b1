package io.sockspec.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The numbers that have names: ports, descriptors, and the three arguments of socket().
class NumbersTest {
    @ParameterizedTest
    @CsvSource({"0, 00 00", "80, 00 50", "8080, 1f 90", "65535, ff ff"})
    void aPortIsTwoBytesMostSignificantFirst(int number, String bytes) {
        assertThat(new Port(number).networkOrder()).isEqualTo(Bytes.hex(bytes));
        assertThat(new Port(number)).hasToString(String.valueOf(number));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void thereIsNoOtherPort(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Port(number))
                .withMessage("a port is 0 to 65535, not " + number);
    }

    @Test
    void aDescriptorIsNeverNegative() {
        assertThat(new Fd(0)).hasToString("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fd(-9))
                .withMessage("a file descriptor is never negative, got -9");
    }

    @ParameterizedTest
    @CsvSource({
        "0, AF_UNSPEC",
        "1, AF_UNIX",
        "2, AF_INET",
        "10, AF_INET6",
        "16, AF_NETLINK",
        "17, AF_PACKET",
        "3, domain 3",
        "-1, domain -1"
    })
    void aDomainPrintsItsNameOrItsNumber(int number, String text) {
        assertThat(new Domain(number)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, IPPROTO_ICMP",
        "2, IPPROTO_IGMP",
        "6, IPPROTO_TCP",
        "17, IPPROTO_UDP",
        "58, IPPROTO_ICMPV6",
        "255, IPPROTO_RAW",
        "132, protocol 132",
        "-1, protocol -1"
    })
    void aProtocolPrintsItsNameOrItsNumber(int number, String text) {
        assertThat(new Protocol(number)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, SOCK_STREAM",
        "2, SOCK_DGRAM",
        "3, SOCK_RAW",
        "4, SOCK_RDM",
        "5, SOCK_SEQPACKET",
        "0, type 0",
        "15, type 15",
        "0x801, SOCK_STREAM|SOCK_NONBLOCK",
        "0x80802, SOCK_DGRAM|SOCK_NONBLOCK|SOCK_CLOEXEC",
        "0x1003, SOCK_RAW|0x1000",
        "0x81007, type 7|SOCK_CLOEXEC|0x1000"
    })
    void aTypePrintsItsNameItsFlagsAndWhatIsLeft(String number, String text) {
        assertThat(new Type(Integer.decode(number))).hasToString(text);
    }

    @Test
    void aTypeTakesFlags() {
        assertThat(Type.SOCK_STREAM.nonblocking().closeOnExec()).isEqualTo(new Type(0x80801));
        assertThat(Type.SOCK_STREAM.nonblocking().nonblocking()).isEqualTo(new Type(0x801));
    }
}
