package io.sockspec.lab.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.lab.GroupEntry;
import io.sockspec.lab.TcpEntry;
import io.sockspec.lab.TcpState;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Ip6;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.socket.SocketAddress.Inet6;
import java.nio.ByteOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcNetTest {
    @BeforeEach
    void tablesHereAreOfALittleEndianMachine() {
        assertThat(ByteOrder.nativeOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void readsTcp() {
        String table = """
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 010200C0:1F90 020200C0:0050 01 0000000A:00000005 01:00000018 00000000     0        0 77 2
                """;
        assertThat(ProcNet.tcp(table))
                .containsExactly(new TcpEntry(
                        new Inet4(Ip4.parse("192.0.2.1"), new Port(8080)),
                        new Inet4(Ip4.parse("192.0.2.2"), new Port(80)),
                        TcpState.ESTABLISHED,
                        10,
                        5));
    }

    @Test
    void readsTcp6() {
        String table = """
                  sl  local_address                         remote_address                        st tx_queue rx_queue
                   0: B80D0120000000000000000001000000:0050 00000000000000000000000000000000:0000 0A 00000000:00000000
                """;
        assertThat(ProcNet.tcp(table))
                .containsExactly(new TcpEntry(
                        new Inet6(Ip6.parse("2001:db8::1"), new Port(80), 0),
                        new Inet6(Ip6.ANY, Port.ANY, 0),
                        TcpState.LISTEN,
                        0,
                        0));
    }

    @Test
    void readsGroupsUnderTheirInterface() {
        String table = """
                Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter
                1\tlo        :     1      V3
                \t\t\t\t010000E0     1 0:00000000\t\t0
                2\teth0      :     2      V3
                \t\t\t\t0100FCE9     3 0:00000000\t\t0
                \t\t\t\t010000E0     1 0:00000000\t\t0
                """;
        assertThat(ProcNet.igmp(table))
                .containsExactly(
                        new GroupEntry("lo", Ip4.parse("224.0.0.1"), 1),
                        new GroupEntry("eth0", Ip4.parse("233.252.0.1"), 3),
                        new GroupEntry("eth0", Ip4.parse("224.0.0.1"), 1));
    }

    @Test
    void anEmptyTableHasNoRows() {
        assertThat(ProcNet.tcp("")).isEmpty();
        assertThat(ProcNet.igmp("")).isEmpty();
    }
}
