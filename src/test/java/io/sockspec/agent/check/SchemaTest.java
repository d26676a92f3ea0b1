package io.sockspec.agent.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sockspec.agent.Command;
import io.sockspec.agent.check.AgentCheck.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SchemaTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode schema = schema();
    private final Map<String, Schema> parts = new HashMap<>();

    /// Each story is a conversation of its own, in which ids begin anew.
    private record Recorded(List<String> sent, List<String> heard) {}

    /// An agent all of whose lines are kept.
    private record Recording(Agent agent, Recorded lines) implements Agent {
        @Override
        public void write(String line) {
            lines.sent.add(line);
            agent.write(line);
        }

        @Override
        public Heard read(Duration limit) {
            Heard heard = agent.read(limit);
            if (heard instanceof Heard.Line(String text)) {
                lines.heard.add(text);
            }
            return heard;
        }

        @Override
        public void endInput() {
            agent.endInput();
        }

        @Override
        public boolean hasEnded() {
            return agent.hasEnded();
        }

        @Override
        public void close() {
            agent.close();
        }
    }

    @Test
    void whatIsSaidInTheTranscriptConforms(@TempDir Path folder) throws Exception {
        List<Recorded> stories = conversations(Agents.c(folder));
        assertThat(stories).hasSameSizeAs(Transcript.own().stories());
        for (Recorded story : stories) {
            Map<Integer, String> methods = new HashMap<>();
            for (String line : story.sent) {
                JsonNode request = JSON.readTree(line);
                methods.put(request.get("id").intValue(), request.get("method").stringValue());
                assertThat(flaws("request", request)).as(line).isEmpty();
            }
            for (String line : story.heard) {
                JsonNode answer = JSON.readTree(line);
                assertThat(flaws("", answer)).as(line).isEmpty();
                if (answer.path("result").isObject() && !answer.get("result").has("errno")) {
                    String method = methods.get(answer.get("id").intValue());
                    assertThat(flaws(method + "-result", answer.get("result")))
                            .as(line)
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            fd             | -1
            fd             | "3"
            hex            | "0A"
            hex            | "0a0"
            hex            | "0a 0b"
            name           | "af_inet"
            errno          | "11"
            flags          | ""
            flags          | "MSG_OOB,MSG_PEEK"
            address        | {"family":"AF_INET","ip":"127.0.0.1"}
            address        | {"family":"AF_INET","ip":"127.0.0.1","port":65536}
            recv-result    | {"data":"00","count":1}
            recvfrom-result| {"data":"00"}
            failure        | {"errno":13}
            request        | {"jsonrpc":"2.0","id":1,"method":"close","params":{}}
            answer         | {"jsonrpc":"2.0","id":1,"result":{"no":1}}
            error          | {"jsonrpc":"2.0","id":1,"error":{"code":"no","message":""}}
            """)
    void whatIsWrongDoesNot(String part, String value) {
        assertThat(flaws(part, JSON.readTree(value))).isNotEmpty();
    }

    @Test
    void parametersMayHaveOtherMembers() {
        assertThat(flaws("close-params", JSON.readTree("{\"fd\":3,\"colour\":1}")))
                .isEmpty();
    }

    /// The checker has the forms of results in its own words.
    @Test
    void theCheckerKnowsTheSameMethods() {
        assertThat(schema.get("$defs").propertyNames().stream()
                        .filter(name -> name.endsWith("-result"))
                        .map(name -> name.replace("-result", ""))
                        .toList())
                .hasSameElementsAs(Results.methods());
    }

    private List<Recorded> conversations(Command command) {
        List<Recorded> stories = new ArrayList<>();
        List<String> said = new ArrayList<>();
        boolean right = new AgentCheck(
                        () -> {
                            Recorded lines = new Recorded(new ArrayList<>(), new ArrayList<>());
                            stories.add(lines);
                            return new Recording(new LiveAgent(command), lines);
                        },
                        Transcript.own(),
                        Limits.USUAL,
                        said::add)
                .run();
        assertThat(right).as(said.toString()).isTrue();
        return stories;
    }

    /// What the schema says against a value; the empty part is the whole.
    private List<String> flaws(String part, JsonNode value) {
        return parts.computeIfAbsent(part, this::part).validate(value).stream()
                .map(Error::toString)
                .collect(Collectors.toList());
    }

    private Schema part(String name) {
        ObjectNode whole = schema.deepCopy();
        whole.remove("$id");
        if (!name.isEmpty()) {
            whole.remove("oneOf");
            whole.put("$ref", "#/$defs/" + name);
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
    }

    private static ObjectNode schema() {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(Path.of("containers/protocol/schema.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
