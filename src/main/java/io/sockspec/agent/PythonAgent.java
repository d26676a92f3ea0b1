package io.sockspec.agent;

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
        return new Command(List.of("python3", "-I", "-S", agent.toString()));
    }
}
