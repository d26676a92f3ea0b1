package io.sockspec.lab.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.Sockspec;
import io.sockspec.lab.Labs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A run whose engine is killed while scenarios run. Their containers outlive it.
class EngineStopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /// More than the run has before its first scenario.
    private static final int CONTAINERS = 4;

    @TempDir
    private Path folder;

    @Test
    void whatNeedsNoNewHostGoesOnAndTheRunEnds() throws Exception {
        try (OwnEngine engine = OwnEngine.start(Image.built("host"))) {
            Process run = begin(engine);
            Labs.await("scenarios run", PATIENCE, () -> engine.containers() >= CONTAINERS);
            engine.kill();
            assertThat(run.waitFor(PATIENCE)).as("the run has ended").isTrue();
            List<JsonNode> scenarios = JsonMapper.shared()
                    .readTree(folder.resolve("output/results.json").toFile())
                    .get("scenarios")
                    .valueStream()
                    .toList();
            String refused = "the engine at " + engine.socket() + " does not start a host: ";
            assertThat(scenarios)
                    .extracting(each -> each.get("status").asString())
                    .contains("PASSED", "BROKEN");
            assertThat(scenarios)
                    .filteredOn(each -> !each.get("status").asString().equals("PASSED"))
                    .extracting(each -> each.path("message").asString())
                    .allMatch(message ->
                            message.startsWith(refused) && message.lines().count() == 1);
            assertThat(folder.resolve("errors")).content().doesNotContain("Exception");
            try (Stream<Path> left = Files.list(folder.resolve("temporary"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    private Process begin(OwnEngine engine) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("temporary")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Sockspec.class.getName(), "judge"));
        command.addAll(List.of("--lab=containers", "--tags=@tcp-nbconn", "--output=" + folder.resolve("output")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().putAll(engine.environment());
        return builder.start();
    }
}
