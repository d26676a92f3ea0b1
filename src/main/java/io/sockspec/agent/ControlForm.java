package io.sockspec.agent;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Control;
import io.sockspec.socket.Control.Raw;
import io.sockspec.socket.Control.Rights;
import io.sockspec.socket.Fd;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Control messages as the protocol writes them.
public final class ControlForm {
    private ControlForm() {}

    public static ArrayNode write(List<Control> messages) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        messages.forEach(message -> list.add(write(message)));
        return list;
    }

    private static ObjectNode write(Control message) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (message) {
            case Rights(List<Fd> fds) -> {
                ArrayNode rights = node.putArray("rights");
                fds.forEach(fd -> rights.add(fd.number()));
                yield node;
            }
            case Raw(int level, int type, Bytes data) ->
                node.put("level", level).put("type", type).put("data", Hex.of(data));
        };
    }

    /// @throws IllegalArgumentException with a clause that says what is wrong about the form
    public static Control read(JsonNode node) {
        Members members = new Members(node);
        return members.has("rights")
                ? new Rights(members.fds("rights"))
                : new Raw(members.count("level"), members.count("type"), members.bytes("data"));
    }
}
