package io.sockspec.agent.check;

import io.sockspec.agent.check.Exchange.Ask;
import io.sockspec.agent.check.Exchange.Await;
import io.sockspec.agent.check.Exchange.Later;
import io.sockspec.spi.Capability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The golden exchanges: a greeting that every story begins with, and the stories.
record Transcript(Ask greeting, List<Story> stories) {
    private static final String OWN = "/containers/protocol/transcript.jsonl";
    private static final JsonMapper JSON = JsonMapper.shared();

    Transcript {
        stories = List.copyOf(stories);
    }

    /// The one that is shipped with the protocol.
    static Transcript own() {
        try (var in = Objects.requireNonNull(Transcript.class.getResourceAsStream(OWN), OWN)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads one JSON object per line: first the greeting, then a line with `story` before the
    /// exchanges of each.
    static Transcript read(List<String> lines) {
        List<Story> stories = new ArrayList<>();
        int at = 1;
        while (at < lines.size()) {
            JsonNode head = JSON.readTree(lines.get(at));
            int line = at++;
            List<Exchange> exchanges = new ArrayList<>();
            while (at < lines.size() && !JSON.readTree(lines.get(at)).has("story")) {
                exchanges.add(exchange(at + 1, JSON.readTree(lines.get(at++))));
            }
            stories.add(new Story(line + 1, head.required("story").stringValue(), needs(head), exchanges));
        }
        return new Transcript((Ask) exchange(1, JSON.readTree(lines.getFirst())), stories);
    }

    /// How many exchanges a story counts for: its end is one, too.
    static int exchanges(Story story) {
        return awaited(story.exchanges()) + 1;
    }

    /// How many answers are awaited.
    static int awaited(List<Exchange> exchanges) {
        return (int) exchanges.stream()
                .filter(exchange -> !(exchange instanceof Later))
                .count();
    }

    private static List<Capability> needs(JsonNode head) {
        return head.path("needs")
                .valueStream()
                .map(it -> Capability.tagged(it.stringValue()))
                .toList();
    }

    private static Exchange exchange(int line, JsonNode node) {
        String about = node.required("about").stringValue();
        if (node.has("await")) {
            return new Await(line, about, node.get("await").stringValue(), node.required("expect"));
        }
        JsonNode send = node.required("send");
        return node.has("later")
                ? new Later(line, about, send, node.get("later").stringValue())
                : new Ask(
                        line,
                        about,
                        send,
                        node.required("expect"),
                        Duration.ofMillis(node.path("takes").asLong(0)));
    }
}
