package io.sockspec.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sockspec.socket.Ip4;
import org.junit.jupiter.api.Test;

class PrefixTest {
    @Test
    void readsWhatItPrints() {
        assertThat(Prefix.parse("198.51.100.0/24")).hasToString("198.51.100.0/24");
        assertThat(Prefix.parse("2001:db8::/64")).hasToString("2001:db8::/64");
        assertThat(Prefix.parse("192.0.2.9")).hasToString("192.0.2.9/32");
        assertThat(Prefix.parse("::1")).hasToString("::1/128");
    }

    @Test
    void refusesALengthBeyondTheAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prefix.parse("192.0.2.0/33"))
                .withMessage("a prefix length is 0 to 32, not 33");
    }

    @Test
    void routesPrintAsTheIpProgramWritesThem() {
        assertThat(Route.onLink(Prefix.ALL_IP4, "eth0")).hasToString("0.0.0.0/0 dev eth0");
        assertThat(Route.via(Prefix.parse("203.0.113.0/24"), Ip4.parse("192.0.2.2")))
                .hasToString("203.0.113.0/24 via 192.0.2.2");
        assertThat(Route.refusing(Route.Kind.BLACKHOLE, Prefix.ALL_IP6)).hasToString("blackhole ::/0");
    }
}
