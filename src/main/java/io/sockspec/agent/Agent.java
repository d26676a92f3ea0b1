package io.sockspec.agent;

import io.sockspec.spi.Place;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A running agent and the requests it has not answered. The first thing it does wrong is
/// remembered
/// and is the answer to everything asked from then on.
final class Agent implements AutoCloseable {
    /// How long an agent may take for its first answer.
    static final Duration HELLO = Duration.ofSeconds(10);
    /// How long it may take for what needs no waiting.
    static final Duration SOON = Duration.ofSeconds(5);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectReader READER =
            JSON.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int EXCERPT = 80;

    private final String name;
    private final AgentProcess process;
    private final Map<Integer, Request> open = new LinkedHashMap<>();
    private final Map<Integer, String> answered = new HashMap<>();
    private int last;
    private boolean closing;
    private @Nullable AgentFailed failure;

    /// Starts the agent.
    ///
    /// @param name how sentences call it
    Agent(String name, Command command, Place place) {
        this.name = name;
        try {
            process = AgentProcess.start(command, place, new AgentProcess.Listener() {
                @Override
                public void line(byte[] line) {
                    answer(line);
                }

                @Override
                public void ended(String clause) {
                    end(clause);
                }
            });
        } catch (AgentFailed e) {
            throw new AgentFailed("the agent " + name + " " + e.getMessage());
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// Sends a request.
    ///
    /// @throws AgentFailed when the agent has failed before
    Request send(String method, ObjectNode params, @Nullable Integer child) {
        Request request = register(method);
        ObjectNode message =
                object().put("jsonrpc", "2.0").put("id", request.id()).put("method", method);
        if (child != null) {
            message.put("process", child);
        }
        message.set("params", params);
        try {
            process.write(line(message));
        } catch (AgentFailed e) {
            throw isClosing() ? ended(method) : fail(e.getMessage() + ", when " + method + " was asked");
        }
        return request;
    }

    private static byte[] line(ObjectNode message) {
        byte[] text = JSON.writeValueAsBytes(message);
        byte[] line = Arrays.copyOf(text, text.length + 1);
        line[text.length] = '\n';
        return line;
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    /// To end it is no fault of the agent.
    private AgentFailed ended(String method) {
        return new AgentFailed("the agent " + name + " was ended in " + method);
    }

    private synchronized Request register(String method) {
        if (failure != null) {
            throw failure;
        }
        if (closing) {
            throw ended(method);
        }
        Request request = new Request(++last, method);
        open.put(request.id(), request);
        return request;
    }

    /// Asks for something that needs no waiting.
    Members askSoon(String method, ObjectNode params) {
        return answer(send(method, params, null), SOON);
    }

    /// The answer to a request that needs no waiting.
    Members answer(Request request, Duration limit) {
        if (!request.awaitEnd(limit)) {
            throw fail(
                    "did not answer " + request.method() + " within " + limit.toSeconds() + " s" + meanwhile(request));
        }
        return request.result();
    }

    private synchronized String meanwhile(Request except) {
        List<String> others = open.values().stream()
                .filter(each -> each != except)
                .map(Request::method)
                .filter(method -> !method.equals("ping"))
                .toList();
        return others.isEmpty() ? "" : ", while it was in " + String.join(" and ", others);
    }

    /// The methods that are not answered yet.
    synchronized List<String> unanswered() {
        return open.values().stream().map(Request::method).toList();
    }

    private synchronized Optional<AgentFailed> failure() {
        return Optional.ofNullable(failure);
    }

    /// Remembers what the agent did wrong, unless it did something wrong before, and answers the
    /// first.
    ///
    /// @param clause to be put behind the agent's name
    AgentFailed fail(String clause) {
        List<Request> lost;
        AgentFailed first;
        synchronized (this) {
            first = failure == null ? new AgentFailed("the agent " + name + " " + clause) : failure;
            failure = first;
            lost = List.copyOf(open.values());
            open.clear();
        }
        lost.forEach(request -> request.fail(first));
        return first;
    }

    private void end(String clause) {
        boolean expected;
        synchronized (this) {
            expected = closing;
        }
        if (!expected) {
            List<String> methods = unanswered();
            fail(clause + (methods.isEmpty() ? "" : " in " + String.join(" and ", methods)) + lastWords());
        }
    }

    private String lastWords() {
        return log().lines()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .map(line -> "; its log ends with: " + line.strip())
                .orElse("");
    }

    private void answer(byte[] line) {
        if (line.length > AgentProcess.LINE_BYTES) {
            fail("answered with a line of more than 1 MiB, the longest the protocol allows");
            return;
        }
        try {
            answer(new Members(READER.readValue(utf8(line))));
        } catch (JacksonException e) {
            fail("wrote a line that is no JSON: " + excerpt(line));
        } catch (CharacterCodingException e) {
            fail("wrote a line that is no UTF-8: " + excerpt(line));
        } catch (IllegalArgumentException e) {
            fail("wrote a line that is no answer (" + e.getMessage() + "): " + excerpt(line));
        }
    }

    private static String utf8(byte[] line) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    }

    private void answer(Members message) {
        if (message.object().path("id").isNull() && message.has("error")) {
            fail("could not read a request: " + errorText(message.object("error")));
            return;
        }
        int id = (int) message.number("id", 1, Integer.MAX_VALUE);
        boolean refused = message.has("error");
        Members content = message.object(refused ? "error" : "result");
        Request request;
        String before;
        synchronized (this) {
            before = answered.get(id);
            request = open.remove(id);
            if (request != null) {
                answered.put(id, request.method());
            }
        }
        if (request == null) {
            fail(
                    before == null
                            ? "answered request " + id + ", which was never made"
                            : "answered " + before + " twice");
        } else if (refused) {
            refuse(request, content);
        } else {
            request.end(content);
        }
    }

    private void refuse(Request request, Members error) {
        long code = error.number("code", Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (code == Refused.UNKNOWN_METHOD || code == Refused.UNKNOWN_VALUE) {
            request.fail(new Refused(error.text("message")));
        } else {
            request.fail(fail("answered " + request.method() + " with the error " + errorText(error)));
        }
    }

    private static String errorText(Members error) {
        return error.object().path("code").asString("without a code") + ": "
                + error.object().path("message").asString("no message");
    }

    private static String excerpt(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "�");
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }

    String name() {
        return name;
    }

    String log() {
        return process.log();
    }

    /// Takes leave, which shows whether anything is left that it should not have written, and ends
    /// the process with all it started.
    ///
    /// @throws AgentFailed when it has done anything wrong since it was started
    @Override
    public void close() {
        try {
            if (listens()) {
                askSoon("bye", object());
            }
        } finally {
            kill();
        }
        failure().ifPresent(wrong -> {
            throw wrong;
        });
    }

    /// Not when it was ended because a call of it could not be.
    private synchronized boolean listens() {
        return !closing && failure == null && open.isEmpty();
    }

    /// Ends the process with all it started; what it has not answered is lost.
    void kill() {
        synchronized (this) {
            closing = true;
        }
        process.close();
        List<Request> lost;
        synchronized (this) {
            lost = List.copyOf(open.values());
            open.clear();
        }
        lost.forEach(request -> request.fail(ended(request.method())));
    }
}
