package io.sockspec.report;

import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.StepDefinition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells from the result of a step or hook what its trouble is.
final class StepTroubles {
    private final Expressions expressions = new Expressions();

    void know(StepDefinition definition) {
        expressions.add(definition.getPattern());
    }

    /// The trouble of a step, or of a hook if the step is null; none if it passed, or was skipped
    /// because of a step before.
    Optional<Trouble> of(@Nullable PickleStepTestStep step, Result result) {
        return switch (result.getStatus()) {
            case PASSED -> Optional.empty();
            case UNDEFINED -> Optional.of(Trouble.broken(place(step) + undefined(step)));
            case AMBIGUOUS -> Optional.of(Trouble.broken(place(step) + ambiguous(step, result)));
            case PENDING -> Optional.of(Trouble.broken(place(step) + "the step is not written yet."));
            case SKIPPED, FAILED, UNUSED ->
                Optional.ofNullable(result.getError()).map(Trouble::of);
        };
    }

    // A hook is neither undefined nor ambiguous, so a place is missing only if Cucumber changes.
    private static String place(@Nullable PickleStepTestStep step) {
        return step == null
                ? ""
                : ScenarioResult.feature(step.getUri().toString()) + ":"
                        + step.getStep().getLocation().getLine() + ": ";
    }

    private String undefined(@Nullable PickleStepTestStep step) {
        var text = step == null ? "" : step.getStep().getText();
        var nearest =
                expressions.nearest(text).stream().map(StepTroubles::quoted).toList();
        var hint = nearest.isEmpty() ? "and none is near" : "the nearest are " + String.join(", ", nearest);
        return "no expression matches " + quoted(text) + ", " + hint + ".";
    }

    // Below its first line the message of Cucumber lists each expression with its method.
    private static String ambiguous(@Nullable PickleStepTestStep step, Result result) {
        var text = step == null ? "" : step.getStep().getText();
        var message = result.getError() == null
                ? ""
                : String.valueOf(result.getError().getMessage());
        var matches = message.lines().skip(1).map(String::strip).toList();
        return quoted(text) + " matches more than one expression: " + String.join(", ", matches) + ".";
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
