package io.sockspec.agent;

import java.io.Serial;

/// An agent ended, hung or broke the protocol. The message is one sentence that names the agent and
/// what came; nothing is known about the implementation.
public final class AgentFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    AgentFailed(String sentence) {
        super(sentence);
    }
}
