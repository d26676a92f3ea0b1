package io.sockspec.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What agents do wrong, and what the run says about it. All play in one run, and each scenario
/// after a hostile one gets a fresh agent, so that it ends the same way.
class HostileAgentTest {
    private static final String FEATURE = """
            Feature: NAME
              Background:
                Given the hosts client and server share a wire

              Scenario: NAME, first
                When client connects to server on TCP port 8080
                Then connect fails with ECONNREFUSED

              Scenario: NAME, once more
                When client connects to server on TCP port 8080
                Then connect fails with ECONNREFUSED
            """;

    private static final String SELECT = """
            Feature: declares-too-much
              Scenario: declares-too-much
                Given the hosts client and server share a wire
                When client connects to server on TCP port 8080
                Then select marks client as readable
            """;

    /// Each misbehaviour with how a scenario ends: the status and a part of the sentence, which
    /// stands behind `connect(client, …) on client: the agent hostile on client `.
    private static final Map<String, String> ENDINGS = new LinkedHashMap<>();

    static {
        ENDINGS.put("ok", "PASSED");
        ENDINGS.put("exit-at-once", "BROKEN .*ended with status 3 in hello.*");
        ENDINGS.put("exit-in-call", "BROKEN connect\\(.*\\) on client: .* ended with status 3 in connect.*");
        ENDINGS.put("crash", "BROKEN connect\\(.*\\) on client: .* was killed by signal 11 in connect.*");
        ENDINGS.put("text-before-hello", "BROKEN .*wrote a line that is no JSON: Welcome to the hostile agent!");
        ENDINGS.put("unknown-id", "BROKEN connect\\(.*answered request 987654321, which was never made");
        ENDINGS.put("answers-twice", "BROKEN .*answered connect twice");
        ENDINGS.put("malformed-json", "BROKEN connect\\(.*wrote a line that is no JSON: .*\"result\":\\{");
        ENDINGS.put("not-an-object", "BROKEN connect\\(.*wrote a line that is no answer .*: \\[1,2,3]");
        ENDINGS.put("long-line", "BROKEN connect\\(.*answered with a line of more than 1 MiB.*");
        ENDINGS.put("invalid-utf8", "BROKEN connect\\(.*wrote a line that is no UTF-8: .*");
        ENDINGS.put("bad-errno", "BROKEN connect\\(.*answered connect wrongly: 'EFOO' is not an errno name.*");
        ENDINGS.put("bad-handle", "BROKEN socket\\(.*answered socket wrongly: 'fd' is -7, not a number from 0 .*");
        ENDINGS.put("text-handle", "BROKEN socket\\(.*answered socket wrongly: 'fd' is \"three\", not a number.*");
        ENDINGS.put("missing-member", "BROKEN socket\\(.*answered socket wrongly: 'fd' is missing in \\{}");
        ENDINGS.put("hang-in-hello", "BROKEN .*did not answer hello within 10 s");
        ENDINGS.put("hang-in-call", "BROKEN connect\\(.*did not answer ping within 5 s, while it was in connect");
        ENDINGS.put("slow-call", "WRONG .*connect on client is still blocked after .*");
        ENDINGS.put("ignore-cancel", "BROKEN .*did not answer cancel within 5 s, while it was in connect.*");
        ENDINGS.put("close-stdin", "BROKEN .*does not read its standard input: EPIPE, when bye was asked.*");
        ENDINGS.put("close-stdout", "BROKEN connect\\(.*closed its standard output in connect.*");
        ENDINGS.put("flood-stderr", "PASSED");
        ENDINGS.put("fork-children", "PASSED");
        ENDINGS.put("protocol-2", "BROKEN .*answered hello wrongly: it speaks version 2 of the protocol.*");
        ENDINGS.put("other-name", "BROKEN .*said hello as .*name=other.* at the start of the run as .*name=hostile.*");
        ENDINGS.put("unknown-capability", "BROKEN .*answered hello wrongly: 'telepathy' is not a capability.*");
        ENDINGS.put("internal-error", "BROKEN connect\\(.*with the error -32603: the hostile agent has lost a screw");
        ENDINGS.put("never-ends", "PASSED");
        ENDINGS.put("declares-too-much", "WRONG .*since it declares select.*does not offer it");
    }

    @TestFactory
    Stream<DynamicTest> eachIsOneSentenceAndTheRunGoesOn(@TempDir Path folder) throws Exception {
        Playbill playbill = new Playbill(folder);
        for (String behaviour : ENDINGS.keySet()) {
            playbill.feature(
                    behaviour, behaviour.equals("declares-too-much") ? SELECT : FEATURE.replace("NAME", behaviour));
        }
        List<String> left =
                playbill.playApart("-Dsockspec.lineup=" + HostileLineup.class.getName(), "-Dsockspec.deadline=60");
        return Stream.concat(
                ENDINGS.keySet().stream().map(behaviour -> dynamicTest(behaviour, () -> ends(playbill, behaviour))),
                Stream.of(
                        dynamicTest(
                                "nothing is left in the JVM",
                                () -> assertThat(left).isEmpty()),
                        dynamicTest(
                                "no process is left",
                                () -> assertThat(processes()).isEmpty())));
    }

    private static void ends(Playbill playbill, String behaviour) {
        assertThat(playbill.scenarios())
                .filteredOn(it -> it.get("scenario").asString().matches(behaviour + "(, .*)?"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(Playbill.ended(it)).matches("(?s)" + ENDINGS.get(behaviour)));
    }

    private static List<String> processes() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(it -> it.getFileName().toString().matches("\\d+"))
                    .map(HostileAgentTest::commandLine)
                    .filter(it -> it.contains(" src/test/resources/hostile-agent.py"))
                    .toList();
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), java.nio.charset.StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
        } catch (IOException ended) {
            return "";
        }
    }
}
