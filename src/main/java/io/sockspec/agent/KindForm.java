package io.sockspec.agent;

import io.sockspec.socket.Domain;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.Type;
import java.util.function.Function;
import java.util.function.IntFunction;
import tools.jackson.databind.node.ObjectNode;

/// The arguments of socket() as the protocol writes them: names, and numbers where C has no name.
public final class KindForm {
    private KindForm() {}

    /// Puts the members `domain`, `type` and `protocol`.
    public static ObjectNode write(Domain domain, Type type, Protocol protocol, ObjectNode in) {
        domain(domain, in);
        if (type.isNamed()) {
            in.put("type", type.toString());
        } else {
            in.put("type", type.number());
        }
        if (protocol.isNamed() && protocol.number() != 0) {
            in.put("protocol", protocol.toString());
        } else {
            in.put("protocol", protocol.number());
        }
        return in;
    }

    /// Puts the member `domain`.
    public static ObjectNode domain(Domain domain, ObjectNode in) {
        return domain.isNamed() ? in.put("domain", domain.toString()) : in.put("domain", domain.number());
    }

    public static Domain domain(Members from) {
        return read("domain", from, Domain::named, Domain::new);
    }

    public static Type type(Members from) {
        return read("type", from, Type::named, Type::new);
    }

    public static Protocol protocol(Members from) {
        return read("protocol", from, Protocol::named, Protocol::new);
    }

    private static <T> T read(String name, Members from, Function<String, T> named, IntFunction<T> numbered) {
        return from.object().path(name).isString()
                ? named.apply(from.text(name))
                : numbered.apply((int) from.number(name, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
}
