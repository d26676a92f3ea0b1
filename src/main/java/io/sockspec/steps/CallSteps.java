package io.sockspec.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/// Calls written as in C. What they answer is judged by `… fails with …`, `… succeeds` or in a
/// table of answers.
public final class CallSteps {
    private final Scene scene;

    public CallSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{name} has called {invocation}")
    public void hasCalled(String name, Invocation call) {
        scene.invocations().premise(name, call);
    }

    @When("{name} calls {invocation}")
    public void calls(String name, Invocation call) {
        scene.invocations().make(name, call);
    }

    @Then("{name} answers")
    public void answers(String name, DataTable table) {
        Rows.each(table, (call, due) -> scene.invocations().expect(name, Invocation.parse(call), due));
    }
}
