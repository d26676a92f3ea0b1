package io.sockspec.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class JavaAgentCommandTest {
    private static final String HELLO = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"hello\","
            + "\"params\":{\"protocol\":1,\"host\":\"client\",\"interfaces\":[]}}\n";

    @Test
    void theCommandStartsAnAgentFromTheCache() throws Exception {
        List<String> command = JavaAgentCommand.words();
        List<String> strict = new ArrayList<>(command);
        // Without a cache that fits, the JVM does not start then.
        strict.add(1, "-XX:AOTMode=on");
        assertThat(answers(strict)).contains("\"name\":\"java-agent\"").hasLineCount(1);
        assertThat(JavaAgentCommand.words()).isEqualTo(command);
    }

    @Test
    void anUnknownImplementationIsOneSentence() throws Exception {
        List<String> command = new ArrayList<>(JavaAgentCommand.words());
        command.add("nobody");
        Process process = new ProcessBuilder(command).start();
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("there is no implementation named 'nobody'; known are ")
                .hasLineCount(1);
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void aCacheThatCannotBeMadeIsOneSentenceAndLeavesNothing(@TempDir Path folder) throws IOException {
        Path draft = Files.createFile(folder.resolve("draft"));
        assertThatThrownBy(() -> CacheMaker.run(List.of("sh", "-c", "echo first; echo no room; exit 3"), draft))
                .isInstanceOf(IOException.class)
                .hasMessage("the JVM that makes it ended with status 3 and said: no room");
        assertThat(folder.toFile().list()).containsExactly("draft");
    }

    /// What an agent writes to standard output until its input ends, and nothing to standard error.
    private static String answers(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).start();
        try (OutputStream requests = process.getOutputStream()) {
            requests.write(HELLO.getBytes(StandardCharsets.UTF_8));
        }
        String answers = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.getErrorStream().readAllBytes()).isEmpty();
        assertThat(process.waitFor()).isZero();
        return answers;
    }
}
