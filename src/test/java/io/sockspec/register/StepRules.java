package io.sockspec.register;

import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.StepKeywordType;
import java.util.ArrayList;
import java.util.List;

/// Says what is wrong with the steps of a scenario, apart from what they say.
final class StepRules {
    private static final int STEPS = 8;
    private static final int ACTIONS = 2;

    private StepRules() {}

    static List<String> problems(Scenario scenario) {
        var problems = new ArrayList<String>();
        var steps = scenario.getSteps().size();
        if (steps == 0 || steps > STEPS) {
            problems.add("the scenario has " + steps + " steps, 1 to " + STEPS + " are due.");
        }
        var types = types(scenario);
        var actions = types.stream().filter(it -> it == StepKeywordType.ACTION).count();
        if (actions > ACTIONS) {
            problems.add("the scenario acts " + actions + " times, " + ACTIONS + " are the most.");
        }
        if (steps > 0 && !types.contains(StepKeywordType.OUTCOME)) {
            problems.add("the scenario has no Then.");
        }
        if (types.contains(StepKeywordType.UNKNOWN)) {
            problems.add("the scenario has a step without a keyword of its own.");
        }
        return problems;
    }

    /// The type of each step, where And and But are what the step before is.
    private static List<StepKeywordType> types(Scenario scenario) {
        var types = new ArrayList<StepKeywordType>();
        for (var step : scenario.getSteps()) {
            var type = step.getKeywordType().orElse(StepKeywordType.UNKNOWN);
            var before = types.isEmpty() ? StepKeywordType.CONTEXT : types.getLast();
            types.add(type == StepKeywordType.CONJUNCTION ? before : type);
        }
        return types;
    }
}
