package io.sockspec.report;

import static io.sockspec.register.ScenarioStatus.BLOCKED;
import static io.sockspec.register.ScenarioStatus.BROKEN;
import static io.sockspec.register.ScenarioStatus.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.register.Deviation;
import io.sockspec.register.Level;
import io.sockspec.register.Requirement;
import io.sockspec.register.ScenarioStatus;
import io.sockspec.register.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssessmentTest {
    private static final Requirement ONE = Samples.requirement("TCP-CLOSE-01", Level.MUST, 10, 12);
    private static final Requirement TWO = Samples.requirement("TCP-CLOSE-02", Level.SHOULD, 20);
    private static final Requirement LATER = Samples.requirement("TCP-CLOSE-03", Level.MUST);
    private static final ScenarioResult WRONG = Samples.wrong("TCP-CLOSE-02", 20, Samples.finding());

    @Test
    void passesWhenEverythingRanAndNothingFailed() {
        var assessment = assess(passed(10), passed(12), result("TCP-CLOSE-02", 20, BLOCKED));
        assertThat(assessment.passed()).isTrue();
        assertThat(assessment.judgements())
                .extracting(it -> it.verdict())
                .containsExactly(Verdict.CONFORMANT, Verdict.BLOCKED, Verdict.UNTESTED);
    }

    @Test
    void aFailedShouldIsShownButFailsOnlyAStrictRun() {
        var results = List.of(passed(10), passed(12), WRONG);
        assertThat(assess(results, false, List.of()).passed()).isTrue();
        assertThat(assess(results, false, List.of()).failures()).hasSize(1);
        assertThat(assess(results, true, List.of()).passed()).isFalse();
    }

    @Test
    void aBrokenRuleFailsTheRun() {
        assertThat(assess(passed(10), passed(12), result("TCP-CLOSE-02", 20, BROKEN))
                        .passed())
                .isFalse();
    }

    @Test
    void aRunThatLeftOutAScenarioIsPartial() {
        var assessment = assess(passed(10), result("TCP-CLOSE-02", 20, PASSED));
        assertThat(assessment.partial()).isTrue();
        assertThat(assessment.complete()).isEqualTo(1);
        assertThat(assessment.tested()).isEqualTo(2);
        assertThat(assessment.passed()).isFalse();
    }

    @Test
    void aScenarioThatRanTwiceDoesNotStandForAnother() {
        assertThat(assess(passed(10), passed(10), result("TCP-CLOSE-02", 20, PASSED))
                        .partial())
                .isTrue();
    }

    @Test
    void ofTwoRunsOfAScenarioTheWorseCounts() {
        var assessment = assess(passed(10), passed(12), WRONG, result("TCP-CLOSE-02", 20, PASSED));
        assertThat(assessment.count(Verdict.NON_STRICT)).isEqualTo(1);
    }

    @Test
    void aRunWithoutAConformantRuleIsNoPass() {
        assertThat(assess(
                                result("TCP-CLOSE-01", 10, BLOCKED),
                                result("TCP-CLOSE-01", 12, BLOCKED),
                                result("TCP-CLOSE-02", 20, BLOCKED))
                        .passed())
                .isFalse();
    }

    @Test
    void aRunThatBrokeIsNoPass() {
        var results = List.of(passed(10), passed(12), result("TCP-CLOSE-02", 20, PASSED));
        var broke = new Results(Samples.run(false, Map.of(), "a hook threw"), List.of(), results);
        assertThat(Assessment.of(registered(), broke).passed()).isFalse();
    }

    @Test
    void aKnownDeviationIsNoNews() {
        var known = List.of(new Deviation("TCP-CLOSE-02", "it is odd", "there", "1.0"));
        var assessment = assess(List.of(passed(10), passed(12), WRONG), true, known);
        assertThat(assessment.passed()).isTrue();
        assertThat(assessment.failures()).isEmpty();
    }

    @Test
    void whatIsOnlyObservedNeitherFailsTheRunNorPassesIt() {
        var linux = Samples.requirement("TCP-CLOSE-02", Level.LINUX, 20);
        var run = Samples.run("posix", true, false, Map.of(), null);
        var one =
                Assessment.of(List.of(ONE, linux), new Results(run, List.of(), List.of(passed(10), passed(12), WRONG)));
        assertThat(one.passed()).isTrue();
        assertThat(one.failures()).isEmpty();
        var none = Assessment.of(List.of(linux), new Results(run, List.of(), List.of(WRONG)));
        assertThat(none.count(Verdict.OBSERVED)).isEqualTo(1);
        assertThat(none.passed()).isFalse();
    }

    @Test
    void aStaleDeviationFailsTheRun() {
        var stale = List.of(new Deviation("TCP-CLOSE-01", "it was odd", "there", "1.0"));
        var results = List.of(passed(10), passed(12), result("TCP-CLOSE-02", 20, PASSED));
        assertThat(assess(results, false, stale).passed()).isFalse();
    }

    @Test
    void scenariosBesideTheRegisterNeverCountForConformance() {
        var elsewhere = result("TCP-CLOSE-01", 99, PASSED);
        var unknown = result("MY-01", 10, PASSED);
        var assessment = assess(passed(10), elsewhere, unknown, result("TCP-CLOSE-02", 20, PASSED));
        assertThat(assessment.extras()).containsExactly(elsewhere, unknown);
        assertThat(assessment.partial()).isTrue();
    }

    @Test
    void aCopyOfOurRulesNeverCountsAsOurs() {
        var copy = Samples.copied(result("TCP-CLOSE-02", 20, PASSED));
        var assessment = assess(passed(10), passed(12), copy);
        assertThat(assessment.extras()).containsExactly(copy);
        assertThat(assessment.partial()).isTrue();
    }

    @Test
    void aFailureBesideTheRegisterFailsTheRun() {
        var extra = Samples.wrong("MY-01", 3, Samples.finding());
        var assessment = assess(passed(10), passed(12), result("TCP-CLOSE-02", 20, PASSED), extra);
        assertThat(assessment.count(Verdict.CONFORMANT)).isEqualTo(2);
        assertThat(assessment.passed()).isFalse();
        assertThat(assessment.failures()).hasSize(1);
    }

    @Test
    void failuresAreSortedByTheirId() {
        var assessment = assess(
                WRONG,
                Samples.wrong("TCP-CLOSE-01", 12, Samples.finding()),
                Samples.wrong("TCP-CLOSE-01", 10, Samples.finding()));
        assertThat(assessment.failures())
                .extracting(it -> it.text(id -> id).lines().skip(1).findFirst().orElseThrow())
                .containsExactly(place(10), place(12), place(20));
    }

    private static String place(int line) {
        return "Scenario  The first SYN is lost   features/tcp/nonblocking-connect.feature:" + line;
    }

    private static ScenarioResult passed(int line) {
        return result("TCP-CLOSE-01", line, PASSED);
    }

    private static ScenarioResult result(String id, int line, ScenarioStatus status) {
        return Samples.result(id, line, status, null);
    }

    private static Assessment assess(ScenarioResult... results) {
        return assess(List.of(results), false, List.of());
    }

    private static Assessment assess(List<ScenarioResult> results, boolean strict, List<Deviation> deviations) {
        return Assessment.of(registered(), new Results(Samples.run(strict, Map.of(), null), deviations, results));
    }

    private static List<Requirement> registered() {
        return List.of(ONE, TWO, LATER);
    }
}
