package io.sockspec.serve;

import io.sockspec.agent.AgentImplementation;
import io.sockspec.agent.Command;

/// The reference, served by a JVM of its own: what it answers must be what the reference answers.
public final class JavaAgent extends AgentImplementation {
    public JavaAgent() {
        super("java-agent", () -> new Command(JavaAgentCommand.words()));
    }
}
