package io.sockspec.serve;

import io.sockspec.agent.Members;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Outcome.Returned;
import io.sockspec.spi.Capability;
import io.sockspec.spi.Implementation;
import io.sockspec.spi.Implementations;
import io.sockspec.spi.NotOffered;
import io.sockspec.spi.Sockets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One conversation: from `hello` to the end of the input.
final class Session {
    private static final int PROTOCOL = 1;

    private final Implementation implementation;
    private final Answers answers;
    private final ProcessCalls processes = new ProcessCalls();
    /// The calls that have not answered yet, by the id of their request.
    private final Map<JsonNode, RunningCall> running = new ConcurrentHashMap<>();
    /// Null before hello and after bye.
    private @Nullable Sockets sockets;

    Session(Implementation implementation, OutputStream to) {
        this.implementation = implementation;
        answers = new Answers(to);
    }

    /// Answers requests until there are no more.
    void serve(InputStream from) throws IOException {
        RequestLines lines = new RequestLines(from);
        boolean more = true;
        while (more) {
            try {
                Optional<byte[]> line = lines.next();
                line.ifPresent(this::answer);
                more = line.isPresent();
            } catch (ProtocolError tooLong) {
                answers.error(JsonNodeFactory.instance.nullNode(), tooLong);
            }
        }
    }

    /// Answers a request, now or later.
    void answer(byte[] line) {
        JsonNode id = JsonNodeFactory.instance.nullNode();
        try {
            JsonNode object = JsonLine.read(line);
            id = Request.id(object);
            handle(Request.of(object));
        } catch (ProtocolError e) {
            answers.error(id, e);
        }
    }

    private void handle(Request request) {
        switch (request.method()) {
            case "hello" -> respond(request, () -> hello(request.parameters()));
            case "ping" -> respond(request, this::ping);
            case "bye" -> respond(request, this::bye);
            case "cancel" -> aside(request, this::cancel);
            case "interrupt" -> aside(request, this::interrupt);
            default -> call(request);
        }
    }

    /// Makes an answer on the calling thread.
    private void respond(Request request, Supplier<ObjectNode> result) {
        ObjectNode made;
        try {
            made = result.get();
        } catch (NotOffered e) {
            throw new ProtocolError(ProtocolError.NOT_OFFERED, e.call());
        } catch (ProtocolError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new ProtocolError(ProtocolError.BROKEN, request.method() + " threw " + e);
        }
        answers.result(request.id(), made);
    }

    /// Makes an answer on a thread of its own, where it may wait for a call.
    private void aside(Request request, Function<Members, ObjectNode> result) {
        Thread.ofPlatform().daemon().name(request.method()).start(() -> {
            try {
                respond(request, () -> result.apply(request.parameters()));
            } catch (ProtocolError e) {
                answers.error(request.id(), e);
            }
        });
    }

    private ObjectNode hello(Members parameters) {
        if (sockets != null) {
            throw new ProtocolError(ProtocolError.NO_REQUEST, "hello was said already");
        }
        sockets = implementation.open(read("hello", () -> {
            parameters.number("protocol", PROTOCOL, PROTOCOL);
            return Home.read(parameters);
        }));
        boolean reference = implementation.name().equals(Implementations.REFERENCE);
        ObjectNode result = JsonNodeFactory.instance
                .objectNode()
                .put("protocol", PROTOCOL)
                .put("name", reference ? "java-agent" : implementation.name())
                .put("version", implementation.version())
                .put("profile", implementation.profile().name().toLowerCase(Locale.ROOT));
        ArrayNode capabilities = result.putArray("capabilities");
        implementation.capabilities().stream().sorted().map(Capability::tag).forEach(capabilities::add);
        return implementation.ownStack() ? result.put("stack", "own") : result;
    }

    private ObjectNode ping() {
        if (sockets != null) {
            sockets.settle();
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode bye() {
        opened().close();
        sockets = null;
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode cancel(Members parameters) {
        running(parameters).ifPresent(RunningCall::cancel);
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode interrupt(Members parameters) {
        boolean restart = read("interrupt", () -> parameters.flag("restart"));
        running(parameters).ifPresent(call -> call.interrupt(restart));
        return JsonNodeFactory.instance.objectNode();
    }

    /// The call of the id that is meant; empty when it has answered already.
    private Optional<RunningCall> running(Members parameters) {
        return Optional.ofNullable(running.get(parameters.object().path("call")));
    }

    private void call(Request request) {
        Sockets all = opened();
        Call call = read(request);
        Sockets caller = request.process() == 0
                ? all
                : read(
                        request.method(),
                        () -> processes.child(request.process()).sockets());
        if (call.mayBlock()) {
            start(request, caller, call);
        } else {
            respond(request, () -> call.make().apply(caller));
        }
    }

    private void start(Request request, Sockets caller, Call call) {
        RunningCall started = new RunningCall();
        running.put(request.id(), started);
        try {
            started.start(caller, sockets -> {
                finish(request, sockets, call);
                return new Returned<>(Done.DONE);
            });
        } catch (RuntimeException e) {
            running.remove(request.id());
            throw new ProtocolError(ProtocolError.BROKEN, request.method() + " cannot be started: " + e);
        }
    }

    /// The call is running until its answer is written: so says `cancel`.
    private void finish(Request request, Sockets caller, Call call) {
        try {
            respond(request, () -> call.make().apply(caller));
        } catch (ProtocolError e) {
            answers.error(request.id(), e);
        } finally {
            running.remove(request.id());
        }
    }

    private Sockets opened() {
        if (sockets == null) {
            throw new ProtocolError(ProtocolError.NO_REQUEST, "hello comes first");
        }
        return sockets;
    }

    private Call read(Request request) {
        String method = request.method();
        Members parameters = request.parameters();
        return read(
                method,
                () -> Stream.<Supplier<@Nullable Call>>of(
                                () -> SocketCalls.read(method, parameters),
                                () -> TransferCalls.read(method, parameters),
                                () -> DescriptorCalls.read(method, parameters),
                                () -> TextCalls.read(method, parameters),
                                () -> processes.read(method, parameters))
                        .map(Supplier::get)
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .orElseThrow(() -> new ProtocolError(ProtocolError.NOT_OFFERED, method)));
    }

    /// Reads something from parameters.
    private static <T> T read(String method, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw new ProtocolError(ProtocolError.BAD_PARAMETERS, method + ": " + e.getMessage());
        }
    }
}
