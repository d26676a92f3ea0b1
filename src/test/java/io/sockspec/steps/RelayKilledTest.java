package io.sockspec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.lab.container.TestEngine;
import io.sockspec.lab.relay.NoRelay;
import io.sockspec.lab.relay.RelayProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A relay whose server is killed while a scenario uses it, and the relay of the next scenario.
class RelayKilledTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_NANOS = 50_000_000;
    /// What the killed relay brings about is what the scenario expects: without a look at the relay
    /// it would pass.
    private static final String FEATURE = """
            Feature: Relays
              Background:
                Given the hosts client, server and relay share a wire
                And server listens on TCP port 8080
                And relay forwards TCP port 8080 to server on TCP port 8080

              Scenario: its relay is killed
                Given relay holds the stream towards client
                And client is connected to relay on TCP port 8080
                When server accepts a connection as session
                And session sends "x"
                Then client receives the end of the stream or ECONNRESET

              Scenario: the next
                Given relay delays the stream towards client by 20 ms
                And client is connected to relay on TCP port 8080
                When server accepts a connection as session
                And session sends "x"
                Then client receives "x"
            """;
    /// Its connection to port 8080 in the state ESTABLISHED, as /proc/net/tcp lists it.
    private static final String CONNECTED = ".*:1F90 01 .*";

    @TempDir
    private Path folder;

    /// Plays in a JVM of its own, where the laboratory may differ.
    public static void main(String[] arguments) {
        new Playbill(Path.of(arguments[0])).play();
        System.exit(0);
    }

    @Test
    void inANamespace() throws Exception {
        try {
            RelayProgram.find();
        } catch (NoRelay absent) {
            Assumptions.abort(String.valueOf(absent.getMessage()));
        }
        assertBrokenAndGoesOn("namespaces", "", () -> ProcessHandle.current().descendants());
    }

    @Test
    void inAContainer() throws Exception {
        TestEngine.requireHosts();
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root can kill it from here");
        // The server of the image serves, so this machine needs none.
        assertBrokenAndGoesOn("containers", "/nowhere", RelayKilledTest::contained);
    }

    private void assertBrokenAndGoesOn(String lab, String server, Supplier<Stream<ProcessHandle>> processes)
            throws Exception {
        Thread killer = Thread.ofPlatform().daemon().start(() -> kill(processes));
        Playbill playbill = new Playbill(folder).feature("a", FEATURE);
        Playbill.apart(
                RelayKilledTest.class,
                List.of(folder.toString()),
                "-Dsockspec.lab=" + lab,
                "-Dsockspec.relay=" + server,
                "-Dcucumber.execution.parallel.enabled=false");
        assertThat(killer.join(Duration.ofSeconds(1))).as("it was killed").isTrue();
        assertThat(playbill.ending("its relay is killed"))
                .isEqualTo("BROKEN the scenario could not be cleared away: the relay on relay was killed by signal 9"
                        + " and said nothing");
        assertThat(playbill.ending("the next")).isEqualTo("PASSED");
    }

    /// Kills the first server that a connection goes through.
    private static void kill(Supplier<Stream<ProcessHandle>> processes) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            List<ProcessHandle> found =
                    processes.get().filter(RelayKilledTest::isConnected).toList();
            if (!found.isEmpty()) {
                found.forEach(ProcessHandle::destroyForcibly);
                return;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        throw new AssertionError("no connection went through a relay");
    }

    private static boolean isConnected(ProcessHandle process) {
        Path proc = Path.of("/proc", String.valueOf(process.pid()));
        try {
            return Files.readString(proc.resolve("cmdline")).matches("(?s).*(toxiproxy-server|/sockspec/relay).*")
                    && Files.readAllLines(proc.resolve("net/tcp")).stream().anyMatch(each -> each.matches(CONNECTED));
        } catch (IOException ended) {
            return false;
        }
    }

    /// The servers in containers whose owner is a child of this process, which the folder that was
    /// mounted into them tells.
    private static Stream<ProcessHandle> contained() {
        List<String> mine = ProcessHandle.current()
                .children()
                .map(each -> "/sockspec-\\d+-" + each.pid() + "-\\d+-")
                .toList();
        return ProcessHandle.allProcesses()
                .filter(RelayKilledTest::isConnected)
                .filter(each -> mine.stream()
                        .anyMatch(name ->
                                Pattern.compile(name).matcher(mounts(each)).find()));
    }

    private static String mounts(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "mountinfo"));
        } catch (IOException ended) {
            return "";
        }
    }
}
