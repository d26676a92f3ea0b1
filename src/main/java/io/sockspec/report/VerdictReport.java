package io.sockspec.report;

import io.sockspec.register.Register;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/// What a person reads after a run: first each failure, then the summary, and what could be listed
/// as known if that was asked for.
///
/// @param passed whether the run is a pass
public record VerdictReport(String text, boolean passed) {

    /// Judges the results in the folder of a run that the build made.
    ///
    /// @throws NoResults if there are none
    public static VerdictReport of(Path folder, Register register) {
        var results = new ResultsFile(folder).read();
        return of(
                results,
                register,
                id -> "ci/verify -Dgroups=" + id + results.run().chosen());
    }

    /// Judges the results in the folder of a run.
    ///
    /// @param again the command that runs the rule of an ID again
    /// @throws NoResults if there are none
    public static VerdictReport of(Path folder, Register register, UnaryOperator<String> again) {
        return of(new ResultsFile(folder).read(), register, again);
    }

    private static VerdictReport of(Results results, Register register, UnaryOperator<String> again) {
        var assessment = Assessment.of(register.requirements(), results);
        var text = new StringJoiner("\n\n", "", "\n");
        assessment.failures().forEach(it -> text.add(it.text(again)));
        text.add(new Summary(assessment).text());
        if (assessment.run().record()) {
            text.add(new Proposal(assessment).text());
        }
        return new VerdictReport(text.toString(), assessment.passed());
    }
}
