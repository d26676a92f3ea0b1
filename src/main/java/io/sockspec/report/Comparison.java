package io.sockspec.report;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.sockspec.register.Finding;
import io.sockspec.register.Judgement;
import io.sockspec.register.Register;
import io.sockspec.register.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The verdicts of several runs on the same rules, side by side.
///
/// @param text a line for each rule on which they differ, and the count of those compared
/// @param identical whether they differ on none
public record Comparison(String text, boolean identical) {

    /// Compares the results in the folders of runs.
    ///
    /// @throws NoResults if a folder has none, or has some that cannot be compared
    public static Comparison of(List<Path> folders, Register register) {
        var runs = new LinkedHashMap<Path, Assessment>();
        folders.forEach(it -> runs.put(it, whole(it, register)));
        return of(runs, register.requirements().size());
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
        if (assessment.partial()) {
            throw new NoResults(folder + " holds a partial run, " + assessment.complete() + " of " + assessment.tested()
                    + " rules; run all to compare.");
        }
        return assessment;
    }

    private static Comparison of(Map<Path, Assessment> runs, int rules) {
        var text = new StringJoiner("\n", "", "\n");
        long compared = 0;
        int differing = 0;
        for (int rule = 0; rule < rules; rule++) {
            var judgements = new ArrayList<Judgement>();
            for (var run : runs.values()) {
                judgements.add(run.judgements().get(rule));
            }
            compared += judgements.getFirst().verdict() == Verdict.UNTESTED ? 0 : 1;
            if (judgements.stream().map(Judgement::verdict).collect(toSet()).size() > 1) {
                differing++;
                text.add(line(runs, judgements));
            }
        }
        text.add(compared + " rules compared, "
                + (differing == 0 ? "all verdicts are the same." : differing + " differ."));
        return new Comparison(text.toString(), differing == 0);
    }

    private static String line(Map<Path, Assessment> runs, List<Judgement> judgements) {
        var folders = List.copyOf(runs.keySet());
        return judgements.getFirst().requirement().id() + "  "
                + IntStream.range(0, folders.size())
                        .mapToObj(it -> folders.get(it) + ": " + outcome(runs.get(folders.get(it)), judgements.get(it)))
                        .collect(joining("; "));
    }

    /// The verdict, and in brackets what was seen where there is more to say.
    private static String outcome(Assessment run, Judgement judgement) {
        var seen = run.results(judgement).stream()
                .flatMap(it -> Stream.concat(
                        Stream.ofNullable(it.finding()).map(Finding::actual), Stream.ofNullable(it.message())))
                .flatMap(String::lines)
                .findFirst();
        return judgement.verdict().word() + seen.map(it -> " (" + it + ")").orElse("");
    }
}
