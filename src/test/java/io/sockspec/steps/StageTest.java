package io.sockspec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run looks at its stage once, so each of these has a JVM of its own.
class StageTest {
    @TempDir
    private Path folder;

    /// Looks at the stage twice, because what stops the first scenario stops all.
    public static void main(String[] arguments) {
        for (int i = 0; i < 2; i++) {
            try {
                Stage.check();
                System.out.println("ready");
            } catch (Stage.Stopped e) {
                System.out.println(e.getMessage() + " " + e.getStackTrace().length);
            }
        }
        System.exit(0);
    }

    private List<String> look(String... properties) throws Exception {
        return Playbill.apart(StageTest.class, List.of(), properties);
    }

    private String output() {
        return "-Dsockspec.output=" + folder;
    }

    @Test
    void aStageIsReady() throws Exception {
        assertThat(look(output(), "-Dsockspec.transport=auto")).containsExactly("ready", "ready");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anUnknownImplementationStopsTheRun() throws Exception {
        List<String> said = look(output(), "-Dsockspec.implementation=nope");
        assertThat(said)
                .hasSize(2)
                .allMatch(it -> it.matches("there is no implementation named 'nope'; known are .*\\breference\\b.* 0"));
        assertThat(folder.resolve("stopped.txt")).hasContent(said.getFirst().replaceAll(" 0$", ""));
    }

    @Test
    void aListOfDeviationsThatCannotBeUsedStopsTheRun() throws Exception {
        Path list = Files.writeString(folder.resolve("mine.yaml"), """
                # mine
                - requirement: TCP-NBCONN-61
                  reason: it is odd
                  since: 1.0
                """);
        assertThat(look(output(), "-Dsockspec.deviations=" + list)).containsOnly(list + ":2: the entry has no link. 0");
    }

    @Test
    void aScenarioOfAStoppedRunIsBrokenWithTheSameSentence() throws Exception {
        Playbill playbill = new Playbill(folder).feature("a", """
                Feature: a
                  Scenario: b
                    Given the hosts client and server share a wire
                  Scenario: c
                    Given the hosts client and server share a wire
                """);
        playbill.playApart("-Dsockspec.deadline=soon");
        assertThat(List.of(playbill.ending("b"), playbill.ending("c")))
                .containsOnly("BROKEN -Dsockspec.deadline=soon is not a number of seconds, 1 to 9999");
    }
}
