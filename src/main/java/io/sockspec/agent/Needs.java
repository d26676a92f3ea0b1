package io.sockspec.agent;

import io.sockspec.spi.Capability;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Which capability covers a request: an agent that declares it and then refuses the request has
/// promised too much.
final class Needs {
    private static final Map<String, Capability> METHODS = new LinkedHashMap<>();
    private static final Map<String, Capability> WORDS = new LinkedHashMap<>();

    static {
        METHODS.put("socketpair", Capability.UNIX);
        METHODS.put("select", Capability.SELECT);
        METHODS.put("interrupt", Capability.SIGNALS);
        METHODS.put("cancel", Capability.CONCURRENT);
        for (String file : new String[] {"file", "reopen", "pipe", "dup", "read", "write", "lseek", "flock"}) {
            METHODS.put(file, Capability.SCM_RIGHTS);
        }
        for (String process : new String[] {"fork", "exec", "kill", "exit", "wait"}) {
            METHODS.put(process, Capability.FORK);
        }
        // What stands in the parameters; the first that is found decides.
        WORDS.put("\"rights\":", Capability.SCM_RIGHTS);
        WORDS.put("\"F_GETFD\"", Capability.SCM_RIGHTS);
        WORDS.put("\"F_SETFD\"", Capability.SCM_RIGHTS);
        WORDS.put("MSG_ERRQUEUE", Capability.ERROR_QUEUE);
        WORDS.put("\"SOCK_RAW", Capability.RAW);
        WORDS.put("\"AF_PACKET\"", Capability.PACKET);
        WORDS.put("\"AF_UNIX\"", Capability.UNIX);
        WORDS.put("\"AF_INET6\"", Capability.IPV6);
        WORDS.put("SOCK_NONBLOCK", Capability.NONBLOCKING);
        WORDS.put("O_NONBLOCK", Capability.NONBLOCKING);
        WORDS.put("\"SO_BROADCAST\"", Capability.BROADCAST);
        WORDS.put("_MEMBERSHIP\"", Capability.MULTICAST);
        WORDS.put("\"IP_MULTICAST_", Capability.MULTICAST);
    }

    private Needs() {}

    static Optional<Capability> of(String method, ObjectNode params) {
        String text = params.toString();
        return Optional.ofNullable(METHODS.get(method))
                .or(() -> WORDS.entrySet().stream()
                        .filter(word -> text.contains(word.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }
}
