package io.sockspec.report;

import java.util.List;
import java.util.Objects;

/// Everything that a run leaves about its scenarios.
///
/// @param schema the version of this form
record Results(String schema, Run run, List<ScenarioResult> scenarios) {
    static final String SCHEMA = "sockspec-results/1";

    Results {
        Objects.requireNonNull(run, "run");
        scenarios = List.copyOf(scenarios);
    }

    Results(Run run, List<ScenarioResult> scenarios) {
        this(SCHEMA, run, scenarios);
    }
}
