package io.sockspec.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.sockspec.register.Judgement;
import io.sockspec.register.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/// How many rules of each area got which verdict. A row for each area where something was tested;
/// the areas without share a paragraph, so that the table stays as long as it has something to say.
final class CountTable {
    private static final int WIDTH = 100;

    /// Columns that would be empty in most runs.
    private static final Set<Verdict> RARE = EnumSet.of(Verdict.OBSERVED, Verdict.NOT_RUN);

    private final Assessment assessment;
    private final SortedMap<String, List<Judgement>> areas;
    private final int areaWidth;
    private final List<Verdict> columns;

    CountTable(Assessment assessment) {
        this.assessment = assessment;
        areas = assessment.judgements().stream()
                .collect(groupingBy(it -> it.requirement().area(), TreeMap::new, toList()));
        areaWidth = areas.keySet().stream().mapToInt(String::length).max().orElse(0);
        columns = Arrays.stream(Verdict.values())
                .filter(it -> !RARE.contains(it) || assessment.count(it) > 0)
                .toList();
    }

    String text() {
        var text = new StringJoiner("\n");
        text.add(header());
        areas.forEach((area, rules) -> {
            if (isTested(rules)) {
                text.add(row(area, rules));
            }
        });
        text.add(row("all", assessment.judgements()));
        untested().forEach(text::add);
        return text.toString();
    }

    private static boolean isTested(List<Judgement> rules) {
        return rules.stream().anyMatch(it -> it.verdict() != Verdict.UNTESTED);
    }

    private String header() {
        var line = new StringBuilder(left("area"));
        columns.forEach(it -> line.append("  ").append(it.word()));
        return line.toString();
    }

    private String row(String name, List<Judgement> rules) {
        Map<Verdict, Long> counts = rules.stream().collect(groupingBy(Judgement::verdict, counting()));
        var line = new StringBuilder(left(name));
        for (var verdict : columns) {
            var count = counts.getOrDefault(verdict, 0L);
            // A dot for nought leaves the numbers that matter to the eye.
            line.append("  ")
                    .append(right(
                            count == 0 ? "." : count.toString(), verdict.word().length()));
        }
        return line.toString();
    }

    private List<String> untested() {
        var names = new ArrayList<String>();
        areas.forEach((area, rules) -> {
            if (!isTested(rules)) {
                names.add(area + " " + rules.size());
            }
        });
        return names.isEmpty() ? List.of() : wrapped("nothing tested yet: ", names);
    }

    private static List<String> wrapped(String label, List<String> words) {
        var lines = new ArrayList<String>(List.of(""));
        var line = new StringBuilder(label);
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i) + (i + 1 < words.size() ? ", " : "");
            if (line.length() + word.strip().length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder("  ");
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String left(String text) {
        return text + " ".repeat(areaWidth - text.length());
    }

    private static String right(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }
}
