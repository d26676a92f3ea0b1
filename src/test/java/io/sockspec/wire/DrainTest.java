package io.sockspec.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class DrainTest {
    private static final Selection EVERY = Selection.every(Pattern.parse("frame"));

    private final TestHost client = new TestHost("client");
    private final TestHost server = new TestHost("server");
    private final Wire wire = Wire.start("drained wire", List.of(client, server));

    @AfterEach
    void close() {
        wire.close();
        client.close();
        server.close();
    }

    /// Both hosts count down in turn, so that one frame causes as many as its number says.
    private void countDown() {
        client.reacting(frame -> answer(TestHost.text(frame)));
        server.reacting(frame -> answer(TestHost.text(frame)));
    }

    private static List<Bytes> answer(String text) {
        int number = Integer.parseInt(text);
        return number == 0 ? List.of() : List.of(TestHost.frame(String.valueOf(number - 1)));
    }

    @RepeatedTest(200)
    void coversEveryReaction() {
        countDown();
        client.send("7");
        wire.drain();

        assertThat(wire.mark()).isEqualTo(8);
    }

    @Test
    void coversDelayedFramesAndTheReactionsToThem() {
        countDown();
        Fault delay = wire.add(new Fault(EVERY.from("server"), new Action.Delay(Duration.ofMillis(10))));
        client.send("5");
        wire.drain();

        assertThat(wire.mark()).isEqualTo(6);
        assertThat(delay.acted()).isEqualTo(3);
        assertThat(client.receivedTexts()).containsExactly("4", "2", "0");
    }

    @Test
    void doesNotWaitForHeldFrames() {
        wire.add(new Fault(EVERY, new Action.HoldUntilNext()));
        client.send("held");
        wire.drain(Duration.ofSeconds(1));

        assertThat(server.received()).isEmpty();
    }

    @Test
    void saysWhatItWaitedFor() {
        wire.add(new Fault(EVERY, new Action.Delay(Duration.ofMinutes(1))));
        client.send("late");
        wire.await(EVERY, Duration.ofSeconds(5));

        assertThatThrownBy(() -> wire.drain(Duration.ofMillis(30)))
                .isInstanceOf(WireStuck.class)
                .hasMessage("the wire did not come to rest within 30 ms: 0 frames passed, "
                        + "1 delayed frames are still under way");
    }

    @Test
    void givesUpOnHostsThatNeverStop() {
        client.reacting(List::of);
        server.reacting(List::of);
        client.send("ball");

        assertThatThrownBy(() -> wire.drain(Duration.ofMillis(30)))
                .isInstanceOf(WireStuck.class)
                .hasMessageContaining("did not come to rest within 30 ms");
        client.reacting(frame -> List.of());
        wire.drain();
    }

    @Test
    void givesUpOnAPortThatBlocks() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CompletableFuture<List<Bytes>> release = new CompletableFuture<>();
        client.reacting(frame -> {
            blocked.countDown();
            return release.join();
        });
        server.send("block");
        blocked.await();

        assertThatThrownBy(() -> wire.drain(Duration.ofMillis(30)))
                .isInstanceOf(WireStuck.class)
                .hasMessageContaining("did not come to rest within 30 ms");
        release.complete(List.of());
        wire.drain();
    }

    @Test
    void letsPortsSettleAndReadsThemOnceMore() {
        try (LatePort late = new LatePort()) {
            wire.attach(late);
            wire.drain();

            assertThat(late.settled.get()).isEqualTo(2);
            assertThat(server.receivedTexts()).containsExactly("late");
        }
    }

    /// Sends a frame only after it was made to settle, as a veth whose softirq lags would.
    private static final class LatePort implements Port {
        private final AtomicInteger settled = new AtomicInteger();
        private boolean sent;

        @Override
        public String host() {
            return "late";
        }

        @Override
        public String segment() {
            return "lan";
        }

        @Override
        public int fd() {
            return -1;
        }

        @Override
        public void settle() {
            settled.incrementAndGet();
        }

        @Override
        public int read(Memory buffer) {
            if (sent || settled.get() == 0) {
                return 0;
            }
            sent = true;
            byte[] frame = TestHost.frame("late").toArray();
            buffer.put(0, frame);
            return frame.length;
        }

        @Override
        public void write(Memory buffer, int length) {}

        @Override
        public void close() {}
    }

    @Test
    void manyThreadsMayDrainAtOnce() throws Exception {
        countDown();
        List<Thread> threads = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofPlatform().start(() -> {
                    for (int round = 0; round < 50; round++) {
                        wire.inject("client", TestHost.frame("3"));
                        wire.drain();
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wire.mark()).isEqualTo(8 * 50 * 4);
    }
}
