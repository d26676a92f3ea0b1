package io.sockspec.register;

import static io.sockspec.register.ScenarioStatus.BLOCKED;
import static io.sockspec.register.ScenarioStatus.BROKEN;
import static io.sockspec.register.ScenarioStatus.PASSED;
import static io.sockspec.register.ScenarioStatus.UNSUPPORTED;
import static io.sockspec.register.ScenarioStatus.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final Deviations LISTED =
            new Deviations(List.of(new Deviation("UDP-99", "it is odd", "there", "1.0")));

    @Test
    void allScenariosPassed() {
        assertThat(verdict(Level.MUST, PASSED, PASSED)).isEqualTo(Verdict.CONFORMANT);
    }

    @Test
    void oneWrongAnswerFails() {
        assertThat(verdict(Level.MUST, PASSED, WRONG)).isEqualTo(Verdict.FAILED);
        assertThat(verdict(Level.LINUX, WRONG, BLOCKED)).isEqualTo(Verdict.FAILED);
        assertThat(verdict(Level.CHAPTER, UNSUPPORTED, WRONG)).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aFailedShouldIsNonStrictUnlessTheRunIsStrict() {
        var should = requirement(Level.SHOULD, 1, null);
        assertThat(judge(should, false, WRONG)).isEqualTo(Verdict.NON_STRICT);
        assertThat(judge(should, true, WRONG)).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aBrokenScenarioOutweighsAWrongAnswer() {
        assertThat(verdict(Level.MUST, WRONG, BROKEN)).isEqualTo(Verdict.BROKEN);
        assertThat(verdict(Level.SHOULD, BROKEN, WRONG)).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void blockedComesBeforeUnsupported() {
        assertThat(verdict(Level.MUST, PASSED, BLOCKED, UNSUPPORTED)).isEqualTo(Verdict.BLOCKED);
        assertThat(verdict(Level.MUST, PASSED, UNSUPPORTED)).isEqualTo(Verdict.UNSUPPORTED);
    }

    @Test
    void aRuleThatRanInPartIsNeverGreen() {
        var two = requirement(Level.MUST, 2, null);
        assertThat(judge(two, false, PASSED)).isEqualTo(Verdict.NOT_RUN);
        assertThat(judge(two, false, BLOCKED)).isEqualTo(Verdict.NOT_RUN);
        assertThat(judge(two, false)).isEqualTo(Verdict.NOT_RUN);
        assertThat(Judgement.of(two, List.of(PASSED), Terms.USUAL).partial()).isTrue();
    }

    @Test
    void aRuleThatRanInPartFailsOnWhatRan() {
        var judgement = Judgement.of(requirement(Level.MUST, 2, null), List.of(WRONG), Terms.USUAL);
        assertThat(judgement.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(judgement.partial()).isTrue();
    }

    @Test
    void aRuleWithoutScenariosIsUntestedOnlyIfItSaysSo() {
        assertThat(judge(requirement(Level.MUST, 0, "not written yet."), false)).isEqualTo(Verdict.UNTESTED);
        assertThat(judge(requirement(Level.MUST, 0, null), false)).isEqualTo(Verdict.NOT_RUN);
    }

    @Test
    void anUntestedRuleDoesNotMakeTheRunPartial() {
        var untested = requirement(Level.MUST, 0, "not written yet.");
        assertThat(Judgement.of(untested, List.of(), Terms.USUAL).partial()).isFalse();
    }

    @Test
    void aListedFailureIsKnown() {
        assertThat(deviating(Level.MUST, WRONG)).isEqualTo(Verdict.KNOWN_DEVIATION);
        assertThat(deviating(Level.SHOULD, WRONG)).isEqualTo(Verdict.KNOWN_DEVIATION);
    }

    @Test
    void aListedRequirementThatPassesIsStale() {
        assertThat(deviating(Level.MUST, PASSED)).isEqualTo(Verdict.STALE_DEVIATION);
    }

    @Test
    void aListDoesNotExcuseWhatIsNoFailure() {
        assertThat(deviating(Level.MUST, BROKEN)).isEqualTo(Verdict.BROKEN);
        assertThat(deviating(Level.MUST, BLOCKED)).isEqualTo(Verdict.BLOCKED);
        assertThat(deviating(Level.MUST)).isEqualTo(Verdict.NOT_RUN);
    }

    @Test
    void aListedRequirementThatIsNotOfferedIsStale() {
        assertThat(deviating(Level.MUST, UNSUPPORTED)).isEqualTo(Verdict.STALE_DEVIATION);
    }

    @Test
    void aFactOfLinuxIsObservedWhereOnlyPosixIsFollowed() {
        assertThat(following(Level.LINUX, PASSED)).isEqualTo(Verdict.OBSERVED);
        assertThat(following(Level.LINUX, WRONG)).isEqualTo(Verdict.OBSERVED);
        assertThat(following(Level.LINUX, BROKEN)).isEqualTo(Verdict.BROKEN);
        assertThat(following(Level.LINUX, BLOCKED)).isEqualTo(Verdict.BLOCKED);
        assertThat(following(Level.LINUX, UNSUPPORTED)).isEqualTo(Verdict.UNSUPPORTED);
        assertThat(following(Level.LINUX)).isEqualTo(Verdict.NOT_RUN);
        assertThat(following(Level.MUST, WRONG)).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aDeviationIsListedOnce() {
        var twice = List.of(new Deviation("UDP-99", "a", "b", "1"), new Deviation("UDP-99", "c", "d", "1"));
        assertThatThrownBy(() -> new Deviations(twice)).hasMessage("UDP-99 is listed twice as a deviation.");
    }

    private static Verdict verdict(Level level, ScenarioStatus... ended) {
        return judge(requirement(level, ended.length, null), false, ended);
    }

    private static Verdict judge(Requirement requirement, boolean strict, ScenarioStatus... ended) {
        return Judgement.of(requirement, List.of(ended), new Terms(strict, false, Deviations.NONE))
                .verdict();
    }

    private static Verdict deviating(Level level, ScenarioStatus... ended) {
        return Judgement.of(requirement(level, 1, null), List.of(ended), new Terms(false, false, LISTED))
                .verdict();
    }

    private static Verdict following(Level level, ScenarioStatus... ended) {
        return Judgement.of(requirement(level, 1, null), List.of(ended), new Terms(false, true, Deviations.NONE))
                .verdict();
    }

    private static Requirement requirement(Level level, int scenarios, @Nullable String untested) {
        var cases = IntStream.range(0, scenarios).mapToObj(it -> new Requirement.Case("case " + it, 10 + it));
        return new Requirement(
                "UDP-99",
                level,
                "A title",
                "RFC 768",
                "A statement.",
                List.of(),
                untested,
                "features/udp/a.feature",
                4,
                cases.toList());
    }
}
