package io.sockspec.agent;

import io.sockspec.spi.Capability;
import io.sockspec.spi.Implementation.Profile;
import io.sockspec.spi.Place;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What an agent says about itself in its answer to `hello`.
record Greeting(String name, String version, Profile profile, Set<Capability> capabilities, boolean ownStack) {
    private static final int PROTOCOL = 1;

    /// Says hello and answers what the agent says of itself.
    static Greeting of(Agent agent, Place place) {
        Members answer = agent.answer(agent.send("hello", question(place), null), Agent.HELLO);
        try {
            return read(answer);
        } catch (IllegalArgumentException e) {
            throw agent.fail("answered hello wrongly: " + e.getMessage());
        }
    }

    /// Says hello, and expects this answer.
    void expect(Agent agent, Place place) {
        Greeting now = of(agent, place);
        if (!now.equals(this)) {
            throw agent.fail("said hello as " + now + ", and at the start of the run as " + this);
        }
    }

    /// The parameters of `hello`.
    private static ObjectNode question(Place place) {
        ObjectNode params = Agent.object().put("protocol", PROTOCOL).put("host", place.name());
        ArrayNode interfaces = params.putArray("interfaces");
        for (Place.Interface each : place.interfaces()) {
            ObjectNode node = interfaces
                    .addObject()
                    .put("name", each.name())
                    .put("mac", each.mac().toString())
                    .put("ip", each.ip4().toString())
                    .put("prefix", each.prefixLength())
                    .put("mtu", each.mtuBytes());
            each.gateway().ifPresent(gateway -> node.put("gateway", gateway.toString()));
        }
        return params;
    }

    /// @throws IllegalArgumentException with a clause that says what is wrong about the answer
    private static Greeting read(Members answer) {
        long protocol = answer.number("protocol", 0, Integer.MAX_VALUE);
        if (protocol != PROTOCOL) {
            throw new IllegalArgumentException(
                    "it speaks version " + protocol + " of the protocol, where version " + PROTOCOL + " was asked for");
        }
        String name = answer.text("name");
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "'name' is \"" + name + "\", not a word of lower-case letters, digits and hyphens");
        }
        boolean own =
                answer.optional("stack", answer::text).filter("own"::equals).isPresent();
        return new Greeting(name, answer.text("version"), profile(answer), capabilities(answer), own);
    }

    private static Profile profile(Members answer) {
        String profile = answer.text("profile");
        return Stream.of(Profile.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(profile))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'profile' is \"" + profile + "\", which is neither linux nor posix"));
    }

    private static Set<Capability> capabilities(Members answer) {
        List<Capability> list =
                answer.list("capabilities", (JsonNode each) -> Capability.tagged(each.asString("no text")));
        Set<Capability> set = EnumSet.noneOf(Capability.class);
        set.addAll(list);
        return set;
    }
}
