package io.sockspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.register.Finding;
import io.sockspec.register.Level;
import io.sockspec.register.ScenarioStatus;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void aWrongAnswerIsExplainedWithCallsAndWire() {
        var result = Samples.wrong("TCP-NBCONN-16", 25, Samples.finding());
        assertThat(text(Failure.of(Samples.LOST_SYN, result))).isEqualTo("""
                TCP-NBCONN-16 MUST  A lost SYN delays a nonblocking connect and does not fail it
                Scenario  The first SYN is lost   features/tcp/nonblocking-connect.feature:25
                Expected  SO_ERROR is 0
                Actual    SO_ERROR is ECONNREFUSED, 1.04 s after connect
                Calls     +0.000 s  client  connect(3, 10.1.0.2:8080) = -1 EINPROGRESS
                          +1.040 s  client  getsockopt(3, SO_ERROR) = ECONNREFUSED
                Wire      +0.000 s  client > server  SYN       lost by the wire (1 of 1)
                          +1.031 s  client > server  SYN
                Source    RFC 9293 section 3.8.1; POSIX.1-2024 connect()
                Look at   target/sockspec/TCP-NBCONN-16/wire.pcapng
                Rerun     ci/verify -Dgroups=TCP-NBCONN-16""");
    }

    @Test
    void aFindingWithoutEvidenceLeavesTheLabelsOut() {
        var requirement = Samples.requirement("UDP-01", Level.SHOULD, 7);
        var result = Samples.wrong("UDP-01", 7, Finding.of("1 datagram", "2 datagrams"));
        assertThat(text(Failure.of(requirement, result))).isEqualTo("""
                UDP-01 SHOULD  A lost SYN delays a nonblocking connect and does not fail it
                Scenario  The first SYN is lost   features/tcp/nonblocking-connect.feature:7
                Expected  1 datagram
                Actual    2 datagrams
                Source    RFC 9293 section 3.8.1; POSIX.1-2024 connect()
                Rerun     ci/verify -Dgroups=UDP-01""");
    }

    @Test
    void aBrokenScenarioHasNothingExpected() {
        var result = Samples.result("TCP-NBCONN-16", 25, ScenarioStatus.BROKEN, "The wire of client ended.");
        assertThat(text(Failure.of(Samples.LOST_SYN, result))).isEqualTo("""
                TCP-NBCONN-16 BROKEN  A lost SYN delays a nonblocking connect and does not fail it
                Scenario  The first SYN is lost   features/tcp/nonblocking-connect.feature:25
                Actual    The wire of client ended.
                Source    RFC 9293 section 3.8.1; POSIX.1-2024 connect()
                Rerun     ci/verify -Dgroups=TCP-NBCONN-16""");
    }

    @Test
    void whatAnAgentSaidStandsBehindTheCalls() {
        var result = Samples.logged(Samples.wrong("TCP-NBCONN-16", 25, Samples.finding()), "one\ntwo\n\n");
        assertThat(text(Failure.of(Samples.LOST_SYN, result))).contains("""
                          +1.040 s  client  getsockopt(3, SO_ERROR) = ECONNREFUSED
                Agent log one
                          two
                Wire      +0.000 s""");
    }

    @Test
    void ofALongLogTheEndIsShown() {
        var log = IntStream.rangeClosed(1, 23).mapToObj(it -> "line " + it).collect(Collectors.joining("\n"));
        var broken = Samples.result("TCP-NBCONN-16", 25, ScenarioStatus.BROKEN, "The agent ended.");
        var text = text(Failure.of(Samples.LOST_SYN, Samples.logged(broken, log)));
        assertThat(text)
                .contains("Actual    The agent ended.\nAgent log (3 earlier lines)\n          line 4\n")
                .contains("          line 23\nSource ");
    }

    @Test
    void aScenarioBesideTheRegisterHasNoSource() {
        var result = new ScenarioResult(
                null,
                "Mine",
                "file:///home/me/my.feature",
                3,
                ScenarioStatus.WRONG,
                1,
                Finding.of("5", "6"),
                null,
                null,
                List.of(),
                true);
        assertThat(text(Failure.extra(result))).isEqualTo("""
                no ID FAILED  a scenario beside the register
                Scenario  Mine   /home/me/my.feature:3
                Expected  5
                Actual    6""");
    }

    @Test
    void severalLinesKeepTheColumn() {
        var result = Samples.wrong("UDP-01", 25, Finding.of("a\nb", "c"));
        assertThat(text(Failure.of(Samples.LOST_SYN, result))).contains("Expected  a\n          b\nActual    c\n");
    }

    private static String text(Failure failure) {
        return failure.text(id -> "ci/verify -Dgroups=" + id);
    }
}
