package io.sockspec.serve;

import io.sockspec.agent.Members;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Mac;
import io.sockspec.spi.Place;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// The host that this process runs in, as `hello` describes it. Every call is in its namespace
/// already.
record Home(String name, List<Interface> interfaces) implements Place {
    private static final int MOST_PREFIX = 32;

    /// @throws IllegalArgumentException with a clause that says what is wrong about the form
    static Home read(Members hello) {
        return new Home(hello.text("host"), hello.list("interfaces", Home::readInterface));
    }

    private static Interface readInterface(JsonNode node) {
        Members members = new Members(node);
        return new Interface(
                members.text("name"),
                Mac.parse(members.text("mac")),
                Ip4.parse(members.text("ip")),
                (int) members.number("prefix", 0, MOST_PREFIX),
                members.optional("gateway", name -> Ip4.parse(members.text(name))),
                members.count("mtu"));
    }

    @Override
    public <T> T in(Supplier<T> call) {
        return call.get();
    }
}
