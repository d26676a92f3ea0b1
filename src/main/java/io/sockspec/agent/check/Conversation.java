package io.sockspec.agent.check;

import io.sockspec.agent.check.Agent.Heard;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Requests to one agent and the answers to them, in any order. A line that is no answer is kept
/// as [#noise], and the answers go on behind it.
final class Conversation {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Agent agent;
    private final Set<Long> asked = new HashSet<>();
    private final Map<Long, JsonNode> answers = new HashMap<>();
    private Optional<String> noise = Optional.empty();
    private long last;

    Conversation(Agent agent) {
        this.agent = agent;
    }

    /// Sends a request and answers its id.
    long ask(JsonNode send) {
        long id = ++last;
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").put("id", id);
        send.forEachEntry(request::set);
        asked.add(id);
        agent.write(JSON.writeValueAsString(request));
        return id;
    }

    /// Waits for the answer to a request: an object with `result` or with `error`.
    ///
    /// @throws Lost when there is none in time and none will come
    JsonNode answer(long id, Duration limit) throws Lost {
        long start = System.nanoTime();
        while (!answers.containsKey(id)) {
            Duration left = limit.minusNanos(System.nanoTime() - start);
            Heard heard = left.isPositive() ? agent.read(left) : new Heard.Silence();
            switch (heard) {
                case Heard.Line(String text) -> take(text);
                case Heard.Unreadable(String what) -> keep(what);
                case Heard.Silence() -> throw new Lost("was not answered within " + limit.toMillis() + " ms", true);
                case Heard.End(String how) -> throw new Lost("was not answered, because " + how, false);
            }
        }
        return answers.get(id);
    }

    /// Ends the agent's standard input and answers, as a clause, what is wrong about its end.
    Optional<String> end(Duration limit) {
        long start = System.nanoTime();
        agent.endInput();
        while (true) {
            Duration left = limit.minusNanos(System.nanoTime() - start);
            Heard heard = left.isPositive() ? agent.read(left) : new Heard.Silence();
            switch (heard) {
                case Heard.Line(String text) -> take(text);
                case Heard.Unreadable(String what) -> keep(what);
                case Heard.Silence() -> {
                    return Optional.of(
                            agent.hasEnded()
                                    ? "a process that it started still holds its standard output"
                                    : "it did not end within " + limit.toMillis() + " ms");
                }
                case Heard.End(String how) -> {
                    return agent.hasEnded() ? noise().map(what -> "there came " + what) : Optional.of(how);
                }
            }
        }
    }

    /// The first line since the last call that was no answer, as a clause that says why.
    Optional<String> noise() {
        Optional<String> heard = noise;
        noise = Optional.empty();
        return heard;
    }

    private void take(String line) {
        String flaw = flaw(line);
        if (!flaw.isEmpty()) {
            keep(Brief.quoted(line) + ", which " + flaw);
        }
    }

    private void keep(String what) {
        noise = noise.or(() -> Optional.of(what));
    }

    private String flaw(String line) {
        JsonNode message;
        try {
            message = JSON.readTree(line);
        } catch (JacksonException e) {
            return "is no JSON";
        }
        if (!message.isObject()) {
            return "is no JSON object";
        }
        if (!message.path("jsonrpc").asString("").equals("2.0")) {
            return "has no \"jsonrpc\":\"2.0\"";
        }
        if (message.has("result") == message.has("error") || message.size() != 3) {
            return "has not just \"jsonrpc\", \"id\" and either \"result\" or \"error\"";
        }
        long id = message.path("id").isIntegralNumber() ? message.get("id").asLong() : 0;
        if (!asked.contains(id)) {
            return "answers request " + message.path("id") + ", which was never sent";
        }
        ((ObjectNode) message).remove("jsonrpc");
        ((ObjectNode) message).remove("id");
        if (message.get("result") instanceof ObjectNode result && isTime(result.path("us"))) {
            result.remove("us");
        }
        return answers.putIfAbsent(id, message) == null ? "" : "answers request " + id + " a second time";
    }

    /// How long the call took; any result may say so.
    private static boolean isTime(JsonNode us) {
        return us.isIntegralNumber() && us.longValue() >= 0;
    }
}
