package io.sockspec.host;

import static io.sockspec.host.Here.LOOPBACK_ANY_PORT;
import static io.sockspec.host.Here.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.libc.Libc;
import io.sockspec.libc.Task;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Fd;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Blocked;
import io.sockspec.socket.Outcome.Failed;
import io.sockspec.socket.Outcome.Returned;
import io.sockspec.socket.PollEvents;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.Type;
import io.sockspec.spi.Sockets.Accepted;
import io.sockspec.spi.Sockets.Pair;
import io.sockspec.spi.Sockets.Polled;
import io.sockspec.spi.Started;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StartedCallTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Bytes DATA = Bytes.text("x");

    private final HostSockets sockets = new HostSockets(new Here("here"));
    private final Pair pair = value(sockets.socketpair(Domain.AF_UNIX, Type.SOCK_STREAM, Protocol.DEFAULT));

    @AfterEach
    void close() {
        sockets.close();
    }

    private Started<Bytes> receive() {
        return sockets.start(calls -> calls.recv(pair.second(), 1, MsgFlags.NONE));
    }

    private void send() {
        value(sockets.send(pair.first(), DATA, MsgFlags.NONE));
    }

    private Started<Accepted> accept() {
        Fd listener = value(sockets.socket(Domain.AF_INET, Type.SOCK_STREAM, Protocol.DEFAULT));
        value(sockets.bind(listener, LOOPBACK_ANY_PORT));
        value(sockets.listen(listener, 1));
        return sockets.start(calls -> calls.accept(listener, 0));
    }

    @Test
    void theAnswerCanBeAskedForAgain() {
        Started<Bytes> started = receive();
        send();
        assertThat(started.await(LONG)).isEqualTo(new Returned<>(DATA));
        assertThat(started.await(Duration.ZERO)).isEqualTo(new Returned<>(DATA));
    }

    @Test
    void aBlockedCallTellsHowLongWasWaited() {
        Started<Bytes> started = receive();
        Duration limit = Duration.ofMillis(20);
        assertThat(started.await(limit))
                .isInstanceOfSatisfying(
                        Blocked.class, blocked -> assertThat(blocked.waited()).isBetween(limit, LONG));
        assertThat(started.await(Duration.ofNanos(-1))).isInstanceOf(Blocked.class);
        send();
        assertThat(started.await(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(new Returned<>(DATA));
    }

    @Test
    void aCancelledAcceptAnswersEintr() {
        Started<Accepted> started = accept();
        started.cancel();
        assertThat(started.await(Duration.ZERO)).isEqualTo(new Failed<>(Errno.EINTR));
        started.cancel();
    }

    @Test
    void cancellingLeavesAnAnswerAlone() {
        Started<Bytes> started = receive();
        send();
        assertThat(started.await(LONG)).isEqualTo(new Returned<>(DATA));
        started.cancel();
        assertThat(started.await(Duration.ZERO)).isEqualTo(new Returned<>(DATA));
    }

    @Test
    void aSignalWithoutRestartInterrupts() {
        Started<Bytes> started = receive();
        started.interrupt(false);
        assertThat(started.await(LONG)).isEqualTo(new Failed<>(Errno.EINTR));
    }

    @Test
    void aSignalWithRestartLetsTheCallGoOn() {
        CompletableFuture<Integer> tid = new CompletableFuture<>();
        Started<Bytes> started = sockets.start(calls -> {
            tid.complete(Libc.gettid());
            return calls.recv(pair.second(), 1, MsgFlags.NONE);
        });
        started.interrupt(true);
        assertThat(Task.isPending(tid.join(), CallSignal.RESTARTING.number())).isFalse();
        assertThat(Task.isWaiting(tid.join())).isTrue();
        assertThat(started.await(Duration.ZERO)).isInstanceOf(Blocked.class);
        send();
        assertThat(started.await(LONG)).isEqualTo(new Returned<>(DATA));
    }

    /// Proves that the signal of the test above arrives at all.
    @Test
    void aSignalWithRestartInterruptsWhatHasATimeout() {
        value(sockets.setsockopt(pair.second(), SocketOption.SO_RCVTIMEO, LONG));
        Started<Bytes> started = receive();
        started.interrupt(true);
        assertThat(started.await(LONG)).isEqualTo(new Failed<>(Errno.EINTR));
    }

    @Test
    void pollIsInterruptedEvenWithRestart() {
        List<Polled> entries = List.of(new Polled(pair.second(), PollEvents.POLLIN));
        Started<List<PollEvents>> started = sockets.start(calls -> calls.poll(entries, LONG));
        started.interrupt(true);
        assertThat(started.await(LONG)).isEqualTo(new Failed<>(Errno.EINTR));
    }

    @Test
    void aCallThatHasEndedGetsNoSignal() {
        send();
        Started<Bytes> first = receive();
        value(first.await(LONG));
        // The thread of the first call is in the second one now.
        Started<Bytes> second = receive();
        first.interrupt(false);
        first.cancel();
        send();
        assertThat(second.await(LONG)).isEqualTo(new Returned<>(DATA));
    }

    @Test
    void aSignalNeverHitsALaterCall() {
        for (int i = 0; i < 500; i++) {
            Started<Bytes> first = receive();
            if (i % 2 == 0) {
                first.interrupt(false);
            } else {
                send();
            }
            first.cancel();
            // The signal may have come before the data was taken or after.
            Outcome<Bytes> answer = first.await(Duration.ZERO);
            if (i % 2 == 1 && answer.failure().isPresent()) {
                value(sockets.recv(pair.second(), 1, MsgFlags.NONE));
            }
            Started<Bytes> second = receive();
            send();
            assertThat(second.await(LONG)).isEqualTo(new Returned<>(DATA));
        }
    }

    @Test
    void whatACallThrowsReachesWhoWaits() {
        Started<Bytes> started = sockets.start(calls -> {
            throw new UnsupportedOperationException("not this one");
        });
        assertThatThrownBy(() -> started.await(LONG))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("not this one");
        started.cancel();
    }

    @Test
    void aCallThatDoesNotEndIsSaid() {
        CountDownLatch release = new CountDownLatch(1);
        CallThreads threads = new CallThreads("here", Duration.ofMillis(20));
        Started<Integer> started = threads.start(() -> {
            Uninterrupted.await(LONG, left -> release.await(left, TimeUnit.NANOSECONDS));
            return new Returned<>(1);
        });
        assertThatThrownBy(started::cancel)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a call on here did not end, whatever signals it got, within 20 ms");
        assertThatThrownBy(() -> started.interrupt(false))
                .hasMessage("a call on here did not come to wait for anything within 20 ms");
        assertThatThrownBy(threads::close).isInstanceOf(IllegalStateException.class);
        release.countDown();
        assertThat(started.await(LONG)).isEqualTo(new Returned<>(1));
        threads.close();
    }

    @Test
    void anInterruptedTestCanStillCancel() {
        Started<Accepted> started = accept();
        Thread.currentThread().interrupt();
        started.cancel();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(started.await(Duration.ZERO)).isEqualTo(new Failed<>(Errno.EINTR));
    }

    @Test
    void aStartedCallMayStartAnother() {
        Started<Bytes> outer = sockets.start(calls -> calls.start(inner -> inner.recv(pair.second(), 1, MsgFlags.NONE))
                .await(LONG));
        send();
        assertThat(outer.await(LONG)).isEqualTo(new Returned<>(DATA));
    }
}
