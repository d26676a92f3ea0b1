package io.sockspec.serve;

import io.sockspec.agent.Hex;
import io.sockspec.agent.KindForm;
import io.sockspec.agent.Members;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Domain;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/// Reads the calls that turn addresses into text and numbers into network order, and back.
final class TextCalls {
    private static final String DATA = "data";
    private static final long MOST_LONG = 0xffffffffL;
    private static final int MOST_SHORT = 0xffff;

    private TextCalls() {}

    /// The call of a method, null when it is not one of these.
    ///
    /// @throws IllegalArgumentException with a clause that says what is wrong about the parameters
    static @Nullable Call read(String method, Members from) {
        return switch (method) {
            case "inet_pton" -> inetPton(from);
            case "inet_ntop" -> inetNtop(from);
            case "htons" -> htons(from);
            case "ntohs" -> ntohs(from);
            case "htonl" -> htonl(from);
            case "ntohl" -> ntohl(from);
            default -> null;
        };
    }

    private static Call inetPton(Members from) {
        Domain domain = KindForm.domain(from);
        String text = from.text("text");
        return Call.prompt(
                sockets -> sockets.inetPton(domain, text),
                (address, result) -> address.ifPresent(bytes -> result.put(DATA, Hex.of(bytes))));
    }

    private static Call inetNtop(Members from) {
        Domain domain = KindForm.domain(from);
        Bytes address = from.bytes(DATA);
        return Call.prompt(sockets -> sockets.inetNtop(domain, address), (text, result) -> result.put("text", text));
    }

    private static Call htons(Members from) {
        List<Integer> values = from.list("values", each -> {
            if (!each.isInt() || each.intValue() < 0 || each.intValue() > MOST_SHORT) {
                throw new IllegalArgumentException("'values' holds " + each + ", not a number from 0 to 65535");
            }
            return each.intValue();
        });
        return Call.prompt(sockets -> sockets.htons(values), (data, result) -> result.put(DATA, Hex.of(data)));
    }

    private static Call ntohs(Members from) {
        Bytes data = from.bytes(DATA);
        return Call.prompt(sockets -> sockets.ntohs(data), (values, result) -> {
            ArrayNode list = result.putArray("values");
            values.forEach(list::add);
        });
    }

    private static Call htonl(Members from) {
        long value = from.number("value", 0, MOST_LONG);
        return Call.prompt(sockets -> sockets.htonl(value), (data, result) -> result.put(DATA, Hex.of(data)));
    }

    private static Call ntohl(Members from) {
        Bytes data = from.bytes(DATA);
        return Call.prompt(sockets -> sockets.ntohl(data), (value, result) -> result.put("value", value));
    }
}
