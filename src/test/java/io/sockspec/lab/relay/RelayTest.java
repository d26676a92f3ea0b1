package io.sockspec.lab.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.lab.Host;
import io.sockspec.lab.Lab;
import io.sockspec.lab.LabFailure;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.Labs;
import io.sockspec.lab.TestSocket;
import io.sockspec.lab.namespace.NamespaceLaboratory;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.wire.Pattern;
import io.sockspec.wire.Selection;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RelayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Port PORT = new Port(8080);

    private final Lab lab = NamespaceLaboratory.probe().open(LabPlan.of("client", "server", "relay"));
    private final Host host = lab.host("relay");
    private final TestSocket listener =
            TestSocket.tcp(lab.host("server")).bind(at("server")).listen();
    private final TestSocket client = TestSocket.tcp(lab.host("client"));

    @AfterEach
    void close() {
        client.close();
        listener.close();
        lab.close();
    }

    /// The server of this machine; the test is skipped, with the remedy, where there is none.
    static Path program() {
        try {
            return RelayProgram.find();
        } catch (NoRelay absent) {
            return Assumptions.abort(String.valueOf(absent.getMessage()));
        }
    }

    private Inet4 at(String name) {
        return new Inet4(lab.host(name).ip4(), PORT);
    }

    private Relay relay() {
        return new Relay(host, RelayTest::program, PORT, at("server"));
    }

    @Test
    void bytesPassAndTheApiIsNotOnTheWire() {
        try (Relay relay = relay()) {
            client.connect(at("relay"));
            TestSocket session = listener.accept();
            client.send("question");
            assertThat(session.receive()).isEqualTo("question");
            session.send("answer");
            assertThat(client.receive()).isEqualTo("answer");
            session.close();
            assertThat(relay.hasEnded()).isFalse();
        }
        assertThat(lab.wire().frames(Selection.every(Pattern.parse("TCP segment"))))
                .isNotEmpty()
                .allMatch(frame -> frame.packet()
                        .tcp()
                        .filter(tcp -> tcp.sourcePort() != RelayServer.API_PORT)
                        .filter(tcp -> tcp.destinationPort() != RelayServer.API_PORT)
                        .isPresent());
    }

    static Stream<Trouble> troublesForAnAnswer() {
        return Stream.of(
                new Trouble.Delays(Duration.ofMillis(50)),
                new Trouble.Cuts(1, Duration.ofMillis(1)),
                new Trouble.Ends(3),
                new Trouble.Resets(3),
                new Trouble.Holds(),
                new Trouble.EndsLate(Duration.ofMillis(50)));
    }

    @ParameterizedTest
    @MethodSource("troublesForAnAnswer")
    void aTroubleIsSeenOnTheWireOnceItHasActed(Trouble trouble) {
        try (Relay relay = relay()) {
            relay.make(trouble, false);
            client.connect(at("relay"));
            TestSocket session = listener.accept();
            assertThat(acted(relay, trouble)).as("before anything was said").isFalse();
            session.send("answer");
            session.close();
            Labs.await("the trouble is seen", PATIENCE, () -> acted(relay, trouble));
        }
    }

    private boolean acted(Relay relay, Trouble trouble) {
        return trouble.acted(relay.passage(lab.wire().log(), false));
    }

    @Test
    void aRateIsKept() {
        Trouble trouble = new Trouble.Limits(10);
        try (Relay relay = relay()) {
            relay.make(trouble, true);
            client.connect(at("relay"));
            TestSocket session = listener.accept();
            client.send("x".repeat(4000));
            Labs.await(
                    "all is seen",
                    PATIENCE,
                    () -> trouble.acted(relay.passage(lab.wire().log(), true)));
            session.close();
        }
    }

    @Test
    void aRelayThatIsDownRefuses() {
        try (Relay relay = relay()) {
            relay.goDown();
            assertThat(client.tryConnect(at("relay"))).isEqualTo(-111);
        }
    }

    @Test
    void aServerThatWasKilledIsSaid() throws IOException {
        Relay relay = relay();
        for (long each : servers(ProcessHandle.current())) {
            ProcessHandle.of(each).ifPresent(ProcessHandle::destroyForcibly);
        }
        Labs.await("it is dead", PATIENCE, relay::hasEnded);
        assertThatThrownBy(relay::close)
                .isInstanceOf(LabFailure.class)
                .hasMessage("the relay on relay was killed by signal 9 and said nothing");
    }

    @Test
    void aTakenPortIsSaid() {
        Path program = program();
        TestSocket taken = TestSocket.tcp(host).bind(at("relay")).listen();
        assertThatThrownBy(() -> new Relay(host, () -> program, PORT, at("server")))
                .isInstanceOf(LabFailure.class)
                .hasMessageContaining("the relay on relay refuses")
                .hasMessageContaining("address already in use");
        taken.close();
    }

    @Test
    void anotherProgramIsSaid() {
        assertThatThrownBy(() -> new Relay(host, () -> Path.of("/bin/false"), PORT, at("server")))
                .isInstanceOf(LabFailure.class)
                .hasMessage("the relay on relay ended with status 1 and said nothing");
    }

    /// A thread that was started inside would hold the namespace for good.
    @Test
    void noThreadStaysInTheHost() throws IOException {
        Path inside = host.in(RelayTest::here);
        relay().close();
        try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
            for (Path task : tasks.toList()) {
                assertThat(task.resolve("ns/net"))
                        .satisfiesAnyOf(
                                gone -> assertThat(gone).doesNotExist(),
                                there -> assertThat(Files.readSymbolicLink(there))
                                        .isNotEqualTo(inside));
            }
        }
    }

    private static Path here() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aKilledSuiteLeavesNoServer() throws IOException, InterruptedException {
        Path program = program();
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RelayHolder.class.getName(),
                        program.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = holder.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            List<Long> servers = servers(holder.toHandle());
            assertThat(servers).hasSize(1);
            holder.destroyForcibly().waitFor();
            Labs.await(
                    "the server is gone",
                    PATIENCE,
                    () -> servers.stream()
                            .noneMatch(each -> ProcessHandle.of(each)
                                    .filter(ProcessHandle::isAlive)
                                    .isPresent()));
        } finally {
            holder.destroyForcibly();
        }
    }

    private static List<Long> servers(ProcessHandle parent) {
        return parent.children()
                .filter(child -> child.info()
                        .command()
                        .filter(each -> each.contains("toxiproxy"))
                        .isPresent())
                .map(ProcessHandle::pid)
                .toList();
    }
}
