package io.sockspec.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.SocketOption.Linger;
import io.sockspec.socket.SocketOption.Membership;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OptionCodecTest {
    private static <T> void encodes(SocketOption<T> option, T value, String bytes) {
        assertThat(OptionCodec.encode(option, value)).isEqualTo(Bytes.hex(bytes));
        assertThat(OptionCodec.decode(option, Bytes.hex(bytes))).isEqualTo(value);
    }

    @Test
    void eachTypeHasItsStructure() {
        encodes(SocketOption.SO_RCVBUF, 0x01020304, "04 03 02 01");
        encodes(SocketOption.IP_TTL, -1, "ff ff ff ff");
        encodes(SocketOption.SO_ERROR, Errno.named("ECONNREFUSED"), "6f 00 00 00");
        encodes(SocketOption.SO_LINGER, new Linger(true, 5), "01 00 00 00 05 00 00 00");
        encodes(SocketOption.SO_RCVTIMEO, Duration.ofMillis(1500), "01 00 00 00 00 00 00 00 20 a1 07 00 00 00 00 00");
        encodes(
                SocketOption.IP_ADD_MEMBERSHIP,
                new Membership(Ip4.parse("239.1.2.3"), Ip4.parse("10.0.0.1")),
                "ef 01 02 03 0a 00 00 01");
        encodes(SocketOption.TCP_INFO, Bytes.hex("01 02 03"), "01 02 03");
    }

    @Test
    void anAnswerOfOneByteIsANumber() {
        assertThat(OptionCodec.decode(SocketOption.IP_MULTICAST_TTL, Bytes.hex("07")))
                .isEqualTo(7);
    }

    @Test
    void aTimeoutThatIsNotZeroDoesNotBecomeOneThatNeverEnds() {
        assertThat(Timeval.of(Duration.ofNanos(1))).isEqualTo(new Timeval(0, 1));
        assertThat(Timeval.of(Duration.ofNanos(999_999_001))).isEqualTo(new Timeval(1, 0));
        assertThat(Timeval.of(Duration.ofMillis(-1500))).isEqualTo(new Timeval(-2, 500_000));
        assertThat(Timeval.of(Duration.ZERO)).isEqualTo(new Timeval(0, 0));
    }

    @Test
    void aTypeWithoutStructureIsRefused() {
        SocketOption<String> option = new SocketOption<>(1, 25, "SO_BINDTODEVICE", String.class);
        assertThatThrownBy(() -> OptionCodec.encode(option, "eth0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SO_BINDTODEVICE");
    }
}
