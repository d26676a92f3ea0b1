package io.sockspec.agent.check;

import io.sockspec.agent.AddressForm;
import io.sockspec.agent.ControlForm;
import io.sockspec.agent.Members;
import io.sockspec.agent.StatusFlags;
import io.sockspec.socket.Errno;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.PollEvents;
import io.sockspec.spi.Capability;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/// The form of each method's result: its members, and what each has to be.
final class Results {
    private static final long MOST_UINT16 = 0xffff;
    private static final long MOST_UINT32 = 0xffffffffL;

    private static final BiConsumer<Members, String> TEXT = Members::text;
    private static final BiConsumer<Members, String> COUNT = Members::count;
    private static final BiConsumer<Members, String> BYTES = Members::bytes;
    private static final BiConsumer<Members, String> FDS = Members::fds;
    private static final BiConsumer<Members, String> ADDRESS =
            (in, name) -> AddressForm.read(in.object(name).object());
    private static final BiConsumer<Members, String> PAIR = (in, name) -> {
        if (in.fds(name).size() != 2) {
            throw new IllegalArgumentException(
                    "'" + name + "' has " + in.fds(name).size() + " descriptors, not 2");
        }
    };
    private static final BiConsumer<Members, String> MESSAGE_FLAGS = (in, name) -> MsgFlags.parse(in.text(name));

    private record Member(String name, boolean optional, BiConsumer<Members, String> form) {
        void check(Members in) {
            if (!optional || in.has(name)) {
                form.accept(in, name);
            }
        }
    }

    private static final Map<String, List<Member>> FORMS = new HashMap<>();

    static {
        form("ping bye bind connect listen shutdown close setsockopt flock interrupt cancel exec kill exit");
        form(
                "hello",
                member("protocol", COUNT),
                member("name", TEXT),
                member("version", TEXT),
                member("profile", oneOf("linux", "posix")),
                member("capabilities", (in, name) -> in.list(name, each -> Capability.tagged(each.asString()))),
                optional("stack", oneOf("own")));
        form("socket file reopen dup", member("fd", COUNT));
        form("socketpair pipe", member("fds", PAIR));
        form("accept", member("fd", COUNT), member("address", ADDRESS));
        form("send sendto sendmsg write", member("count", COUNT));
        form("recv read htons htonl", member("data", BYTES));
        form("inet_pton", optional("data", BYTES));
        form("recvfrom", member("data", BYTES), member("count", COUNT), optional("address", ADDRESS));
        form(
                "recvmsg",
                member("data", BYTES),
                member("count", COUNT),
                optional("address", ADDRESS),
                member("control", (in, name) -> in.list(name, ControlForm::read)),
                member("controlLength", COUNT),
                member("flags", MESSAGE_FLAGS));
        form("getsockopt", member("value", (in, name) -> {}));
        form("getsockname getpeername", member("address", ADDRESS));
        form("poll", member("events", (in, name) -> in.list(name, each -> PollEvents.parse(each.asString()))));
        form("fcntl", optional("flags", (in, name) -> {
            if (!in.text(name).equals("FD_CLOEXEC")) {
                StatusFlags.parse(in.text(name));
            }
        }));
        form("ioctl", member("value", COUNT));
        form("inet_ntop", member("text", TEXT));
        form("ntohs", member("values", (in, name) -> in.list(name, Results::uint16)));
        form("ntohl", member("value", (in, name) -> in.number(name, 0, MOST_UINT32)));
        form("select", member("count", COUNT), member("read", FDS), member("write", FDS), member("except", FDS));
        form("lseek", member("offset", (in, name) -> in.number(name, 0, Long.MAX_VALUE)));
        form("fork", member("process", COUNT));
        form("wait", optional("exited", (in, name) -> in.number(name, 0, 255)), optional("killed", TEXT));
    }

    private Results() {}

    /// What is wrong about the form of a result, as a clause.
    static Optional<String> flaw(String method, JsonNode result) {
        try {
            Members members = new Members(result);
            if (members.has("errno")) {
                Errno.named(members.text("errno"));
                return surplus(result, Set.of("errno"));
            }
            List<Member> form = FORMS.getOrDefault(method, List.of());
            form.forEach(member -> member.check(members));
            return surplus(result, Set.copyOf(form.stream().map(Member::name).toList()));
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    static Set<String> methods() {
        return Set.copyOf(FORMS.keySet());
    }

    private static Optional<String> surplus(JsonNode result, Set<String> known) {
        return result.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> "'" + name + "' is no member of this result");
    }

    private static void form(String methods, Member... members) {
        for (String method : methods.split(" ", -1)) {
            FORMS.put(method, List.of(members));
        }
    }

    private static Member member(String name, BiConsumer<Members, String> form) {
        return new Member(name, false, form);
    }

    private static Member optional(String name, BiConsumer<Members, String> form) {
        return new Member(name, true, form);
    }

    private static BiConsumer<Members, String> oneOf(String... words) {
        return (in, name) -> {
            if (!Arrays.asList(words).contains(in.text(name))) {
                throw new IllegalArgumentException(
                        "'" + name + "' is \"" + in.text(name) + "\", not " + String.join(" or ", words));
            }
        };
    }

    private static long uint16(JsonNode each) {
        if (!each.isIntegralNumber() || each.longValue() < 0 || each.longValue() > MOST_UINT16) {
            throw new IllegalArgumentException("'values' has " + each + ", not a number from 0 to " + MOST_UINT16);
        }
        return each.longValue();
    }
}
