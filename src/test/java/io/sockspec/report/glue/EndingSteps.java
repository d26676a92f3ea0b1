package io.sockspec.report.glue;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.PendingException;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.sockspec.register.Blocked;
import io.sockspec.register.Finding;
import io.sockspec.register.LabBroken;
import io.sockspec.register.Unsupported;
import io.sockspec.register.WrongAnswer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

public class EndingSteps {
    private @Nullable Scenario scenario;

    @Before
    public void begin(Scenario begun) {
        scenario = begun;
    }

    @Given("the agent says {string}")
    public void says(String text) {
        Objects.requireNonNull(scenario).attach(text, "text/plain", "agent log");
    }

    @Given("all is well")
    public void passes() {}

    @When("the answer is {int}")
    public void answers(int value) {
        if (value != 42) {
            throw new WrongAnswer(Finding.of("42", String.valueOf(value)).withWire(List.of("+0.000 s  SYN")));
        }
    }

    @Then("the wire ends")
    public void breaks() {
        throw new LabBroken("The wire ended.", new IllegalStateException("inner"));
    }

    @Then("the relay is missing")
    public void blocks() {
        throw new Blocked("No relay is installed.");
    }

    @Then("raw is missing")
    public void isUnsupported() {
        throw new Unsupported("It does not declare raw.");
    }

    @Then("a plain assertion fails")
    public void asserts() {
        throw new AssertionError("two\nlines");
    }

    @Then("nobody wrote this")
    public void pends() {
        throw new PendingException();
    }

    @Then("this is {word}")
    public void one(String word) {}

    @Then("this is ambiguous")
    public void other() {}

    @After("@closing-breaks")
    public void close() {
        throw new LabBroken("A host did not close.");
    }
}
