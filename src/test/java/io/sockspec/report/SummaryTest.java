package io.sockspec.report;

import static io.sockspec.register.ScenarioStatus.BLOCKED;
import static io.sockspec.register.ScenarioStatus.BROKEN;
import static io.sockspec.register.ScenarioStatus.PASSED;
import static io.sockspec.register.ScenarioStatus.UNSUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.register.Deviation;
import io.sockspec.register.Finding;
import io.sockspec.register.Level;
import io.sockspec.register.Requirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final List<Requirement> REGISTER = List.of(
            Samples.requirement("TCP-CLOSE-01", Level.MUST, 10),
            Samples.requirement("TCP-CLOSE-02", Level.MUST, 20),
            Samples.requirement("UNIX-01", Level.MUST, 30),
            Samples.requirement("UDP-01", Level.MUST),
            Samples.requirement("UDP-02", Level.MUST));

    @Test
    void aPassNamesWhatCouldNotBeJudged() {
        var text = summary(
                Map.of(),
                Samples.result("TCP-CLOSE-01", 10, PASSED, null),
                Samples.result("TCP-CLOSE-02", 20, BLOCKED, "toxiproxy-server is not installed: run ci/setup."),
                Samples.result("UNIX-01", 30, UNSUPPORTED, "nio does not declare unix."));
        assertThat(text).isEqualTo("""
                area       conformant  failed  non-strict  known  stale  unsupported  blocked  broken  untested
                TCP-CLOSE           1       .           .      .      .            .        1       .         .
                UNIX                .       .           .      .      .            1        .       .         .
                all                 1       .           .      .      .            1        1       .         2

                nothing tested yet: UDP 2

                blocked:
                  TCP-CLOSE-02  toxiproxy-server is not installed: run ci/setup.

                unsupported:
                  UNIX-01  nio does not declare unix.

                reference conforms to 1 rule; 2 are untested.""");
    }

    @Test
    void aPartialRunSaysWhatRan() {
        var text = summary(Map.of("groups", "UNIX-01"), Samples.result("UNIX-01", 30, PASSED, null));
        assertThat(text).isEqualTo("""
                area       conformant  failed  non-strict  known  stale  unsupported  blocked  broken  untested  not run
                TCP-CLOSE           .       .           .      .      .            .        .       .         .        2
                UNIX                1       .           .      .      .            .        .       .         .        .
                all                 1       .           .      .      .            .        .       .         2        2

                nothing tested yet: UDP 2

                partial: 1 of 3 rules ran, filtered by {groups=UNIX-01}.

                No verdict on reference: the run was partial.""");
    }

    @Test
    void aFailureIsTheLastWord() {
        var text = summary(
                Map.of(),
                Samples.wrong("TCP-CLOSE-01", 10, Finding.of("a", "b")),
                Samples.result("TCP-CLOSE-02", 20, BROKEN, "no wire"),
                Samples.result("UNIX-01", 30, PASSED, null),
                Samples.wrong("MY-01", 1, Finding.of("a", "b")));
        assertThat(text)
                .contains("\nextra: 1 scenario beside the register, 0 passed, 1 failed.\n")
                .endsWith(
                        "\nreference does not conform: 1 rule failed, 1 rule broken, scenarios beside the register failed.");
    }

    @Test
    void aDeviationGivesItsReason() {
        var known = List.of(new Deviation("TCP-CLOSE-01", "It never sends RST.", "there", "1.0"));
        var wrong = Samples.wrong("TCP-CLOSE-01", 10, Finding.of("a", "b"));
        var results = new Results(Samples.run(false, Map.of(), null), known, List.of(wrong));
        assertThat(new Summary(Assessment.of(REGISTER, results)).text())
                .contains("\nknown deviations:\n  TCP-CLOSE-01  It never sends RST.\n");
    }

    @Test
    void aStaleDeviationSaysWhyItIs() {
        var known = List.of(
                new Deviation("TCP-CLOSE-01", "It never sends RST.", "there", "1.0"),
                new Deviation("UNIX-01", "It has no names.", "there", "1.0"));
        var results = new Results(
                Samples.run(false, Map.of(), null),
                known,
                List.of(
                        Samples.result("TCP-CLOSE-01", 10, PASSED, null),
                        Samples.result("UNIX-01", 30, UNSUPPORTED, "nio does not declare unix.")));
        assertThat(new Summary(Assessment.of(REGISTER, results)).text()).contains("""

                stale deviations, to be removed from the list:
                  TCP-CLOSE-01  it passes: It never sends RST.
                  UNIX-01  it is unsupported: It has no names.
                """);
    }

    /// Features are read in the order of their files.
    @Test
    void whatIsListedIsInTheOrderOfIds() {
        var register = List.of(
                Samples.requirement("UNIX-02", Level.MUST, 30),
                Samples.requirement("TCP-CLOSE-02", Level.MUST, 20),
                Samples.requirement("UNIX-01", Level.MUST, 10));
        var results = new Results(
                Samples.run(false, Map.of(), null),
                List.of(),
                List.of(
                        Samples.result("UNIX-02", 30, UNSUPPORTED, "second"),
                        Samples.result("TCP-CLOSE-02", 20, PASSED, null),
                        Samples.result("UNIX-01", 10, UNSUPPORTED, "first")));
        assertThat(new Summary(Assessment.of(register, results)).text())
                .contains("unsupported:\n  UNIX-01  first\n  UNIX-02  second\n");
    }

    @Test
    void whatIsObservedIsListedWithWhatItDid() {
        var register = List.of(
                Samples.requirement("TCP-CLOSE-01", Level.MUST, 10),
                Samples.requirement("TCP-CLOSE-02", Level.LINUX, 20),
                Samples.requirement("UNIX-01", Level.LINUX, 30));
        var results = new Results(
                Samples.run("posix", false, false, Map.of(), null),
                List.of(),
                List.of(
                        Samples.result("TCP-CLOSE-01", 10, PASSED, null),
                        Samples.wrong("TCP-CLOSE-02", 20, Finding.of("200", "100")),
                        Samples.result("UNIX-01", 30, PASSED, null)));
        assertThat(new Summary(Assessment.of(register, results)).text()).isEqualTo("""
                area       conformant  failed  non-strict  known  stale  observed  unsupported  blocked  broken  untested
                TCP-CLOSE           1       .           .      .      .         1            .        .       .         .
                UNIX                .       .           .      .      .         1            .        .       .         .
                all                 1       .           .      .      .         2            .        .       .         .

                observed, not judged:
                  TCP-CLOSE-02  100
                  UNIX-01  as Linux

                reference conforms to 1 rule; 0 are untested.""");
    }

    @Test
    void aRunThatBrokeIsNoVerdict() {
        var results = new Results(Samples.run(false, Map.of(), "a hook threw"), List.of(), List.of());
        assertThat(new Summary(Assessment.of(REGISTER, results)).text())
                .endsWith("\nNo verdict on reference: the run broke (a hook threw), the run was partial.");
    }

    /// UNIX-01 and TCP-CLOSE-01 are in the first of two shards, TCP-CLOSE-02 is in the other.
    @Test
    void aShardInWhichNothingFailedPassesAndIsNoVerdict() {
        var own =
                List.of(Samples.result("TCP-CLOSE-01", 10, PASSED, null), Samples.result("UNIX-01", 30, PASSED, null));
        var shard = Assessment.of(REGISTER, new Results(Samples.shard("1/2", "0", null), List.of(), own));
        assertThat(shard.passed()).isTrue();
        assertThat(new Summary(shard).text())
                .endsWith("Nothing failed in shard 1/2 of reference, 2 rules; the verdict is that of all shards,"
                        + " which 'sockspec merge' joins.");
        var cut = Assessment.of(REGISTER, new Results(Samples.shard("1/2", "0", null), List.of(), own.subList(0, 1)));
        assertThat(cut.passed()).isFalse();
        assertThat(new Summary(cut).text()).contains("partial: 1 of 2 rules ran");
    }

    private static String summary(Map<String, String> filters, ScenarioResult... results) {
        var all = new Results(Samples.run(false, filters, null), List.of(), List.of(results));
        return new Summary(Assessment.of(REGISTER, all)).text();
    }
}
