package io.sockspec.lab.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sockspec.lab.LabFailure;
import io.sockspec.lab.Prefix;
import org.junit.jupiter.api.Test;

class NetlinkTest {
    @Test
    void messagesAndAttributesCarryTheirLengths() {
        NetlinkBatch batch = new NetlinkBatch();
        batch.message(16, 0x204, "first").word(7).begin(1).attribute(2, "ab").end();
        batch.message(17, 0, "second").octet(9).octet(9).half(9);

        byte[] bytes = batch.bytes();
        assertThat(batch.count()).isEqualTo(2);
        assertThat(batch.purpose(2)).isEqualTo("second");
        assertThat(bytes).hasSize(32 + 20);
        assertThat(bytes[0]).isEqualTo((byte) 32);
        assertThat(bytes[6]).isEqualTo((byte) 5);
        assertThat(bytes[20]).isEqualTo((byte) 12);
        assertThat(bytes[24]).isEqualTo((byte) 7);
        assertThat(bytes[32]).isEqualTo((byte) 20);
        assertThat(bytes[32 + 8]).isEqualTo((byte) 2);
    }

    @Test
    void aBatchGrows() {
        NetlinkBatch batch = new NetlinkBatch();
        batch.message(16, 0, "large").raw(new byte[100_000]);
        batch.message(17, 0, "small");

        assertThat(batch.bytes()).hasSize(16 + 100_000 + 16);
    }

    @Test
    void theFirstRefusedMessageIsNamedAndLaterOnesStillRun() {
        try (Namespace namespace = Namespace.create()) {
            String devices = namespace.in(() -> {
                NetlinkBatch batch = new NetlinkBatch();
                Rtnetlink.address(batch, true, 1, "lo", Prefix.parse("10.0.0.1/8"));
                Rtnetlink.address(batch, true, 99, "eth9", Prefix.parse("10.0.0.2/8"));
                Rtnetlink.up(batch, 1, "lo", true);
                try (Netlink netlink = Netlink.open(Netlink.ROUTE)) {
                    assertThatExceptionOfType(LabFailure.class)
                            .isThrownBy(() -> netlink.run(batch))
                            .withMessageStartingWith("cannot add 10.0.0.2/8 to eth9: ENODEV");
                }
                return Sysctl.table("/proc/thread-self/net/fib_trie");
            });
            assertThat(devices).contains("10.0.0.1");
        }
    }
}
