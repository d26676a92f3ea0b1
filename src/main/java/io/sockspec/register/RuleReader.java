package io.sockspec.register;

import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the rules of one file as requirements and says what is wrong with those that are none.
final class RuleReader {
    private static final String SOURCE = "Source:";
    private static final String UNTESTED = "Untested:";
    private static final String NEEDS = "@needs:";

    private final FeatureFile file;
    private final List<String> problems;

    RuleReader(FeatureFile file) {
        this.file = file;
        problems = new ArrayList<>(file.problems());
    }

    /// The requirements of the file, without those that have a problem.
    List<Requirement> requirements() {
        var requirements = new ArrayList<Requirement>();
        for (var rule : rules()) {
            requirement(rule).ifPresent(requirements::add);
        }
        return requirements;
    }

    /// Every problem found so far, each behind its place.
    List<String> problems() {
        return problems;
    }

    private List<Rule> rules() {
        return file.feature().map(Feature::getChildren).orElse(List.of()).stream()
                .flatMap(it -> it.getRule().stream())
                .toList();
    }

    private Optional<Requirement> requirement(Rule rule) {
        var tags = rule.getTags().stream().map(Tag::getName).toList();
        var id = one(rule, "ID", Requirement.ids(tags));
        var level = one(
                rule,
                "level",
                tags.stream().flatMap(it -> Level.ofTag(it).stream()).toList());
        var text = rule.getDescription()
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
        var source = source(rule, text);
        if (id == null || level == null || source == null) {
            return Optional.empty();
        }
        return Optional.of(new Requirement(
                id,
                level,
                rule.getName(),
                source,
                statement(text),
                needs(tags),
                untested(text),
                file.path(),
                rule.getLocation().getLine().intValue(),
                cases(rule)));
    }

    private <T> @Nullable T one(Rule rule, String what, List<T> found) {
        if (found.size() == 1) {
            return found.getFirst();
        }
        var count = found.isEmpty() ? "no " + what : found.size() + " " + what + "s";
        problem(rule, "the rule has " + count + " among its tags, one is due.");
        return null;
    }

    private @Nullable String source(Rule rule, List<String> text) {
        if (!text.isEmpty() && text.getFirst().startsWith(SOURCE)) {
            return text.getFirst().substring(SOURCE.length()).strip();
        }
        problem(rule, "the description of the rule does not begin with a line \"Source: ...\".");
        return null;
    }

    private static String statement(List<String> text) {
        return String.join(
                " ",
                text.stream().skip(1).filter(it -> !it.startsWith(UNTESTED)).toList());
    }

    private static @Nullable String untested(List<String> text) {
        return text.stream()
                .filter(it -> it.startsWith(UNTESTED))
                .map(it -> it.substring(UNTESTED.length()).strip())
                .findFirst()
                .orElse(null);
    }

    private static List<String> needs(List<String> tags) {
        return tags.stream()
                .filter(it -> it.startsWith(NEEDS))
                .map(it -> it.substring(NEEDS.length()))
                .toList();
    }

    private List<Requirement.Case> cases(Rule rule) {
        return rule.getChildren().stream()
                .flatMap(it -> it.getScenario().stream())
                .flatMap(it -> file.cases(it).stream())
                .toList();
    }

    private void problem(Rule rule, String sentence) {
        problems.add(file.at(rule.getLocation().getLine(), sentence));
    }
}
