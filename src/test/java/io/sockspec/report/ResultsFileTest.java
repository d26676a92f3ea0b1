package io.sockspec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.register.Deviation;
import io.sockspec.register.ScenarioStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsRead() throws Exception {
        var results = new Results(
                Samples.run("posix", true, true, Map.of("groups", "UDP"), null),
                List.of(new Deviation("TCP-NBCONN-16", "it's odd", "https://example.org/1", "1.10")),
                List.of(
                        Samples.logged(Samples.result("UDP-02", 9, ScenarioStatus.PASSED, null), "one\ntwo\n"),
                        Samples.wrong("TCP-NBCONN-16", 25, Samples.finding()),
                        Samples.result("UDP-01", 7, ScenarioStatus.BLOCKED, "no relay")));
        var file = new ResultsFile(folder.resolve("new"));
        file.write(results);
        assertThat(file.read()).isEqualTo(results);
        try (var left = Files.list(folder.resolve("new"))) {
            assertThat(left).containsExactly(folder.resolve("new/results.json"));
        }
    }

    @Test
    void namesAPathAsAPath() throws Exception {
        var file = new ResultsFile(folder);
        file.write(new Results(
                Samples.run(false, Map.of(), null), List.of(), List.of(Samples.wrong("UDP-01", 7, Samples.finding()))));
        assertThat(folder.resolve("results.json"))
                .content()
                .contains("\"schema\" : \"sockspec-results/3\"")
                .contains("\"capture\" : \"target/sockspec/TCP-NBCONN-16/wire.pcapng\"");
    }

    @Test
    void aFileThatIsMissingIsOneSentence() {
        assertThatThrownBy(() -> new ResultsFile(folder).read())
                .isInstanceOf(NoResults.class)
                .hasMessage(folder + "/results.json does not exist: the run left no results.");
    }

    @Test
    void aFileThatIsCutIsOneSentence() throws Exception {
        Files.writeString(folder.resolve("results.json"), "{\"schema\": \"sockspec-results/3\", ");
        assertThatThrownBy(() -> new ResultsFile(folder).read())
                .isInstanceOf(NoResults.class)
                .hasMessageStartingWith(folder + "/results.json cannot be read: ")
                .extracting(it -> String.valueOf(it.getMessage()).lines().count())
                .isEqualTo(1L);
    }

    @Test
    void aFileWithoutARunIsOneSentence() throws Exception {
        Files.writeString(folder.resolve("results.json"), "{\"schema\": \"sockspec-results/3\", \"scenarios\": []}");
        assertThatThrownBy(() -> new ResultsFile(folder).read()).isInstanceOf(NoResults.class);
    }

    @Test
    void anotherSchemaIsOneSentence() throws Exception {
        Files.writeString(folder.resolve("results.json"), "{\"schema\": \"sockspec-results/9\", \"new\": 1}");
        assertThatThrownBy(() -> new ResultsFile(folder).read())
                .isInstanceOf(NoResults.class)
                .hasMessage(folder
                        + "/results.json has the schema sockspec-results/9, this sockspec reads sockspec-results/3.");
    }

    @Test
    void aNewRunRemovesTheOldResults() {
        var file = new ResultsFile(folder);
        file.write(new Results(Samples.run(false, Map.of(), null), List.of(), List.of()));
        file.delete();
        assertThat(folder).isEmptyDirectory();
    }
}
