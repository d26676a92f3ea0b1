package io.sockspec.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.sockspec.register.Deviations;
import io.sockspec.register.Judgement;
import io.sockspec.register.Requirement;
import io.sockspec.register.ScenarioStatus;
import io.sockspec.register.Terms;
import io.sockspec.register.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A verdict on each requirement, and on the run.
///
/// @param run what ran
/// @param judgements one for each requirement, in the order of the register
/// @param results the results of each requirement, by its ID
/// @param extras the results of scenarios that the register does not hold; they never count for
///     conformance, but a failure among them fails the run
/// @param deviations what was known about the implementation before
record Assessment(
        Run run,
        List<Judgement> judgements,
        Map<String, List<ScenarioResult>> results,
        List<ScenarioResult> extras,
        Deviations deviations) {

    static Assessment of(Collection<Requirement> register, Results results) {
        var requirements = register.stream().collect(toMap(Requirement::id, it -> it));
        var own = new ArrayList<ScenarioResult>();
        var extras = new ArrayList<ScenarioResult>();
        results.scenarios().forEach(it -> (isOwn(it, requirements) ? own : extras).add(it));
        var byId = own.stream().collect(groupingBy(it -> String.valueOf(it.id())));
        var terms = results.terms();
        var judgements = register.stream()
                .map(it -> judgement(it, byId.getOrDefault(it.id(), List.of()), terms))
                .toList();
        return new Assessment(results.run(), judgements, byId, extras, terms.deviations());
    }

    private static boolean isOwn(ScenarioResult result, Map<String, Requirement> register) {
        return Optional.ofNullable(result.extra() ? null : result.id())
                .map(register::get)
                .filter(it -> it.holds(result.feature(), result.line()))
                .isPresent();
    }

    private static Judgement judgement(Requirement requirement, List<ScenarioResult> results, Terms terms) {
        // Each case counts once, however often it ran: a second pass does not stand for another case.
        var worst = results.stream().collect(groupingBy(ScenarioResult::line)).values().stream()
                .map(Assessment::worst)
                .toList();
        return Judgement.of(requirement, worst, terms);
    }

    private static ScenarioStatus worst(List<ScenarioResult> runs) {
        return runs.stream()
                .map(ScenarioResult::status)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// The failures to explain, by their ID; those beside the register come last.
    List<Failure> failures() {
        var failures = new ArrayList<Failure>();
        judgements.stream()
                .filter(it -> isNews(it.verdict()))
                .sorted(Comparator.comparing(it -> it.requirement().id()))
                .forEach(it -> failed(results(it))
                        .map(result -> Failure.of(it.requirement(), result))
                        .forEach(failures::add));
        failed(extras).map(Failure::extra).forEach(failures::add);
        return failures;
    }

    private static boolean isNews(Verdict verdict) {
        return verdict == Verdict.FAILED || verdict == Verdict.NON_STRICT || verdict == Verdict.BROKEN;
    }

    private static Stream<ScenarioResult> failed(List<ScenarioResult> results) {
        return results.stream().filter(ScenarioResult::failed).sorted(Comparator.comparing(ScenarioResult::place));
    }

    List<ScenarioResult> results(Judgement judgement) {
        return results.getOrDefault(judgement.requirement().id(), List.of());
    }

    /// In the order of their IDs.
    List<Judgement> with(Verdict verdict) {
        return judgements.stream()
                .filter(it -> it.verdict() == verdict)
                .sorted(Comparator.comparing(it -> it.requirement().id()))
                .toList();
    }

    long count(Verdict verdict) {
        return with(verdict).size();
    }

    /// How many rules of this run have scenarios, or ought to; for a shard those of its part.
    long tested() {
        return due().count();
    }

    private Stream<Judgement> due() {
        return judgements.stream().filter(it -> it.verdict() != Verdict.UNTESTED && run.holds(it.requirement()));
    }

    /// How many of them ran with every scenario that the register holds.
    long complete() {
        return due().filter(it -> !it.partial()).count();
    }

    boolean partial() {
        return complete() < tested();
    }

    boolean passed() {
        return run.error() == null
                && count(Verdict.FAILED) + count(Verdict.BROKEN) + count(Verdict.STALE_DEVIATION) == 0
                && !partial()
                // The few rules of a shard may all be unsupported.
                && (run.shard() != null || count(Verdict.CONFORMANT) > 0)
                && extras.stream().noneMatch(ScenarioResult::failed);
    }
}
