package io.sockspec.agent.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.agent.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Commands that start agents.
final class Agents {
    private Agents() {}

    static Command python() {
        return new Command(List.of("python3", "-I", "-S", "containers/python/agent.py"));
    }

    static Command hostile(String misbehaviour) {
        return new Command(List.of("python3", "src/test/resources/hostile-agent.py", misbehaviour));
    }

    /// Compiles the agent in C into a folder.
    static Command c(Path folder) throws Exception {
        Path program = folder.resolve("agent");
        Process compiler = new ProcessBuilder(
                        "cc", "-std=gnu11", "-pthread", "-o", program.toString(), "containers/c/agent.c")
                .inheritIO()
                .start();
        assertThat(compiler.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(compiler.exitValue()).isZero();
        return new Command(List.of(program.toString()));
    }
}
