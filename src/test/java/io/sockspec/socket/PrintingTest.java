package io.sockspec.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.socket.SocketAddress.Abstract;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.socket.SocketAddress.Inet6;
import io.sockspec.socket.SocketAddress.Link;
import io.sockspec.socket.SocketAddress.Raw;
import io.sockspec.socket.SocketAddress.Unix;
import io.sockspec.socket.SocketAddress.Unspecified;
import io.sockspec.socket.SocketOption.Membership;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How addresses and messages read in a failure.
class PrintingTest {
    private static final Inet4 SERVER = new Inet4(Ip4.parse("192.0.2.2"), new Port(80));

    @Test
    void everyKindOfAddress() {
        assertThat(SERVER).hasToString("192.0.2.2:80");
        assertThat(new Inet6(Ip6.parse("2001:db8::2"), new Port(80), 0)).hasToString("[2001:db8::2]:80");
        assertThat(new Inet6(Ip6.parse("fe80::2"), new Port(80), 3)).hasToString("[fe80::2%3]:80");
        assertThat(new Unix("/tmp/a b")).hasToString("/tmp/a b");
        assertThat(new Unix("")).hasToString("unnamed");
        assertThat(new Abstract(Bytes.text("name"))).hasToString("@name");
        assertThat(new Unspecified()).hasToString("AF_UNSPEC");
        assertThat(new Link(0x0800, 2, 0, Bytes.hex("020000000001")))
                .hasToString("ethertype 0x0800 interface 2 type 0 address 02 00 00 00 00 01");
        assertThat(new Raw(Bytes.hex("02 00"))).hasToString("sockaddr 02 00");
        assertThat(new Membership(Ip4.parse("239.0.0.1"), Ip4.ANY)).hasToString("239.0.0.1 on 0.0.0.0");
    }

    @Test
    void messagesThatAreSent() {
        Control rights = new Control.Rights(List.of(new Fd(3), new Fd(4)));
        assertThat(Message.of(Bytes.text("abc"))).hasToString("3 bytes");
        assertThat(Message.of(Bytes.text("abc"), rights)).hasToString("3 bytes with [SCM_RIGHTS [3, 4]]");
        assertThat(new Message(Bytes.EMPTY, List.of(), Optional.of(SERVER))).hasToString("0 bytes to 192.0.2.2:80");
        assertThat(new Control.Raw(1, 99, Bytes.hex("2a"))).hasToString("cmsg level 1 type 99 data 2a");
    }

    @Test
    void messagesThatAreReceived() {
        Control rights = new Control.Rights(List.of(new Fd(3)));
        Control more = new Control.Rights(List.of(new Fd(5), new Fd(4)));
        Received received =
                new Received(Bytes.hex("2a"), 1, Optional.of(SERVER), List.of(rights, more), 64, MsgFlags.MSG_CTRUNC);
        assertThat(received)
                .hasToString("1 (2a) from 192.0.2.2:80 with [SCM_RIGHTS [3], SCM_RIGHTS [5, 4]] flags MSG_CTRUNC");
        assertThat(received.rights()).containsExactly(new Fd(3), new Fd(5), new Fd(4));
        Received plain = new Received(Bytes.counting(33), 40, Optional.empty(), List.of(), 0, MsgFlags.NONE);
        assertThat(plain.toString()).startsWith("40 (00 01 02 ").endsWith(" 1e 1f …)");
    }
}
