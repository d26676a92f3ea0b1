package io.sockspec.steps;

import io.cucumber.cucumberexpressions.CaptureGroupTransformer;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Compares the vocabulary with the steps that features are made of.
final class Usage {
    private static final int BUDGET = 100;

    private final Map<String, Expression> expressions = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private Usage(Vocabulary vocabulary) {
        var registry = new ParameterTypeRegistry(Locale.ENGLISH);
        vocabulary.words().forEach(it -> registry.defineParameterType(type(it)));
        var factory = new ExpressionFactory(registry);
        for (var sentence : vocabulary.sentences()) {
            var text = sentence.expression();
            if (text.startsWith("^") || text.endsWith("$")) {
                problems.add("\"" + text + "\" is a regular expression.");
            }
            if (expressions.put(text, factory.createExpression(text)) != null) {
                problems.add("\"" + text + "\" is defined twice.");
            }
        }
    }

    private static ParameterType<Object> type(Vocabulary.Word word) {
        CaptureGroupTransformer<Object> whole = List::of;
        return new ParameterType<>(word.name(), word.regexps(), Object.class, whole, false, false);
    }

    /// What is wrong with the vocabulary, or with steps that it has no or two sentences for.
    static List<String> problems(Vocabulary vocabulary, List<String> steps) {
        var usage = new Usage(vocabulary);
        usage.budget();
        usage.compare(steps);
        return usage.problems;
    }

    private void budget() {
        if (expressions.size() > BUDGET) {
            problems.add("There are " + expressions.size() + " expressions, " + BUDGET + " are the most.");
        }
    }

    private void compare(List<String> steps) {
        var unused = new LinkedHashSet<>(expressions.keySet());
        for (var step : new LinkedHashSet<>(steps)) {
            var matches = expressions.keySet().stream()
                    .filter(it -> matches(it, step))
                    .toList();
            if (matches.size() != 1) {
                problems.add(
                        "\"" + step + "\" is matched by " + (matches.isEmpty() ? "no expression." : matches + "."));
            }
            matches.forEach(unused::remove);
        }
        unused.forEach(it -> problems.add("No scenario uses \"" + it + "\"."));
    }

    private boolean matches(String text, String step) {
        var expression = expressions.get(text);
        return expression != null && expression.match(step) != null;
    }
}
