package io.sockspec.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.spi.Implementation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The other end of a session in this JVM: asks, and awaits answers by their ids. Parameters are
/// written with `'` for `"`.
final class Conversation {
    private static final int ROOM_BYTES = 1 << 22;
    private static final int PATIENCE_SECONDS = 10;

    private final PipedOutputStream requests = new PipedOutputStream();
    private final BlockingQueue<byte[]> lines = new LinkedBlockingQueue<>();
    private final Map<Integer, JsonNode> answers = new HashMap<>();
    private final Thread agent;
    private int last;

    Conversation(Implementation implementation) {
        try {
            PipedInputStream in = new PipedInputStream(requests, ROOM_BYTES);
            agent = Thread.ofPlatform().daemon().start(() -> serve(implementation, in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Implementation implementation, PipedInputStream in) {
        OutputStream out = new OutputStream() {
            @Override
            public void write(byte[] line) {
                lines.add(line);
            }

            @Override
            public void write(int single) {
                throw new AssertionError("an answer was not written at once");
            }
        };
        try {
            new Session(implementation, out).serve(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Conversation hello() {
        ask("hello", "{'protocol':1,'host':'client','interfaces':[]}");
        return this;
    }

    void line(String line) {
        try {
            requests.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            requests.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends a request and answers its id.
    int start(String method, String parameters) {
        return startIn(0, method, parameters);
    }

    /// A request that a process is to make.
    int startIn(int process, String method, String parameters) {
        last++;
        line("{\"jsonrpc\":\"2.0\",\"id\":" + last + ",\"method\":\"" + method + "\","
                + (process == 0 ? "" : "\"process\":" + process + ",")
                + "\"params\":" + parameters.replace('\'', '"') + "}");
        return last;
    }

    /// The whole answer to a request.
    JsonNode answer(int id) {
        while (!answers.containsKey(id)) {
            JsonNode answer = next();
            assertThat(answers).doesNotContainKey(answer.path("id").intValue());
            answers.put(answer.path("id").intValue(), answer);
        }
        return answers.get(id);
    }

    /// The next line of the agent.
    JsonNode next() {
        try {
            byte[] line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("a line within %d s", PATIENCE_SECONDS).isNotNull();
            return JsonLine.read(line);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// The result without its time.
    JsonNode result(int id) {
        JsonNode answer = answer(id);
        assertThat(answer.has("result")).as(answer.toString()).isTrue();
        ObjectNode result = answer.path("result").asObject();
        JsonNode micros = result.remove("us");
        assertThat(micros == null || micros.isIntegralNumber()).isTrue();
        return result;
    }

    JsonNode ask(String method, String parameters) {
        return result(start(method, parameters));
    }

    /// Asks for what has no result, and answers code and message.
    String error(String method, String parameters) {
        return error(answer(start(method, parameters)));
    }

    static String error(JsonNode answer) {
        JsonNode error = answer.path("error");
        return error.path("code").intValue() + " " + error.path("message").asString("");
    }

    int fd(String method, String parameters) {
        return ask(method, parameters).path("fd").intValue();
    }

    /// Two connected stream sockets.
    int[] pair() {
        JsonNode fds = ask("socketpair", "{'domain':'AF_UNIX','type':'SOCK_STREAM','protocol':0}")
                .path("fds");
        return new int[] {fds.path(0).intValue(), fds.path(1).intValue()};
    }

    /// Ends the input, and releases what was opened.
    void end() throws IOException, InterruptedException {
        ask("bye", "{}");
        requests.close();
        agent.join();
    }
}
