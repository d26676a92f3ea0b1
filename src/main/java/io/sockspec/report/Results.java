package io.sockspec.report;

import io.sockspec.register.Deviation;
import io.sockspec.register.Deviations;
import io.sockspec.register.Terms;
import java.util.List;
import java.util.Objects;

/// Everything that a run leaves about its scenarios.
///
/// @param schema the version of this form
/// @param deviations what was known about the implementation before
record Results(String schema, Run run, List<Deviation> deviations, List<ScenarioResult> scenarios) {
    static final String SCHEMA = "sockspec-results/3";

    Results {
        Objects.requireNonNull(run, "run");
        deviations = List.copyOf(deviations);
        scenarios = List.copyOf(scenarios);
    }

    Results(Run run, List<Deviation> deviations, List<ScenarioResult> scenarios) {
        this(SCHEMA, run, deviations, scenarios);
    }

    /// On what terms the run is judged, whenever that is done.
    Terms terms() {
        return new Terms(run.strict(), run.profile().equals(Judged.POSIX), new Deviations(deviations));
    }
}
