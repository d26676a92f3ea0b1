package io.sockspec.host;

import static io.sockspec.host.Here.LOOPBACK_ANY_PORT;
import static io.sockspec.host.Here.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.libc.Libc;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Control.Rights;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Message;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Failed;
import io.sockspec.socket.Outcome.Returned;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.SocketOption.Linger;
import io.sockspec.socket.Type;
import io.sockspec.spi.Descriptors;
import io.sockspec.spi.Sockets.Pair;
import io.sockspec.spi.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is left behind: nothing. Threads are told by the name of their host, descriptors by being
/// open.
@Timeout(60)
class ReleaseTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private static boolean isOpen(Fd fd) {
        int fGetFd = 1;
        return Libc.fcntl(fd.number(), fGetFd, 0) >= 0;
    }

    private static long count(String folder, String marker) throws IOException {
        try (Stream<Path> entries = Files.list(Path.of(folder))) {
            return entries.filter(entry -> describe(entry).contains(marker)).count();
        }
    }

    /// An entry may be gone by the time it is read.
    private static String describe(Path entry) {
        try {
            return Files.isSymbolicLink(entry)
                    ? Files.readSymbolicLink(entry).toString()
                    : String.join("", Files.readAllLines(entry.resolve("comm")));
        } catch (IOException gone) {
            return "";
        }
    }

    private static long sockets() throws IOException {
        return count("/proc/self/fd", "socket:");
    }

    private static long threads(String host) throws IOException {
        return count("/proc/self/task", "call on " + host);
    }

    /// The kernel may not name a thread yet that the JVM has made, and list it for a moment after
    /// the JVM saw it end.
    private static void awaitThreads(String host, int expected) throws IOException {
        long began = System.nanoTime();
        for (long found = threads(host); found != expected; found = threads(host)) {
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .describedAs("%d threads of %s where %d should be", found, host, expected)
                    .isLessThan(LONG);
        }
    }

    private static Pair pair(HostSockets sockets) {
        return value(sockets.socketpair(Domain.AF_UNIX, Type.SOCK_STREAM, Protocol.DEFAULT));
    }

    @Test
    void closingReleasesEveryDescriptorHoweverItWasMade() {
        HostSockets sockets = new HostSockets(new Here("here"));
        Descriptors files = sockets.group(Descriptors.class).orElseThrow();
        Pair unix = pair(sockets);
        Fd file = value(files.file());
        Pair pipe = value(files.pipe());
        Fd listener = value(sockets.socket(Domain.AF_INET, Type.SOCK_STREAM, Protocol.DEFAULT));
        value(sockets.bind(listener, LOOPBACK_ANY_PORT));
        value(sockets.listen(listener, 1));
        Fd client = value(sockets.socket(Domain.AF_INET, Type.SOCK_STREAM, Protocol.DEFAULT));
        value(sockets.connect(client, value(sockets.getsockname(listener))));
        value(sockets.sendmsg(
                unix.first(), Message.of(Bytes.text("x"), new Rights(List.of(file, file))), MsgFlags.NONE));
        List<Fd> all = new ArrayList<>(
                value(sockets.recvmsg(unix.second(), 1, 100, MsgFlags.NONE)).rights());
        assertThat(all).hasSize(2);
        all.addAll(List.of(unix.first(), unix.second(), file, pipe.first(), pipe.second(), listener, client));
        all.add(value(sockets.accept(listener, 0)).fd());
        all.add(value(files.reopen(file)));
        assertThat(all).doesNotHaveDuplicates().allMatch(ReleaseTest::isOpen);
        sockets.close();
        assertThat(all).noneMatch(ReleaseTest::isOpen);
        sockets.close();
    }

    @Test
    void aNumberThatWasClosedIsNotClosedAgain() {
        HostSockets sockets = new HostSockets(new Here("here"));
        Fd ours = value(sockets.socket(Domain.AF_UNIX, Type.SOCK_STREAM, Protocol.DEFAULT));
        value(sockets.close(ours));
        // Somebody else gets the number.
        Fd theirs = new Fd(Libc.socket(1, 1, 0));
        assertThat(theirs).isEqualTo(ours);
        sockets.close();
        assertThat(isOpen(theirs)).isTrue();
        Libc.close(theirs.number());
    }

    @Test
    void nothingCanBeOpenedAfterwards() throws IOException {
        HostSockets sockets = new HostSockets(new Here("here"));
        Fd fd = pair(sockets).first();
        sockets.close();
        long before = sockets();
        assertThatThrownBy(() -> sockets.socket(Domain.AF_INET, Type.SOCK_STREAM, Protocol.DEFAULT))
                .hasMessage("the sockets of here were closed already");
        assertThatThrownBy(() -> pair(sockets)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sockets.close(fd)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sockets.start(calls -> new Returned<>(1))).isInstanceOf(IllegalStateException.class);
        assertThat(sockets()).isEqualTo(before);
    }

    @Test
    void closingEndsBlockedCallsAndTheirThreads() throws IOException {
        HostSockets sockets = new HostSockets(new Here("blk"));
        List<Started<Bytes>> started = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Fd fd = pair(sockets).first();
            started.add(sockets.start(calls -> calls.recv(fd, 1, MsgFlags.NONE)));
        }
        value(sockets.start(calls -> new Returned<>(1)).await(LONG));
        awaitThreads("blk", 21);
        sockets.close();
        assertThat(started).allMatch(each -> each.await(Duration.ZERO).equals(new Failed<>(Errno.EINTR)));
        awaitThreads("blk", 0);
    }

    @Test
    void descriptorsAndThreadsAreSteadyOver2000Cycles() throws IOException {
        HostSockets sockets = new HostSockets(new Here("cyc"));
        Fd fd = pair(sockets).first();
        long before = sockets();
        for (int i = 0; i < 2000; i++) {
            Started<Bytes> blocked = sockets.start(calls -> calls.recv(fd, 1, MsgFlags.NONE));
            Started<Bytes> quick = sockets.start(calls -> calls.recv(fd, 1, MsgFlags.MSG_DONTWAIT));
            assertThat(quick.await(LONG)).isEqualTo(new Failed<>(Errno.EAGAIN));
            blocked.cancel();
            assertThat(blocked.await(Duration.ZERO)).isEqualTo(new Failed<>(Errno.EINTR));
        }
        assertThat(sockets()).isEqualTo(before);
        awaitThreads("cyc", 1);
        sockets.close();
        awaitThreads("cyc", 0);
    }

    /// The peer lives on and reads nothing, so that what was sent can never be acknowledged in
    /// full.
    @Test
    void releaseDoesNotWaitForALingeringSocket() {
        HostSockets peer = new HostSockets(new Here("peer"));
        Fd listener = value(peer.socket(Domain.AF_INET, Type.SOCK_STREAM, Protocol.DEFAULT));
        value(peer.bind(listener, LOOPBACK_ANY_PORT));
        value(peer.listen(listener, 1));
        HostSockets sockets = new HostSockets(new Here("here"));
        Fd client = value(sockets.socket(Domain.AF_INET, Type.SOCK_STREAM, Protocol.DEFAULT));
        value(sockets.connect(client, value(peer.getsockname(listener))));
        Outcome<Integer> sent = new Returned<>(0);
        while (sent.returned().isPresent()) {
            sent = sockets.send(client, Bytes.counting(100_000), MsgFlags.MSG_DONTWAIT);
        }
        assertThat(sent).isEqualTo(new Failed<>(Errno.EAGAIN));
        value(sockets.setsockopt(client, SocketOption.SO_LINGER, new Linger(true, 30)));
        long began = System.nanoTime();
        sockets.close();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
        peer.close();
    }

    @Test
    void eightThreadsNeverSeeEachOthersErrno() throws Exception {
        HostSockets sockets = new HostSockets(new Here("here"));
        Fd fd = value(sockets.socket(Domain.AF_INET, Type.SOCK_STREAM, Protocol.DEFAULT));
        Fd udp = value(sockets.socket(Domain.AF_INET, Type.SOCK_DGRAM, Protocol.DEFAULT));
        Fd pipe = value(sockets.group(Descriptors.class).orElseThrow().pipe()).first();
        List<Callable<Outcome<?>>> calls = List.of(
                () -> sockets.getpeername(fd),
                () -> sockets.statusFlags(new Fd(Integer.MAX_VALUE)),
                () -> sockets.recv(udp, 1, MsgFlags.MSG_DONTWAIT),
                () -> sockets.getsockname(pipe),
                () -> sockets.accept(fd, 0),
                () -> sockets.listen(udp, 1),
                () -> sockets.socket(new Domain(45), Type.SOCK_STREAM, Protocol.DEFAULT),
                () -> sockets.send(udp, Bytes.EMPTY, MsgFlags.NONE));
        List<String> errors = List.of(
                "ENOTCONN", "EBADF", "EAGAIN", "ENOTSOCK", "EINVAL", "EOPNOTSUPP", "EAFNOSUPPORT", "EDESTADDRREQ");
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Future<Long>> mixedUp = new ArrayList<>();
            for (int i = 0; i < calls.size(); i++) {
                mixedUp.add(threads.submit(others(calls.get(i), new Failed<>(Errno.named(errors.get(i))))));
            }
            for (Future<Long> each : mixedUp) {
                assertThat(each.get()).isZero();
            }
        }
        sockets.close();
    }

    private static Callable<Long> others(Callable<Outcome<?>> call, Outcome<?> expected) {
        return () -> {
            long others = 0;
            for (int i = 0; i < 20_000; i++) {
                others += call.call().equals(expected) ? 0 : 1;
            }
            return others;
        };
    }

    @Test
    void theKernelKnowsTheHandlers() throws IOException {
        assertThat(CallSignal.values()).hasSize(2);
        String caught = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigCgt:"))
                .findFirst()
                .orElseThrow();
        long mask = Long.parseUnsignedLong(caught.substring(7).strip(), 16);
        for (CallSignal signal : CallSignal.values()) {
            assertThat((mask >>> (signal.number() - 1)) & 1).isEqualTo(1);
        }
    }
}
