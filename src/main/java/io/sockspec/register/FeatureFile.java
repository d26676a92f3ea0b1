package io.sockspec.register;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.ParseError;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.TableRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One feature file, parsed but not yet understood.
///
/// @param path the file from its features folder on
/// @param lines how many lines the file has
/// @param feature what the file holds; empty if it could not be parsed or holds nothing
/// @param pickles the cases that Cucumber makes of it
/// @param problems what keeps it from being parsed
record FeatureFile(String path, int lines, Optional<Feature> feature, List<Pickle> pickles, List<String> problems) {

    private static final GherkinParser PARSER =
            GherkinParser.builder().includeSource(false).build();

    // Gherkin puts the place, "(12:3): ", before its messages and the excuse of the parser behind them.
    private static final Pattern PLACE = Pattern.compile("^\\(\\d+:\\d+\\): ");

    static FeatureFile read(String path, Path file) {
        try {
            return parse(path, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FeatureFile parse(String path, String text) {
        var envelopes =
                PARSER.parse(path, text.getBytes(StandardCharsets.UTF_8)).toList();
        var feature = envelopes.stream()
                .flatMap(it -> it.getGherkinDocument().stream())
                .flatMap(it -> it.getFeature().stream())
                .findFirst();
        var pickles = envelopes.stream().flatMap(it -> it.getPickle().stream()).toList();
        var problems = problems(path, envelopes);
        if (problems.isEmpty() && feature.isEmpty()) {
            problems.add(path + ":1: the file holds no feature.");
        }
        return new FeatureFile(path, (int) text.lines().count(), feature, pickles, problems);
    }

    /// The cases of a scenario, each at the line where a result of Cucumber will point.
    List<Requirement.Case> cases(Scenario scenario) {
        var places = new HashMap<String, Long>(
                Map.of(scenario.getId(), scenario.getLocation().getLine()));
        for (var examples : scenario.getExamples()) {
            for (TableRow row : examples.getTableBody()) {
                places.put(row.getId(), row.getLocation().getLine());
            }
        }
        var cases = new ArrayList<Requirement.Case>();
        for (var pickle : pickles) {
            if (pickle.getAstNodeIds().getFirst().equals(scenario.getId())) {
                var line = places.getOrDefault(pickle.getAstNodeIds().getLast(), 0L);
                cases.add(new Requirement.Case(pickle.getName(), line.intValue()));
            }
        }
        return cases;
    }

    /// A problem at a line of this file.
    String at(long line, String problem) {
        return path + ":" + line + ": " + problem;
    }

    private static List<String> problems(String path, List<Envelope> envelopes) {
        var problems = new ArrayList<String>();
        for (var envelope : envelopes) {
            envelope.getParseError()
                    .ifPresent(error -> problems.add(path + ":" + line(error) + ": " + sentence(error)));
        }
        return problems;
    }

    private static long line(ParseError error) {
        return error.getSource().getLocation().map(it -> it.getLine()).orElse(1L);
    }

    private static String sentence(ParseError error) {
        return PLACE.matcher(error.getMessage())
                        .replaceFirst("")
                        .lines()
                        .findFirst()
                        .orElse("cannot be parsed") + ".";
    }
}
