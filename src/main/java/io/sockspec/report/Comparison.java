package io.sockspec.report;

import static java.util.stream.Collectors.joining;

import io.sockspec.register.Finding;
import io.sockspec.register.Judgement;
import io.sockspec.register.Register;
import io.sockspec.register.Requirement;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The verdicts of several runs on the same rules, side by side.
///
/// @param text a line for each rule on which they differ, and the count of those compared
/// @param identical whether they differ on none
public record Comparison(String text, boolean identical) {

    private record Side(Path folder, Assessment run) {
        Judgement judgement(int rule) {
            return run.judgements().get(rule);
        }

        /// The verdict, and in brackets what was seen where there is more to say.
        String outcome(int rule) {
            var seen = run.results(judgement(rule)).stream()
                    .flatMap(it -> Stream.concat(
                            Stream.ofNullable(it.finding()).map(Finding::actual), Stream.ofNullable(it.message())))
                    .flatMap(String::lines)
                    .findFirst();
            return folder + ": " + judgement(rule).verdict().word()
                    + seen.map(it -> " (" + it + ")").orElse("");
        }
    }

    /// Compares the results in the folders of runs.
    ///
    /// @throws NoResults if a folder has none, or has some that cannot be compared
    public static Comparison of(List<Path> folders, Register register) {
        var sides =
                folders.stream().map(it -> new Side(it, whole(it, register))).toList();
        return of(sides, List.copyOf(register.requirements()));
    }

    private static Assessment whole(Path folder, Register register) {
        var results = new ResultsFile(folder).read();
        var assessment = Assessment.of(register.requirements(), results);
        assessment.extras().stream().filter(it -> !it.extra()).findFirst().ifPresent(it -> {
            throw new NoResults(
                    folder + " is of another register: it ran " + it.place() + ", which this sockspec does not hold.");
        });
        if (assessment.run().error() != null) {
            throw new NoResults(
                    folder + " holds a run that broke: " + assessment.run().error());
        }
        if (assessment.run().shard() != null) {
            throw new NoResults(folder + " holds shard " + assessment.run().shard()
                    + "; join all shards with 'sockspec merge' to compare.");
        }
        if (assessment.partial()) {
            throw new NoResults(folder + " holds a partial run, " + assessment.complete() + " of " + assessment.tested()
                    + " rules; run all to compare.");
        }
        return assessment;
    }

    private static Comparison of(List<Side> sides, List<Requirement> rules) {
        var text = new StringJoiner("\n", "", "\n");
        var tested = IntStream.range(0, rules.size())
                .filter(it -> rules.get(it).untested() == null)
                .toArray();
        var differing = Arrays.stream(tested).filter(it -> differ(sides, it)).toArray();
        for (int rule : differing) {
            text.add(rules.get(rule).id() + "  "
                    + sides.stream().map(it -> it.outcome(rule)).collect(joining("; ")));
        }
        text.add(tested.length + " rules compared, "
                + (differing.length == 0 ? "all verdicts are the same." : differing.length + " differ."));
        return new Comparison(text.toString(), differing.length == 0);
    }

    private static boolean differ(List<Side> sides, int rule) {
        return sides.stream().map(it -> it.judgement(rule).verdict()).distinct().count() > 1;
    }
}
