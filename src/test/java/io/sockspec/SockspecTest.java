package io.sockspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SockspecTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "run", "verdict", "verdict a b", "merge a", "compare", "compare a", "check-agent"})
    void anUnknownCommandNamesTheCommands(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("""
                The commands are:
                  judge [--KEY=VALUE ...] (run the catalogue; each key is a property sockspec.KEY, and --tags=EXPRESSION \
                chooses rules)
                  verdict FOLDER (judge the results in a folder)
                  merge FOLDER SHARD-FOLDER ... (join the results of all shards in a folder, and judge them)
                  compare FOLDER FOLDER ... (say on which rules the results differ)
                  check-agent COMMAND ... (play the transcript of the agent protocol to an agent)
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--strict     | '--strict' is no argument of judge; write --KEY=VALUE.",
                "reference    | 'reference' is no argument of judge; write --KEY=VALUE.",
                "--tags=@a or | --tags=@a or is no tag expression; write one such as --tags=@TCP-NBCONN-16"
                        + " or '--tags=@udp and not @linux'."
            })
    void anArgumentOfJudgeIsAKeyWithAValue(String argument, String sentence) {
        assertThat(run("judge", "--implementation=nope", argument)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(sentence + "\n");
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
                {"schema": "sockspec-results/3", "deviations": [], "scenarios": [],
                 "run": {"implementation": "reference", "version": "6.18", "profile": "linux", "build": "0", "lab": "auto",
                 "strict": false, "record": false, "java": "25", "kernel": "Linux", "start": "2025-01-01T00:00:00Z",
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
