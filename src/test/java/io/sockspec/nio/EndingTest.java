package io.sockspec.nio;

import static io.sockspec.nio.NioHost.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Fd;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.PollEvents;
import io.sockspec.spi.Implementation;
import io.sockspec.spi.Implementations;
import io.sockspec.spi.NotOffered;
import io.sockspec.spi.Sockets.Accepted;
import io.sockspec.spi.Sockets.Polled;
import io.sockspec.spi.Started;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Calls that wait, and what ends them.
@Timeout(20)
class EndingTest {
    private static final Duration FOR_EVER = Duration.ofNanos(-1);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final NioHost here = new NioHost();
    private final NioSockets sockets = here.sockets;

    @AfterEach
    void close() {
        here.close();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("nio call on a"))
                .count();
    }

    @Test
    void aWaitingCallLetsOthersRun() {
        Fd listener = here.listener();
        Started<Accepted> started = sockets.start(calls -> calls.accept(listener, 0));
        assertThat(started.await(SHORT)).isInstanceOf(Outcome.Blocked.class);
        value(sockets.connect(here.tcp(), value(sockets.getsockname(listener))));
        assertThat(started.await(Duration.ofSeconds(5))).isInstanceOf(Outcome.Returned.class);
    }

    @Test
    void cancellingEndsACallOnly() {
        Fd silent = here.boundUdp();
        Started<Bytes> started = sockets.start(calls -> calls.recv(silent, 1, MsgFlags.NONE));
        assertThat(started.await(SHORT)).isInstanceOf(Outcome.Blocked.class);
        started.cancel();
        Fd next = here.boundUdp();
        Started<Integer> later = sockets.start(
                calls -> calls.sendto(next, Bytes.EMPTY, MsgFlags.NONE, value(sockets.getsockname(next))));
        assertThat(later.await(Duration.ofSeconds(5))).isEqualTo(new Outcome.Returned<>(0));
    }

    @Test
    void closingEndsEveryCallAndThread() {
        Fd silent = here.boundUdp();
        Fd polled = here.boundUdp();
        here.nonblocking(polled);
        sockets.start(calls -> calls.recv(silent, 1, MsgFlags.NONE));
        sockets.start(calls -> calls.poll(List.of(new Polled(polled, PollEvents.POLLIN)), FOR_EVER));
        assertThat(threads()).isEqualTo(2);
        sockets.close();
        assertThat(threads()).isZero();
        assertThatThrownBy(here::udp).hasMessageContaining("the sockets of a were closed already");
    }

    @Test
    void aCallThatIsNotOfferedSaysSo() {
        Fd fd = here.tcp();
        Started<?> started = sockets.start(calls -> calls.listen(fd, 1));
        assertThatThrownBy(() -> started.await(Duration.ofSeconds(5))).hasCauseInstanceOf(NotOffered.class);
        assertThatThrownBy(() -> started.interrupt(true)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theImplementationIsFoundByName() {
        Implementation nio = Implementations.named("nio");
        assertThat(nio.version()).startsWith("Java ");
        assertThat(nio.deviations()).isPresent();
    }
}
