package io.sockspec.serve;

import io.sockspec.agent.Members;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What one line asks: a method, its parameters and the process that is to make the call, 0 for the
/// agent itself.
record Request(JsonNode id, String method, Members parameters, int process) {
    private static final JsonNode NONE = JsonNodeFactory.instance.objectNode();

    /// The id of what may be a request, null where it has none: every line is answered.
    static JsonNode id(JsonNode line) {
        JsonNode id = line.path("id");
        return id.isValueNode() ? id : JsonNodeFactory.instance.nullNode();
    }

    /// @throws ProtocolError when the line is no request
    static Request of(JsonNode line) {
        if (!line.path("jsonrpc").asString("").equals("2.0") || id(line).isNull()) {
            throw new ProtocolError(ProtocolError.NO_REQUEST, "the line is no JSON-RPC 2.0 object with an id");
        }
        JsonNode method = line.path("method");
        if (!method.isString()) {
            throw new ProtocolError(ProtocolError.NO_REQUEST, "the request names no method");
        }
        JsonNode parameters = line.has("params") ? line.path("params") : NONE;
        try {
            int process = line.has("process") ? new Members(line).count("process") : 0;
            return new Request(id(line), method.stringValue(), new Members(parameters), process);
        } catch (IllegalArgumentException e) {
            throw new ProtocolError(ProtocolError.BAD_PARAMETERS, method.stringValue() + ": " + e.getMessage());
        }
    }
}
