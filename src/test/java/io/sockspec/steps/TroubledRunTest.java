package io.sockspec.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.launcher.TagFilter.includeTags;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a run makes of scenarios that hang, captures that cannot be written, and features that
/// cannot be played.
class TroubledRunTest {
    /// As long as a scenario with a deadline of one second may take on a busy machine; a call that
    /// is not ended by it blocks for six.
    private static final Duration SOON = Duration.ofSeconds(4);

    @TempDir
    private Path folder;

    private static String feature(String... scenarios) {
        return "Feature: a\n  Background:\n    Given the hosts client and server share a wire\n"
                + String.join("", scenarios);
    }

    private static String scenario(String name, String... steps) {
        return "  Scenario: " + name + "\n    * " + String.join("\n    * ", steps) + "\n";
    }

    @Test
    void aScenarioThatHangsIsEndedByItsDeadlineAndLeavesNothing() throws Exception {
        Playbill playbill = new Playbill(folder)
                .feature(
                        "a",
                        feature(
                                scenario("a call", "client is bound to UDP port 5000", "client calls recv(65536)"),
                                scenario(
                                        "a started call",
                                        "client is bound to UDP port 5000",
                                        "client starts to receive",
                                        "recv succeeds"),
                                scenario(
                                        "a connection",
                                        "the wire loses every SYN from client",
                                        "client connects to server on TCP port 8080"),
                                scenario(
                                        "a time on the wire",
                                        "client opens a UDP socket",
                                        "client sends no SYN within 30 s")));
        assertThat(playbill.playApart("-Dsockspec.deadline=1")).isEmpty();
        assertThat(playbill.scenarios())
                .hasSize(4)
                .allSatisfy(it -> assertThat(
                                Duration.ofMillis(it.get("durationMillis").asLong()))
                        .isBetween(Duration.ofSeconds(1), SOON));
        assertLate(playbill, "a call", "recv(client, 65536) on client");
        assertLate(playbill, "a started call", "recv(client, 65536 bytes) on client");
        assertLate(playbill, "a connection", "connect(client, 192.0.2.2:8080) on client");
        assertLate(playbill, "a time on the wire", "the time in which client sends no SYN within 30.00 s");
    }

    private static void assertLate(Playbill playbill, String scenario, String waitedFor) {
        assertThat(playbill.ending(scenario))
                .isEqualTo("BROKEN the scenario was ended after 1 s, while it waited for " + waitedFor
                        + "; raise -Dsockspec.deadline if that is too short");
    }

    @Test
    void aCaptureThatCannotBeWrittenChangesNoVerdict() throws Exception {
        Path full = folder.resolve("output/captures/extra-a/a-full-disk-line-4");
        Files.createDirectories(full);
        // What is written through this link meets a device that is always full.
        Files.createSymbolicLink(full.resolve("wire.pcapng.part"), Path.of("/dev/full"));
        Path blocked = folder.resolve("output/captures/extra-a/a-file-in-the-way-line-7");
        Files.writeString(blocked, "not a folder");
        String[] wrong = {"client connects to server on TCP port 8080", "connect succeeds"};
        Playbill playbill = new Playbill(folder)
                .feature("a", feature(scenario("a full disk", wrong), scenario("a file in the way", wrong)));
        playbill.playApart("-Dsockspec.captures=all", "-Dsockspec.output=" + folder.resolve("output"));
        assertThat(playbill.ending("a full disk")).isEqualTo("WRONG");
        assertThat(lastOfTheWire(playbill, "a full disk"))
                .isEqualTo("the capture " + full.resolve("wire.pcapng")
                        + " could not be written: No space left on device");
        assertThat(playbill.ending("a file in the way")).isEqualTo("WRONG");
        assertThat(lastOfTheWire(playbill, "a file in the way"))
                .startsWith("the capture " + blocked.resolve("wire.pcapng") + " could not be written: ");
    }

    private static String lastOfTheWire(Playbill playbill, String scenario) {
        JsonNode wire = playbill.scenario(scenario).get("finding").get("wire");
        return wire.get(wire.size() - 1).asString();
    }

    @Test
    void malformedGherkinIsNamedWithItsLine() throws IOException {
        Playbill playbill = new Playbill(folder)
                .feature("bad", feature(scenario("b", "client opens a UDP socket")) + "    Wenn es regnet\n");
        assertThat(playbill.refusal())
                .contains(folder.resolve("features/bad.feature") + "\n(6:5): expected: ")
                .contains("got 'Wenn es regnet'");
        assertThat(playbill.hasResults()).isFalse();
    }

    @Test
    void aFilterThatSelectsNothingLeavesNoResults() throws IOException {
        Playbill playbill = new Playbill(folder).feature("a", feature(scenario("b", "client opens a UDP socket")));
        assertThat(playbill.play(includeTags("NOPE")).hasResults()).isFalse();
        assertThat(playbill.play().hasResults()).isTrue();
    }
}
