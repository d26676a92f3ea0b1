package io.sockspec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import io.sockspec.register.Finding;
import io.sockspec.register.ScenarioStatus;
import io.sockspec.spi.Implementations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class VerdictPluginTest {
    @TempDir
    private Path folder;

    @Test
    void aScenarioThatPassesKeepsItsPlace() throws Exception {
        var results = run("""
                @udp
                Feature: a
                  @UDP-01 @must
                  Rule: b
                    Scenario Outline: It is <n>
                      When the answer is <n>
                      Examples: one
                        | n  |
                        | 42 |
                """);
        assertThat(results.run().error()).isNull();
        assertThat(results.scenarios()).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo("UDP-01");
            assertThat(it.status()).isEqualTo(ScenarioStatus.PASSED);
            assertThat(it.scenario()).isEqualTo("It is 42");
            assertThat(it.place()).isEqualTo("features/a.feature:9");
            assertThat(it.tags()).containsExactlyInAnyOrder("@udp", "@UDP-01", "@must");
            assertThat(it.message()).isNull();
        });
    }

    @Test
    void aWrongAnswerKeepsItsFinding() throws Exception {
        var result = only("When the answer is 41");
        assertThat(result.status()).isEqualTo(ScenarioStatus.WRONG);
        assertThat(result.finding()).isEqualTo(Finding.of("42", "41").withWire(List.of("+0.000 s  SYN")));
    }

    @Test
    void whatAnAgentSaidIsKept() throws Exception {
        assertThat(only("Given the agent says \"no such call\"").log()).isEqualTo("no such call");
        assertThat(only("Given all is well").log()).isNull();
    }

    @Test
    void theRunNamesWhoIsJudged() throws Exception {
        var run = run("Feature: a\n  Scenario: b\n    Given all is well\n").run();
        assertThat(run.implementation()).isEqualTo("reference");
        assertThat(run.version()).isEqualTo(Implementations.reference().version());
        assertThat(run.profile()).isEqualTo("linux");
    }

    @Test
    void theThreeSentencesAreKept() throws Exception {
        assertThat(ending("Then the wire ends")).isEqualTo("BROKEN The wire ended.");
        assertThat(ending("Then the relay is missing")).isEqualTo("BLOCKED No relay is installed.");
        assertThat(ending("Then raw is missing")).isEqualTo("UNSUPPORTED It does not declare raw.");
    }

    @Test
    void aPlainAssertionIsBroken() throws Exception {
        assertThat(ending("Then a plain assertion fails"))
                .matches("BROKEN java.lang.AssertionError: two, at EndingSteps.java:\\d+");
    }

    @Test
    void anUndefinedStepNamesItsPlaceAndTheNearestExpressions() throws Exception {
        assertThat(ending("When the answer was 41"))
                .startsWith("BROKEN features/a.feature:5: no expression matches \"the answer was 41\","
                        + " the nearest are \"the answer is {int}\", ");
    }

    @Test
    void anAmbiguousStepNamesBothExpressions() throws Exception {
        assertThat(ending("Then this is ambiguous"))
                .startsWith("BROKEN features/a.feature:5: \"this is ambiguous\" matches more than one expression: ")
                .contains("\"this is ambiguous\" in ")
                .contains("\"this is {word}\" in ");
    }

    @Test
    void aPendingStepIsBroken() throws Exception {
        assertThat(ending("Then nobody wrote this"))
                .isEqualTo("BROKEN features/a.feature:5: the step is not written yet.");
    }

    @Test
    void aScenarioWithoutStepsIsBroken() throws Exception {
        assertThat(ending("")).isEqualTo("BROKEN The scenario has no steps, so it shows nothing.");
    }

    @Test
    void aLabThatBreaksAtTheEndOutweighsAWrongAnswer() throws Exception {
        var result = run("""
                Feature: a
                  @UDP-01 @closing-breaks
                  Rule: b
                    Scenario: c
                      When the answer is 41
                """).scenarios().getFirst();
        assertThat(result.status()).isEqualTo(ScenarioStatus.BROKEN);
        assertThat(result.message()).isEqualTo("A host did not close.");
    }

    @Test
    void oneRunOfManyFilesIsOneFile() throws Exception {
        for (var name : List.of("b", "c", "d")) {
            write(name, "Feature: x\n  Scenario: y\n    When the answer is 41\n");
        }
        var results = run("Feature: x\n  Scenario: y\n    Then the relay is missing\n");
        assertThat(results.scenarios()).hasSize(4);
        assertThat(results.run().error()).isNull();
    }

    @Test
    void aHookAroundTheRunThatThrowsIsAnErrorOfTheRun() throws Exception {
        var results = run("""
                Feature: a
                  Scenario: b
                    When the answer is 41
                  Scenario: c
                    When nobody defined this
                """, "io.sockspec.report.glue,io.sockspec.report.hooks");
        assertThat(results.scenarios()).hasSize(2);
        assertThat(results.run().error())
                .startsWith("java.lang.IllegalStateException: The last hook threw., at LastHook.java:");
    }

    private String ending(String step) throws Exception {
        var result = only(step);
        return result.status() + " " + result.message();
    }

    private ScenarioResult only(String step) throws Exception {
        var results = run("Feature: a\n  @UDP-01\n  Rule: b\n    Scenario: c\n      " + step + "\n");
        assertThat(results.run().error()).isNull();
        assertThat(results.scenarios()).hasSize(1);
        return results.scenarios().getFirst();
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("features")).resolve(name + ".feature"), text);
    }

    private Results run(String feature) throws Exception {
        return run(feature, "io.sockspec.report.glue");
    }

    private Results run(String feature, String glue) throws Exception {
        write("a", feature);
        var output = folder.resolve("output");
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectDirectory(folder.resolve("features").toFile()))
                .filters(includeEngines("cucumber"))
                .configurationParameter("cucumber.glue", glue)
                .configurationParameter("cucumber.plugin", "io.sockspec.report.VerdictPlugin:" + output)
                .build();
        LauncherFactory.create().execute(request);
        return new ResultsFile(output).read();
    }
}
