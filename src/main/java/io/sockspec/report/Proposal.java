package io.sockspec.report;

import io.sockspec.register.Finding;
import io.sockspec.register.Judgement;
import io.sockspec.register.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The entries that a list of deviations lacks after a run. They are only ever printed: whoever
/// adds
/// one has to say where the failure is documented.
final class Proposal {
    private static final int LONGEST = 200;

    private final Assessment assessment;

    Proposal(Assessment assessment) {
        this.assessment = assessment;
    }

    String text() {
        var lines = new ArrayList<String>();
        Stream.of(Verdict.FAILED, Verdict.NON_STRICT)
                .flatMap(it -> assessment.with(it).stream())
                .map(this::entry)
                .forEach(lines::addAll);
        lines.addFirst(
                lines.isEmpty()
                        ? "# No rule failed that is not listed: there is nothing to add to the deviations."
                        : "# To add to the deviations. The reason is what was seen; say why in its place.");
        return String.join("\n", lines);
    }

    private List<String> entry(Judgement judgement) {
        return List.of(
                "- requirement: " + judgement.requirement().id(),
                "  reason: " + quoted(seen(judgement)),
                "  # link: to be filled in, where this is documented or discussed",
                "  since: " + quoted(assessment.run().version()));
    }

    private String seen(Judgement judgement) {
        var seen = assessment.results(judgement).stream()
                .flatMap(it -> Stream.ofNullable(it.finding()))
                .map(Finding::actual)
                .findFirst()
                .orElse(judgement.requirement().title())
                .replaceAll("\\s+", " ")
                .strip();
        return seen.length() <= LONGEST ? seen : seen.substring(0, LONGEST - 2) + " …";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
