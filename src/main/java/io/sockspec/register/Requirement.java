package io.sockspec.register;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One requirement as its rule in a feature file states it.
///
/// @param id such as `TCP-NBCONN-16`; never renumbered, never reused
/// @param title the name of the rule, a sentence
/// @param source where the clause is from
/// @param statement the clause, in one line
/// @param needs the capabilities that an implementation may lack, such as `scm-rights`
/// @param untested why there are no scenarios, or null if there are
/// @param feature the file from its features folder on, such as `features/tcp/reset.feature`
/// @param line the line of the rule
/// @param scenarios the cases of the rule, one for each row of an outline
public record Requirement(
        String id,
        Level level,
        String title,
        String source,
        String statement,
        List<String> needs,
        @Nullable String untested,
        String feature,
        int line,
        List<Case> scenarios) {

    /// One scenario, or one row of an outline.
    ///
    /// @param line the line of the scenario, or of the row
    public record Case(String name, int line) {}

    public Requirement {
        needs = List.copyOf(needs);
        scenarios = List.copyOf(scenarios);
    }

    private static final Pattern ID = Pattern.compile("@([A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*-\\d{2,})");

    /// The IDs among the tags of a rule or of one of its scenarios; one is due.
    public static List<String> ids(Collection<String> tags) {
        return tags.stream()
                .map(ID::matcher)
                .filter(Matcher::matches)
                .map(it -> it.group(1))
                .toList();
    }

    /// The id without its number, such as `TCP-NBCONN`.
    public String area() {
        return id.substring(0, id.lastIndexOf('-'));
    }

    /// Whether the rule holds the scenario at this place.
    public boolean holds(String file, int caseLine) {
        return feature.equals(file) && scenarios.stream().anyMatch(it -> it.line() == caseLine);
    }
}
