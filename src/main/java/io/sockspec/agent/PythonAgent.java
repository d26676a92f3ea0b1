package io.sockspec.agent;

import io.sockspec.spi.ImplementationUnavailable;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Python's own socket module, through `containers/python/agent.py`.
public final class PythonAgent extends AgentImplementation {
    public PythonAgent() {
        super("python", PythonAgent::command);
    }

    @Override
    public Optional<URL> deviations() {
        return Optional.ofNullable(PythonAgent.class.getResource("/containers/python/deviations.yaml"));
    }

    private static Command command() {
        Path agent = Programs.shipped("python", List.of("agent.py", "calls.py", "forms.py"));
        // Neither the user's modules nor the site's are looked for, which halves its start.
        return new Command(List.of(interpreter(), "-I", "-S", agent.toString()));
    }

    /// The program behind `python3`: many machines have a script there that looks for it, at three
    /// times the cost of the start itself.
    private static String interpreter() {
        Command asked = new Command(List.of("python3", "-I", "-S", "-c", "import sys; print(sys.executable)"));
        asked.obstacle().ifPresent(sentence -> {
            throw new ImplementationUnavailable("the agent python cannot be started: " + sentence);
        });
        try {
            return Programs.said(asked).strip();
        } catch (IOException e) {
            throw new ImplementationUnavailable("python3 does not say which program it is: " + e.getMessage(), e);
        }
    }
}
