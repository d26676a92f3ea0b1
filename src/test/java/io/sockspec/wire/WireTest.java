package io.sockspec.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Selection ANY = Selection.first(Pattern.parse("frame"));

    private final TestHost client = new TestHost("client");
    private final TestHost server = new TestHost("server");
    private final Wire wire = Wire.start("wire under test", List.of(client, server));

    @AfterEach
    void close() {
        wire.close();
        client.close();
        server.close();
    }

    private List<String> logged() {
        return wire.log().stream()
                .map(frame -> frame.host() + " " + TestHost.text(frame.data()))
                .toList();
    }

    @Test
    void carriesAFrameToTheOtherHost() {
        client.send("hello");
        wire.drain();

        assertThat(server.receivedTexts()).containsExactly("hello");
        assertThat(client.received()).isEmpty();
        Frame frame = wire.log().getFirst();
        assertThat(frame.number()).isEqualTo(1);
        assertThat(frame.host()).isEqualTo("client");
        assertThat(frame.to()).isEqualTo("server");
        assertThat(frame.data()).isEqualTo(TestHost.frame("hello"));
        assertThat(frame.note()).isEmpty();
    }

    @Test
    void keepsTheOrderOfManyFrames() {
        List<String> texts = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
        texts.forEach(client::send);
        wire.drain();

        assertThat(server.receivedTexts()).isEqualTo(texts);
        assertThat(wire.log()).extracting(Frame::number).isSorted().hasSize(200);
        assertThat(wire.log()).extracting(Frame::nanos).isSorted();
    }

    @Test
    void logsAFrameBeforeItsReceiverSeesIt() {
        List<Integer> loggedWhenReceived = new ArrayList<>();
        server.reacting(frame -> {
            loggedWhenReceived.add(wire.log().size());
            return List.of();
        });
        client.send("a");
        client.send("b");
        wire.drain();

        assertThat(loggedWhenReceived).containsExactly(1, 2);
    }

    @Test
    void aSegmentIsAHubAndSegmentsAreApart() {
        TestHost third = new TestHost("third");
        TestHost far = new TestHost("far", "far", "backbone");
        TestHost router = new TestHost("third", "third.eth1", "backbone");
        List.of(third, far, router).forEach(wire::attach);

        client.send("one");
        far.send("two");
        wire.drain();

        assertThat(server.receivedTexts()).containsExactly("one");
        assertThat(third.receivedTexts()).containsExactly("one");
        assertThat(router.receivedTexts()).containsExactly("two");
        assertThat(far.received()).isEmpty();
        assertThat(wire.log()).extracting(Frame::to).containsExactly("all", "third");
        assertThat(wire.ports()).containsExactly(client, server, third, far, router);
        List.of(third, far, router).forEach(wire::detach);
        List.of(third, far, router).forEach(TestHost::close);
    }

    @Test
    void namesTheReceiverAmongSeveralOnceItHasSpoken() {
        TestHost third = new TestHost("third");
        wire.attach(third);
        Bytes hello = withMacs("ff:ff:ff:ff:ff:ff", "02:00:00:00:00:03");
        third.send(hello);
        wire.drain();
        client.send(withMacs("02:00:00:00:00:03", "02:00:00:00:00:01"));
        wire.drain();

        assertThat(wire.log()).extracting(Frame::to).containsExactly("all", "third");
        wire.detach(third);
        third.close();
    }

    private static Bytes withMacs(String to, String from) {
        return Bytes.hex(to.replace(":", "") + from.replace(":", "") + "88b5");
    }

    @Test
    void aDetachedPortIsOut() {
        wire.detach(server);
        client.send("lonely");
        server.send("unheard");
        wire.drain();

        assertThat(server.received()).isEmpty();
        assertThat(logged()).containsExactly("client lonely");
        assertThat(wire.log().getFirst().to()).isEqualTo("all");
    }

    @Test
    void refusesASecondPortOfOneName() {
        try (TestHost twin = new TestHost("client")) {
            assertThatThrownBy(() -> wire.attach(twin))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the wire has a port client already");
        }
    }

    @Test
    void twoWiresNeverSeeEachOthersFrames() {
        TestHost otherClient = new TestHost("client");
        TestHost otherServer = new TestHost("server");
        try (Wire other = Wire.start("other wire", List.of(otherClient, otherServer))) {
            client.send("here");
            otherClient.send("there");
            wire.drain();
            other.drain();

            assertThat(server.receivedTexts()).containsExactly("here");
            assertThat(otherServer.receivedTexts()).containsExactly("there");
            assertThat(wire.mark()).isEqualTo(1);
            assertThat(other.mark()).isEqualTo(1);
        }
        otherClient.close();
        otherServer.close();
    }

    @Test
    void awaitsAFrameThatIsThereAlready() {
        client.send("early");
        wire.drain();

        assertThat(wire.await(ANY, Duration.ZERO)).isPresent();
    }

    @Test
    void awaitsAFrameThatComesLater() throws Exception {
        CompletableFuture<Boolean> found = new CompletableFuture<>();
        Thread waiter = Thread.ofPlatform()
                .start(() ->
                        found.complete(wire.await(ANY.which(Which.nth(2)), SOON).isPresent()));
        while (waiter.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        client.send("first");
        client.send("second");

        assertThat(found.get()).isTrue();
    }

    @Test
    void awaitGivesUp() {
        assertThat(wire.await(ANY, Duration.ofMillis(20))).isEmpty();
        client.send("only");
        wire.drain();
        assertThat(wire.await(ANY.after(wire.mark()), Duration.ofMillis(20))).isEmpty();
        assertThat(wire.await(ANY.from("server"), Duration.ofMillis(20))).isEmpty();
    }

    @Test
    void selectsFromTheLog() {
        client.send("a");
        wire.drain();
        server.send("b");
        wire.drain();
        client.send("c");
        wire.drain();

        Selection every = Selection.every(Pattern.parse("frame"));
        assertThat(wire.frames(every)).hasSize(3);
        assertThat(wire.frames(every.from("client").which(Which.nth(2))))
                .extracting(Frame::number)
                .containsExactly(3L);
        assertThat(wire.frames(every.after(1))).extracting(Frame::number).containsExactly(2L, 3L);
        assertThat(wire.frames(every.which(Which.nth(4)))).isEmpty();
        assertThat(wire.frames(every.which(Which.firstOf(2)))).hasSize(2);
    }

    @Test
    void aTaskRunsOnTheWireAndItsFailureComesBack() {
        assertThat(wire.call(() -> Thread.currentThread().getName())).isEqualTo("wire under test");
        assertThatThrownBy(() -> wire.call(() -> {
                    throw new IllegalArgumentException("mine");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mine");
    }

    @Test
    void aPortThatFailsBreaksTheWireAudibly() {
        wire.attach(new BrokenPort());

        assertThatThrownBy(wire::drain).isInstanceOf(WireStuck.class).hasMessageContaining("the cable is cut");
        assertThatThrownBy(() -> wire.await(ANY, SOON)).isInstanceOf(WireStuck.class);
        assertThatThrownBy(wire::close).isInstanceOf(WireStuck.class).hasMessageContaining("the cable is cut");
        Wire fresh = Wire.start("fresh", List.of());
        fresh.close();
    }

    private static final class BrokenPort implements Port {
        @Override
        public String host() {
            return "broken";
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
        public int read(Memory buffer) {
            throw new IllegalStateException("the cable is cut");
        }

        @Override
        public void write(Memory buffer, int length) {}

        @Override
        public void close() {}
    }

    @Test
    void whatIsAskedOfAClosedWireFails() {
        wire.close();
        wire.close();

        assertThatThrownBy(wire::drain).isInstanceOf(WireStuck.class).hasMessage("the wire is closed");
        assertThat(wire.await(ANY, SOON)).isEmpty();
        assertThat(wire.log()).isEmpty();
    }

    @Test
    void closingEndsAWaitAtOnce() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Thread waiter = Thread.ofPlatform().start(() -> {
            assertThat(wire.await(ANY, Duration.ofMinutes(10))).isEmpty();
            ended.countDown();
        });
        while (waiter.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        wire.close();
        ended.await();
    }

    @Test
    void leavesNoThreadAndNoDescriptorBehind() throws Exception {
        for (int i = 0; i < 50; i++) {
            Wire.start("leak check", List.of()).close();
        }
        long before = descriptors();
        for (int i = 0; i < 50; i++) {
            Wire.start("leak check", List.of()).close();
        }
        assertThat(descriptors()).isEqualTo(before);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("leak check"));
    }

    private static long descriptors() throws Exception {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.filter(fd -> isEventfd(fd)).count();
        }
    }

    private static boolean isEventfd(Path fd) {
        try {
            return Files.readSymbolicLink(fd).toString().equals("anon_inode:[eventfd]");
        } catch (java.io.IOException vanished) {
            return false;
        }
    }
}
