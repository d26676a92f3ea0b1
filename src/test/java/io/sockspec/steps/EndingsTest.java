package io.sockspec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.wire.Fields;
import io.sockspec.wire.Pattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Every way in which a scenario ends by itself, seen in scenarios that end so, all of one run.
class EndingsTest {
    private static final String FEATURE = """
            Feature: Endings
              Background:
                Given the hosts client and server share a wire

              Scenario: it passes
                When client connects to server on TCP port 8080
                Then connect fails with ECONNREFUSED

              Scenario: a wrong answer
                When client connects to server on TCP port 8080
                Then connect fails with ETIMEDOUT

              Scenario Outline: a wrong answer in each row
                When client connects to server on TCP port <port>
                Then connect succeeds

                Examples: whose names are equal
                  | port |
                  |   80 |
                  |   81 |

              Scenario: %s
                When client connects to server on TCP port 8080
                Then connect succeeds

              Scenario: a fault that never acts
                Given the wire loses the second SYN from client
                When client connects to server on TCP port 8080
                Then connect fails with ECONNREFUSED

              Scenario: a set-up that fails
                Given client is connected to server on TCP port 8080
                When client sends "x"
                Then send succeeds

              Scenario: an unknown errno
                When client connects to server on TCP port 8080
                Then connect fails with ECONREFUSED

              Scenario: an unknown option
                Given client has a UDP socket with SO_BRODCAST 1
                Then client has sent no frame

              Scenario: an unknown value
                Given client has a UDP socket with SO_BROADCAST EINVAL
                Then client has sent no frame

              Scenario: an unknown host
                When client connects to nobody on TCP port 8080
                Then connect fails with ECONNREFUSED

              Scenario: an unknown host that acts
                When nobody connects to server on TCP port 8080
                Then connect fails with ECONNREFUSED

              Scenario: an unknown scripted host
                Given server answers connections on TCP port 8080
                Then client has sent no frame

              Scenario: an unknown socket
                When client sends "x"
                Then send succeeds

              Scenario: an unknown pattern
                Given the wire loses the first SIN from client
                When client connects to server on TCP port 8080
                Then connect fails with ECONNREFUSED

              Scenario: an unknown field
                When client connects to server on TCP port 8080
                Then the first SYN from client carries
                  | destination prot | 8080 |

              Scenario: bytes that are none
                When client connects to server on TCP port 8080
                Then the first SYN from client carries
                  | destination port | bytes 1f 9 |

              Scenario: a table that is too narrow
                When client connects to server on TCP port 8080
                Then the first SYN from client carries
                  | destination port |

              Scenario Outline: a call that is none, <call>
                Given client opens a UDP socket
                When client calls <call>
                Then client has sent no frame

                Examples: in its name or in an argument
                  | call               |
                  | phone()            |
                  | shutdown(SHUT_UP)  |
                  | htonl(x)           |
                  | send(x)            |
                  | recv()             |

              Scenario: a port that is none
                When client connects to server on TCP port 65536
                Then connect fails with ECONNREFUSED

              Scenario: a number without end
                When client connects to server on TCP port 8080
                Then client has sent 99999999999 SYN

              Scenario: hosts named twice
                Given the hosts client and other share a wire
                Then client has sent no frame

              Scenario: a call that was never made
                Then connect fails with ECONNREFUSED

              Scenario: an undefined step
                When client konnects to server on TCP port 8080
                Then connect fails with ECONNREFUSED

              @needs:fork
              Scenario: a capability that is not declared
                Then client has sent no frame

              @needs:forks
              Scenario: a capability that does not exist
                Then client has sent no frame

              @needs:fork
              Scenario: not declared, with an idle fault
                Given the wire loses the first SYN from client
                Then client has sent no frame
            """.formatted("a name without end " + "and on ".repeat(60) + "and over");

    @TempDir
    private static Path folder;

    private static Playbill playbill = new Playbill(Path.of("."));

    @BeforeAll
    static void play() throws IOException {
        playbill = new Playbill(folder).feature("a", FEATURE).play();
    }

    @Test
    void everyScenarioHasOneEnding() {
        assertThat(playbill.scenarios()).hasSize(31);
        assertThat(playbill.ending("it passes")).isEqualTo("PASSED");
    }

    @Test
    void aWrongAnswerHasAllThatThereIsToLookAt() throws IOException {
        assertThat(playbill.ending("a wrong answer")).isEqualTo("WRONG");
        JsonNode finding = playbill.scenario("a wrong answer").get("finding");
        assertThat(finding.get("expected").asString()).isEqualTo("connect fails with ETIMEDOUT");
        assertThat(finding.get("actual").asString()).isEqualTo("connect on client fails with ECONNREFUSED");
        assertThat(finding.get("calls").valueStream().map(JsonNode::asString))
                .last()
                .asString()
                .matches("\\+\\d\\.\\d{3} s  client  connect\\(client, 192\\.0\\.2\\.2:8080\\) = -1 ECONNREFUSED");
        assertThat(finding.get("wire").valueStream().map(JsonNode::asString))
                .last()
                .asString()
                .matches("\\+\\d\\.\\d{3} s  server > client  RST,ACK");
        assertThat(Files.size(capture(finding))).isPositive();
        assertThat(playbill.report()).contains("""
                no ID FAILED  a scenario beside the register
                Scenario  a wrong answer   features/a.feature:9
                Expected  connect fails with ETIMEDOUT
                Actual    connect on client fails with ECONNREFUSED
                Calls\
                """);
    }

    @Test
    void everyRowHasACaptureOfItsOwn() {
        List<Path> captures = playbill.scenarios().stream()
                .filter(it -> it.get("scenario").asString().equals("a wrong answer in each row"))
                .map(it -> capture(it.get("finding")))
                .toList();
        assertThat(captures).hasSize(2).doesNotHaveDuplicates().allMatch(Files::exists);
    }

    @Test
    void aLongNameStillNamesACapture() {
        JsonNode scenario = playbill.scenarios().stream()
                .filter(it -> it.get("scenario").asString().startsWith("a name without end"))
                .findFirst()
                .orElseThrow();
        assertThat(capture(scenario.get("finding"))).exists();
    }

    private static Path capture(JsonNode finding) {
        return Path.of(finding.get("capture").asString());
    }

    @Test
    void aFaultThatNeverActsIsNamed() {
        assertBroken(
                "a fault that never acts",
                "a fault never acted, so the scenario proved nothing: the wire loses the second SYN from client");
    }

    @Test
    void aSetUpThatFailsBlamesNobody() {
        assertBroken(
                "a set-up that fails",
                "the set-up failed: connect(client, 192.0.2.2:8080) on client answered -1 ECONNREFUSED");
        assertThat(playbill.report()).contains("""
                no ID BROKEN  a scenario beside the register
                Scenario  a set-up that fails   features/a.feature:31
                Actual    the set-up failed: connect(client, 192.0.2.2:8080) on client answered -1 ECONNREFUSED
                """);
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThatAreKnown() {
        assertBroken(
                "an unknown errno",
                "'ECONREFUSED' is not an errno name of Linux; the nearest are ECONNREFUSED, ECONNRESET, ECANCELED");
        assertBroken("an unknown host", "the scenario has no host nobody; it has client, server");
        assertBroken(
                "an unknown host that acts", "the scenario has no host nobody with sockets; it has client, server");
        assertBroken("an unknown scripted host", "the lab has no scripted host 'server'; it has none");
        assertBroken("an unknown socket", "the scenario has no socket client; it has none yet");
        assertBroken(
                "an unknown pattern", "'SIN' names no kind of frame; known are " + String.join("; ", Pattern.known()));
        assertBroken(
                "an unknown field",
                "'destination prot' is no field of a frame; known are " + String.join("; ", Fields.names()));
        assertThat(playbill.ending("an unknown option"))
                .startsWith("BROKEN 'SO_BRODCAST' is not a known socket option; known are SO_")
                .contains(", SO_BROADCAST, ");
        assertThat(playbill.ending("a capability that does not exist"))
                .startsWith("BROKEN 'forks' is not a capability; known are [")
                .contains(", fork, ");
    }

    @Test
    void aBadValueIsToldByItsOwnRules() {
        assertBroken("an unknown value", "'EINVAL' is no value of SO_BROADCAST, which holds a number");
        assertBroken("bytes that are none", "'1f 9' is not an even number of hex digits");
        assertBroken("a table that is too narrow", "a row of the table has two cells, a name and a value, not 1");
        assertBroken("a port that is none", "a port is 0 to 65535, not 65536");
        assertBroken("a number without end", "99999999999 is too large for any number that a scenario needs");
    }

    @Test
    void aCallThatIsNoneIsToldWhereverItIsRead() {
        assertThat(playbill.ending("a call that is none, phone()"))
                .startsWith("BROKEN no scenario can make the call phone(); known are ");
        assertBroken(
                "a call that is none, shutdown(SHUT_UP)",
                "no scenario can make the call shutdown(SHUT_UP); known are SHUT_RD, SHUT_WR, SHUT_RDWR");
        assertBroken("a call that is none, htonl(x)", "argument 1 of htonl(x) is no number");
        assertBroken("a call that is none, send(x)", "argument 1 of send(x) is no text in double quotes");
        assertBroken("a call that is none, recv()", "recv() lacks argument 1");
    }

    @Test
    void stepsInTheWrongOrderAreToldApart() {
        assertBroken("hosts named twice", "the scenario has its hosts already: client, server");
        assertBroken("a call that was never made", "the scenario asks what connect answered but never made that call");
    }

    @Test
    void anUndefinedStepNamesItsPlaceAndTheNearestSentences() {
        assertThat(playbill.ending("an undefined step"))
                .startsWith("BROKEN features/a.feature:113: no expression matches"
                        + " \"client konnects to server on TCP port 8080\", the nearest are"
                        + " \"{name} connects to {endpoint}\", ");
    }

    @Test
    void anUndeclaredCapabilityIsUnsupported() {
        String sentence = "UNSUPPORTED reference does not declare fork";
        assertThat(playbill.ending("a capability that is not declared")).isEqualTo(sentence);
        assertThat(playbill.ending("not declared, with an idle fault")).isEqualTo(sentence);
    }

    private static void assertBroken(String scenario, String sentence) {
        assertThat(playbill.ending(scenario)).isEqualTo("BROKEN " + sentence);
    }
}
