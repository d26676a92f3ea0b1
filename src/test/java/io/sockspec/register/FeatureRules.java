package io.sockspec.register;

import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Tag;
import io.sockspec.spi.Capability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says what is wrong with the form of one feature file; the steps are looked at by [StepRules].
final class FeatureRules {
    private static final int FILE_LINES = 120;
    private static final int BACKGROUND_STEPS = 3;

    // A need is what an implementation declares, so the contract of implementations holds the list.
    private static final Set<String> PLAIN_TAGS = Stream.of(
                    Arrays.stream(Level.values()).map(Level::tag),
                    Arrays.stream(Capability.values()).map(it -> "@needs:" + it.tag()),
                    Stream.of("@untested"))
            .flatMap(it -> it)
            .collect(Collectors.toSet());

    private final FeatureFile file;
    private final RuleReader rules;
    private final List<String> problems = new ArrayList<>();

    private FeatureRules(FeatureFile file) {
        this.file = file;
        rules = new RuleReader(file);
    }

    static List<String> problems(FeatureFile file) {
        var it = new FeatureRules(file);
        it.check();
        return it.problems;
    }

    private void check() {
        var requirements = rules.requirements();
        problems.addAll(rules.problems());
        file.feature().ifPresent(it -> feature(it, requirements));
        if (file.lines() > FILE_LINES) {
            problem(file.lines(), "the file has " + file.lines() + " lines, " + FILE_LINES + " are the most.");
        }
    }

    private void feature(Feature feature, List<Requirement> requirements) {
        var areas = requirements.stream().map(Requirement::area).collect(Collectors.toCollection(TreeSet::new));
        var due = areas.stream().map(it -> "@" + it.toLowerCase(Locale.ROOT)).toList();
        var tags = names(feature.getTags());
        if (!tags.equals(due) || due.size() != 1) {
            problem(
                    feature.getLocation().getLine(),
                    "the feature has the tags " + tags + ", one area is due, and its rules are of " + areas + ".");
        }
        for (var child : feature.getChildren()) {
            child.getScenario().ifPresent(it -> problem(it.getLocation().getLine(), "the scenario is in no rule."));
            child.getRule().ifPresent(it -> rule(it, background(feature)));
        }
    }

    private void rule(Rule rule, int backgroundSteps) {
        tags(rule);
        var scenarios = rule.getChildren().stream()
                .flatMap(it -> it.getScenario().stream())
                .toList();
        untested(rule, scenarios);
        var steps = backgroundSteps + steps(rule.getChildren().stream().map(RuleChild::getBackground));
        if (steps > BACKGROUND_STEPS) {
            problem(
                    rule.getLocation().getLine(),
                    "the rule has " + steps + " lines of background, " + BACKGROUND_STEPS + " are the most.");
        }
        var names = new HashSet<String>();
        for (var scenario : scenarios) {
            scenario(scenario, names);
        }
    }

    private void tags(Rule rule) {
        var tags = new ArrayList<>(names(rule.getTags()));
        Requirement.ids(tags).forEach(it -> tags.remove("@" + it));
        for (var tag : tags) {
            if (!PLAIN_TAGS.contains(tag)) {
                problem(rule.getLocation().getLine(), tag + " is not a tag of a rule.");
            }
        }
    }

    private void untested(Rule rule, List<Scenario> scenarios) {
        var tagged = names(rule.getTags()).contains("@untested");
        var explained = rule.getDescription().lines().anyMatch(it -> it.strip().matches("Untested: .+"));
        if (tagged != explained || tagged != scenarios.isEmpty()) {
            problem(
                    rule.getLocation().getLine(),
                    "the rule " + has(tagged) + " the tag @untested, "
                            + has(explained) + " a line \"Untested: ...\" and " + has(!scenarios.isEmpty())
                            + " scenarios; it has the first two or the last.");
        }
    }

    private void scenario(Scenario scenario, Set<String> names) {
        var line = scenario.getLocation().getLine();
        if (!scenario.getTags().isEmpty()) {
            problem(line, "the scenario has tags of its own.");
        }
        if (scenario.getName().isBlank() || !names.add(scenario.getName())) {
            problem(line, "the name of the scenario is empty or taken in its rule.");
        }
        for (var examples : scenario.getExamples()) {
            examples(examples);
        }
        StepRules.problems(scenario).forEach(it -> problem(line, it));
    }

    private void examples(Examples examples) {
        var line = examples.getLocation().getLine();
        if (examples.getName().isBlank()) {
            problem(line, "the examples have no title.");
        }
        if (!examples.getTags().isEmpty()) {
            problem(line, "the examples have tags of their own.");
        }
    }

    private static int background(Feature feature) {
        return steps(feature.getChildren().stream().map(FeatureChild::getBackground));
    }

    private static int steps(Stream<Optional<Background>> backgrounds) {
        return backgrounds
                .flatMap(Optional::stream)
                .mapToInt(it -> it.getSteps().size())
                .sum();
    }

    private static List<String> names(List<Tag> tags) {
        return tags.stream().map(Tag::getName).toList();
    }

    private static String has(boolean something) {
        return something ? "has" : "lacks";
    }

    private void problem(long line, String sentence) {
        problems.add(file.at(line, sentence));
    }
}
