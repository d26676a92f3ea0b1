package io.sockspec.report;

import io.sockspec.register.Deviation;
import io.sockspec.register.Finding;
import io.sockspec.register.Judgement;
import io.sockspec.register.ScenarioStatus;
import io.sockspec.register.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Stream;

/// The verdict on a run in a screenful: a table of counts, what could not be judged and why, and
/// one closing line.
final class Summary {
    private final Assessment assessment;

    Summary(Assessment assessment) {
        this.assessment = assessment;
    }

    String text() {
        var text = new StringJoiner("\n");
        text.add(new CountTable(assessment).text());
        reasons(text, Verdict.KNOWN_DEVIATION, "known deviations", this::listed);
        reasons(text, Verdict.STALE_DEVIATION, "stale deviations, to be removed from the list", this::stale);
        reasons(text, Verdict.OBSERVED, "observed, not judged", this::observed);
        reasons(text, Verdict.BLOCKED, "blocked", this::message);
        reasons(text, Verdict.UNSUPPORTED, "unsupported", this::message);
        extras(text);
        partial(text);
        text.add("");
        text.add(closing());
        return text.toString();
    }

    private void reasons(StringJoiner text, Verdict verdict, String title, Function<Judgement, String> reason) {
        var judgements = assessment.with(verdict);
        if (!judgements.isEmpty()) {
            text.add("").add(title + ":");
            judgements.forEach(it -> text.add("  " + it.requirement().id() + "  " + reason.apply(it)));
        }
    }

    private String listed(Judgement judgement) {
        var id = judgement.requirement().id();
        return assessment.deviations().of(id).map(Deviation::reason).orElseThrow();
    }

    private String stale(Judgement judgement) {
        boolean offered =
                assessment.results(judgement).stream().noneMatch(it -> it.status() == ScenarioStatus.UNSUPPORTED);
        return (offered ? "it passes: " : "it is unsupported: ") + listed(judgement);
    }

    private String observed(Judgement judgement) {
        return assessment.results(judgement).stream()
                .flatMap(it -> Stream.ofNullable(it.finding()))
                .map(Finding::actual)
                .findFirst()
                .orElse("as Linux");
    }

    private String message(Judgement judgement) {
        return assessment.results(judgement).stream()
                .flatMap(it -> Stream.ofNullable(it.message()))
                .findFirst()
                .orElse(judgement.requirement().title());
    }

    private void extras(StringJoiner text) {
        var extras = assessment.extras();
        if (!extras.isEmpty()) {
            var failed = extras.stream().filter(ScenarioResult::failed).count();
            var passed = extras.stream()
                    .filter(it -> it.status() == ScenarioStatus.PASSED)
                    .count();
            text.add("")
                    .add("extra: " + count(extras.size(), "scenario") + " beside the register, " + passed + " passed, "
                            + failed + " failed.");
        }
    }

    private void partial(StringJoiner text) {
        if (assessment.partial()) {
            var filters = assessment.run().filters();
            text.add("")
                    .add("partial: " + assessment.complete() + " of " + count(assessment.tested(), "rule") + " ran"
                            + (filters.isEmpty() ? "" : ", filtered by " + filters) + ".");
        }
    }

    private String closing() {
        var run = assessment.run();
        if (assessment.passed() && run.shard() != null) {
            return "Nothing failed in shard " + run.shard() + " of " + run.implementation() + ", "
                    + count(assessment.tested(), "rule")
                    + "; the verdict is that of all shards, which 'sockspec merge' joins.";
        }
        if (assessment.passed()) {
            return run.implementation() + " conforms to " + count(assessment.count(Verdict.CONFORMANT), "rule") + "; "
                    + assessment.count(Verdict.UNTESTED) + " are untested.";
        }
        var faults = faults();
        return assessment.count(Verdict.FAILED) > 0
                ? run.implementation() + " does not conform: " + faults
                : "No verdict on " + run.implementation() + ": " + faults;
    }

    private String faults() {
        var faults = new ArrayList<String>();
        if (assessment.run().error() != null) {
            faults.add("the run broke (" + assessment.run().error() + ")");
        }
        for (var verdict : List.of(Verdict.FAILED, Verdict.BROKEN, Verdict.STALE_DEVIATION)) {
            var count = assessment.count(verdict);
            if (count > 0) {
                faults.add(count(count, "rule") + " " + verdict.word());
            }
        }
        if (assessment.extras().stream().anyMatch(ScenarioResult::failed)) {
            faults.add("scenarios beside the register failed");
        }
        if (assessment.partial()) {
            faults.add("the run was partial");
        }
        return (faults.isEmpty() ? "no rule was found conformant" : String.join(", ", faults)) + ".";
    }

    private static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
