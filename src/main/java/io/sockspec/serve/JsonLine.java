package io.sockspec.serve;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One JSON value as a tree and as a line of UTF-8.
final class JsonLine {
    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonLine() {}

    /// @throws ProtocolError when the bytes are not exactly one value
    static JsonNode read(byte[] line) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line, 0, line.length)) {
            if (parser.nextToken() == null) {
                throw new ProtocolError(ProtocolError.NOT_JSON, "the line is empty");
            }
            JsonNode value = value(parser);
            if (parser.nextToken() != null) {
                throw new ProtocolError(ProtocolError.NOT_JSON, "the line goes on after its object");
            }
            return value;
        } catch (JacksonException e) {
            String reason = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new ProtocolError(ProtocolError.NOT_JSON, "the line is not JSON: " + reason);
        }
    }

    private static JsonNode value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private static ObjectNode object(JsonParser parser) {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    /// The narrowest node that holds the number.
    private static JsonNode integer(JsonParser parser) {
        BigInteger number = parser.getBigIntegerValue();
        if (number.bitLength() < Integer.SIZE) {
            return NODES.numberNode(number.intValue());
        }
        return number.bitLength() < Long.SIZE ? NODES.numberNode(number.longValue()) : NODES.numberNode(number);
    }

    /// The value with the line feed that ends it.
    static byte[] write(JsonNode value) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            write(value, generator);
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void write(JsonNode value, JsonGenerator to) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                to.writeStartObject();
                for (Map.Entry<String, JsonNode> member : value.properties()) {
                    to.writeName(member.getKey());
                    write(member.getValue(), to);
                }
                to.writeEndObject();
            }
            case ARRAY -> {
                to.writeStartArray();
                for (JsonNode each : value) {
                    write(each, to);
                }
                to.writeEndArray();
            }
            case STRING -> to.writeString(value.stringValue());
            case BOOLEAN -> to.writeBoolean(value.booleanValue());
            case NUMBER -> writeNumber(value, to);
            default -> to.writeNull();
        }
    }

    private static void writeNumber(JsonNode value, JsonGenerator to) {
        if (value.canConvertToLong() && value.isIntegralNumber()) {
            to.writeNumber(value.longValue());
        } else {
            to.writeNumber(value.numberValue().toString());
        }
    }
}
