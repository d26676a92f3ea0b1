package io.sockspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `ci/jvm/verdict` says when there is nothing to judge.
class VerdictScriptTest {
    @TempDir
    private Path target;

    @Test
    void aFilterThatSelectedNothing() throws Exception {
        assertThat(verdict()).isEqualTo("No verdict: no scenario ran, because none was selected.\n");
    }

    @Test
    void aRunThatWasStopped() throws Exception {
        leave("sockspec/stopped.txt", "there is no implementation named 'nope'; known are reference\n");
        leave("failsafe-reports/failsafe-summary.xml", summary(""));
        assertThat(verdict()).isEqualTo("No verdict: there is no implementation named 'nope'; known are reference\n");
    }

    @Test
    void aRunThatWasStoppedAndLeavesItsResultsElsewhere() throws Exception {
        leave("elsewhere/stopped.txt", "-Dsockspec.foo is not a property\n");
        assertThat(verdict()).isEqualTo("No verdict: -Dsockspec.foo is not a property\n");
    }

    @Test
    void aFeatureThatCannotBeParsed() throws Exception {
        leave("failsafe-reports/failsafe-summary.xml", summary("""
                org.apache.maven.surefire.booter.SurefireBooterForkException: There was an error in the forked process
                TestEngine with ID &apos;junit-platform-suite&apos; encountered a critical issue during test discovery:

                (1) [ERROR] [cucumber] Failed to parse resource at: file:///a/features/b.feature
                (4:5): expected: #EOF, got &apos;Wenn&apos;
                (7:1): expected: #EOF, got &apos;Dann&apos; (via @Suite io.sockspec.ConformanceIT).
                    Source: FileSource [file = /a/features/b.feature, filePosition = null]
                \tat org.apache.maven.surefire.booter.ForkStarter.fork(ForkStarter.java:1)
                """));
        assertThat(verdict()).isEqualTo("""
                No verdict: a feature cannot be parsed.
                /a/features/b.feature:4: expected: #EOF, got 'Wenn'
                /a/features/b.feature:7: expected: #EOF, got 'Dann'
                """);
    }

    @Test
    void aRunThatDied() throws Exception {
        leave("failsafe-reports/failsafe-summary.xml", summary("""
                org.apache.maven.surefire.booter.SurefireBooterForkException: The forked VM terminated
                Command was /bin/sh -c java
                Error occurred in starting fork, check output in log
                Process Exit Code: 137
                Crashed tests:
                io.sockspec.ConformanceIT
                """));
        assertThat(verdict())
                .isEqualTo("No verdict: the run left no results.\nThe forked VM terminated\nProcess Exit Code: 137\n");
    }

    private void leave(String path, String text) throws IOException {
        Path file = target.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String summary(String failure) {
        return "<failsafe-summary timeout=\"false\">\n<failureMessage>" + failure
                + "</failureMessage>\n</failsafe-summary>\n";
    }

    /// What the script prints; none of these is a pass.
    private String verdict() throws IOException, InterruptedException {
        Process script = new ProcessBuilder(
                        "ci/jvm/verdict",
                        target.toString(),
                        target.resolve("elsewhere").toString(),
                        "none")
                .redirectErrorStream(true)
                .start();
        try (var output = script.inputReader()) {
            String printed = output.readAllAsString();
            assertThat(script.waitFor()).isZero();
            assertThat(target.resolve("sockspec/failsafe-summary.xml"))
                    .content()
                    .contains("<failures>1</failures>");
            return printed;
        }
    }
}
