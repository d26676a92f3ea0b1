package io.sockspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SockspecTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void anUnknownCommandNamesTheCommands() {
        assertThat(run("judge")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("The commands are: verdict FOLDER (judge the results in a folder), check-agent COMMAND... "
                        + "(play the transcript of the agent protocol to an agent).\n");
        assertThat(run()).isEqualTo(2);
        assertThat(run("verdict")).isEqualTo(2);
    }

    @Test
    void anAgentThatCannotBeStartedIsOneSentence() {
        assertThat(run("check-agent", "./none")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("The agent cannot be started: there is no file ./none;");
    }

    @Test
    void missingResultsAreOneSentence() {
        assertThat(run("verdict", folder.toString())).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(folder + "/results.json does not exist: the run left no results.\n");
    }

    @Test
    void anEmptyRunIsNoPass() throws Exception {
        Files.writeString(folder.resolve("results.json"), """
                {"schema": "sockspec-results/1", "scenarios": [], "run": {"implementation": "reference", "lab": "auto",
                 "strict": false, "java": "25", "kernel": "Linux", "start": "2025-01-01T00:00:00Z",
                 "durationMillis": 1, "filters": {}}}
                """);
        assertThat(run("verdict", folder.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("No verdict on reference: the run was partial.\n");
    }

    private int run(String... args) {
        return new Sockspec(stream(out), stream(err)).run(args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
