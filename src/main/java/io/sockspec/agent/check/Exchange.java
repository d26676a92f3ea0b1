package io.sockspec.agent.check;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// One line of a story: something is sent, or awaited, or both.
sealed interface Exchange {
    /// The number of its line in the transcript.
    int line();

    /// What it shows.
    String about();

    /// A request, and the pattern of the answer that is due.
    ///
    /// @param send the request without `jsonrpc` and `id`, with placeholders
    /// @param takes the answer comes no sooner
    record Ask(int line, String about, JsonNode send, JsonNode expect, Duration takes) implements Exchange {}

    /// A request that blocks; its id is bound to a name, by which it is awaited.
    record Later(int line, String about, JsonNode send, String name) implements Exchange {}

    /// The answer to a blocked request.
    record Await(int line, String about, String name, JsonNode expect) implements Exchange {}
}
