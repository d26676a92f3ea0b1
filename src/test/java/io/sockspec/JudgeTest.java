package io.sockspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `judge` says and leaves, in a folder of a user's. A run looks at its properties once, so
/// each
/// has a JVM of its own.
class JudgeTest {
    @TempDir
    private Path folder;

    private record Said(int status, String text) {}

    @Test
    void aChosenRuleRunsFromTheClassPathAndIsNoVerdict() throws Exception {
        var said = judge("--tags=@ADDR-ORDER-03");
        assertThat(said.text())
                .matches("(?s)area .*\\npartial: 1 of \\d+ rules ran,"
                        + " filtered by \\{cucumber.filter.tags=@ADDR-ORDER-03}\\.\\n\\n"
                        + "No verdict on reference: the run was partial\\.\\n");
        assertThat(said.status()).isEqualTo(1);
        assertThat(folder.resolve("target/sockspec/results.json"))
                .content()
                .contains("/features/addressing/")
                .doesNotContain("\"extra\" : true");
    }

    @Test
    void featuresOfAUserAreReportedApart() throws Exception {
        var mine = Files.createDirectories(folder.resolve("features")).resolve("mine.feature");
        Files.writeString(mine, """
                Feature: Mine
                  @ADDR-ORDER-03
                  Rule: Mine
                    Scenario: Wrong
                      Given the hosts client and server share a wire
                      When client calls bind to 192.0.2.9 port 9
                      Then bind succeeds
                """);
        var said = judge("--tags=@ADDR-ORDER-03", "--features=features");
        assertThat(said.text())
                .contains("ADDR-ORDER-03 BROKEN  a scenario beside the register\nScenario  Wrong   " + mine + ":4\n")
                .contains("\nextra: 1 scenario beside the register, 0 passed, 1 failed.\n");
        assertThat(said.status()).isEqualTo(1);
    }

    @Test
    void whatStopsARunIsOneSentence() throws Exception {
        var results = Files.createDirectories(folder.resolve("target/sockspec")).resolve("results.json");
        Files.writeString(results, "of an earlier run");
        assertThat(judge("--implementation=nope").text())
                .matches("No verdict: there is no implementation named 'nope'; known are .*\n");
        assertThat(results).doesNotExist();
        assertThat(judge("--colour=red").text())
                .startsWith("No verdict: -Dsockspec.colour is not a property of sockspec; known are ")
                .hasLineCount(1);
    }

    @Test
    void aFeatureThatCannotBeParsedIsNamedWithItsLine() throws Exception {
        Files.writeString(
                Files.createDirectory(folder.resolve("mine")).resolve("a.feature"),
                "Feature: a\n  Scenario: b\n    Given c\n    Wenn d\n");
        var said = judge("--features=mine");
        assertThat(said.text()).matches("No verdict: a feature cannot be parsed.\nmine/a.feature:4: .*\n");
        assertThat(said.status()).isEqualTo(1);
    }

    private Said judge(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", classPath(), Sockspec.class.getName(), "judge"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader()) {
            var text = output.readAllAsString();
            return new Said(process.waitFor(), text);
        } finally {
            process.destroyForcibly();
        }
    }

    /// Without the tests, whose settings of Cucumber no user has.
    private static String classPath() {
        return Pattern.compile(":")
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(it -> !it.endsWith("test-classes") && !it.endsWith("test-classes/"))
                .collect(Collectors.joining(":"));
    }
}
