package io.sockspec.agent;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Fd;
import io.sockspec.socket.SocketAddress;
import io.sockspec.spi.Sockets.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The members of a JSON object, each read as what it has to be.
///
/// Every method throws [IllegalArgumentException] with a clause such as `'fd' is "three", not a
/// number from 0 to 2147483647`.
public record Members(JsonNode object) {
    private static final Pattern HEX = Pattern.compile("([0-9a-f]{2})*");
    private static final int LONGEST = 80;

    /// @throws IllegalArgumentException when the node is no object
    public Members {
        if (!object.isObject()) {
            throw new IllegalArgumentException(brief(object) + " is no object");
        }
    }

    public boolean has(String name) {
        return object.has(name);
    }

    public String text(String name) {
        JsonNode node = member(name);
        require(node.isString(), name, node, "a text");
        return node.stringValue();
    }

    public boolean flag(String name) {
        JsonNode node = member(name);
        require(node.isBoolean(), name, node, "true or false");
        return node.booleanValue();
    }

    public long number(String name, long least, long most) {
        JsonNode node = member(name);
        boolean fits = node.isIntegralNumber()
                && node.canConvertToLong()
                && node.longValue() >= least
                && node.longValue() <= most;
        require(fits, name, node, "a number from " + least + " to " + most);
        return node.longValue();
    }

    public int count(String name) {
        return (int) number(name, 0, Integer.MAX_VALUE);
    }

    public Fd fd(String name) {
        return new Fd(count(name));
    }

    public List<Fd> fds(String name) {
        return list(name, each -> {
            require(each.isInt() && each.intValue() >= 0, name, each, "a list of descriptors");
            return new Fd(each.intValue());
        });
    }

    public Pair pair(String name) {
        List<Fd> fds = fds(name);
        if (fds.size() != 2) {
            throw new IllegalArgumentException("'" + name + "' holds " + fds.size() + " descriptors, not 2");
        }
        return new Pair(fds.getFirst(), fds.getLast());
    }

    public SocketAddress address(String name) {
        return AddressForm.read(member(name));
    }

    public List<Integer> integers(String name) {
        return list(name, each -> {
            if (!each.isInt()) {
                throw new IllegalArgumentException("'" + name + "' holds " + each + ", which is no number of 32 bits");
            }
            return each.intValue();
        });
    }

    public Bytes bytes(String name) {
        String text = text(name);
        require(HEX.matcher(text).matches(), name, member(name), "bytes in lower-case hex");
        return Bytes.hex(text);
    }

    /// What was put into a buffer of `most` bytes.
    public Bytes bytes(String name, int most) {
        Bytes bytes = bytes(name);
        if (bytes.length() > most) {
            throw new IllegalArgumentException(
                    "'" + name + "' holds " + bytes.length() + " bytes, more than the buffer's " + most);
        }
        return bytes;
    }

    public Members object(String name) {
        return new Members(member(name));
    }

    public <T> List<T> list(String name, Function<JsonNode, T> reader) {
        JsonNode node = member(name);
        require(node.isArray(), name, node, "a list");
        List<T> list = new ArrayList<>();
        node.forEach(each -> list.add(reader.apply(each)));
        return list;
    }

    /// A member that may be left out.
    public <T> Optional<T> optional(String name, Function<String, T> reader) {
        return has(name) ? Optional.of(reader.apply(name)) : Optional.empty();
    }

    private JsonNode member(String name) {
        JsonNode node = object.get(name);
        if (node == null) {
            throw new IllegalArgumentException("'" + name + "' is missing in " + brief(object));
        }
        return node;
    }

    private static void require(boolean holds, String name, JsonNode node, String due) {
        if (!holds) {
            throw new IllegalArgumentException("'" + name + "' is " + brief(node) + ", not " + due);
        }
    }

    private static String brief(JsonNode node) {
        String text = node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
