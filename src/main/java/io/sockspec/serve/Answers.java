package io.sockspec.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes answers, whole lines, from any thread.
final class Answers {
    private final OutputStream to;

    Answers(OutputStream to) {
        this.to = to;
    }

    void result(JsonNode id, ObjectNode result) {
        write(envelope(id).set("result", result));
    }

    void error(JsonNode id, ProtocolError error) {
        ObjectNode answer = envelope(id);
        answer.putObject("error").put("code", error.code()).put("message", error.sentence());
        write(answer);
    }

    private static ObjectNode envelope(JsonNode id) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        answer.set("id", id);
        return answer;
    }

    private void write(JsonNode answer) {
        byte[] line = JsonLine.write(answer);
        synchronized (this) {
            try {
                to.write(line);
                to.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("nobody reads the answers", e);
            }
        }
    }
}
