package io.sockspec.register;

import java.util.List;
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

    /// The id without its number, such as `TCP-NBCONN`.
    public String area() {
        return id.substring(0, id.lastIndexOf('-'));
    }

    /// Whether the rule holds the scenario at this place.
    public boolean holds(String file, int caseLine) {
        return feature.equals(file) && scenarios.stream().anyMatch(it -> it.line() == caseLine);
    }
}
