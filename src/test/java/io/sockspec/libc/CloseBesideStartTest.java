package io.sockspec.libc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// What is closed is closed, also while processes are started.
class CloseBesideStartTest {
    private static final int ROUNDS = 2_000;
    private static final int CLOEXEC_NONBLOCK = 0x80000 | 0x800;

    @Test
    void aPipeEndsWhenItsWritingEndIsClosed() throws Exception {
        AtomicBoolean going = new AtomicBoolean(true);
        Thread starter = Thread.ofPlatform().start(() -> {
            while (going.get()) {
                startAndEnd();
            }
        });
        int open = 0;
        try (Memory pair = Memory.confined(8);
                Memory buffer = Memory.confined(1)) {
            for (int i = 0; i < ROUNDS; i++) {
                Libc.pipe2(pair, CLOEXEC_NONBLOCK);
                Libc.closeWatched(pair.intAt(4));
                open += Libc.read(pair.intAt(0), buffer, 1) == 0 ? 0 : 1;
                Libc.close(pair.intAt(0));
            }
        } finally {
            going.set(false);
            starter.join();
        }
        assertThat(open).as("pipes that somebody still had open").isZero();
    }

    private static void startAndEnd() {
        try {
            Child child = Child.start(List.of("true"), Map.of());
            child.kill();
            List.of(child.input(), child.output(), child.errors()).forEach(Libc::close);
        } catch (Child.NotStarted e) {
            throw new AssertionError(e);
        }
    }
}
