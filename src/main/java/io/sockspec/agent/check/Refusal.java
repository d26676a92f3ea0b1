package io.sockspec.agent.check;

import io.sockspec.spi.Capability;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// An error by which an agent says that it has no way to make a call.
final class Refusal {
    private static final Set<Integer> CODES = Set.of(-32601, -32602);

    /// What no agent can do without.
    private static final Set<String> INDISPENSABLE = Set.of("hello", "ping", "bye");

    /// What may be refused although a capability covers it.
    private static final String REFUSABLE = "cancel";

    private Refusal() {}

    static boolean isOne(JsonNode answer) {
        return CODES.contains(answer.path("error").path("code").asInt(0))
                && flaw(answer.get("error")).isEmpty();
    }

    /// What cannot be done, in the agent's words.
    static String call(JsonNode answer) {
        return answer.get("error").get("message").stringValue();
    }

    /// Why the agent may not refuse this, as a clause.
    static Optional<String> flaw(Story story, String method, JsonNode answer) {
        String answered = "was answered " + Brief.of(answer) + ", ";
        if (INDISPENSABLE.contains(method)) {
            return Optional.of(answered + "but every agent has to offer it");
        }
        // What overlaps may still be any call.
        String declared = story.needs().stream()
                .filter(capability -> capability != Capability.CONCURRENT)
                .map(Capability::tag)
                .collect(Collectors.joining(" and "));
        return declared.isEmpty() || method.equals(REFUSABLE)
                ? Optional.empty()
                : Optional.of(answered + "but the agent declares " + declared);
    }

    /// What is wrong about the form of an error, as a clause.
    static Optional<String> flaw(JsonNode error) {
        if (!error.path("code").isInt()) {
            return Optional.of("'code' is no number");
        }
        return error.path("message").isString() ? Optional.empty() : Optional.of("'message' is no text");
    }
}
