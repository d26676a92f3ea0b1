package io.sockspec.agent;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.spi.Capability;
import io.sockspec.spi.Descriptors;
import io.sockspec.spi.Processes;
import io.sockspec.spi.Selecting;
import io.sockspec.spi.Sockets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The optional groups of calls, each offered when the agent declares its capability.
final class AgentGroups implements Descriptors, Selecting, Processes {
    private static final long MOST_OFFSET = Long.MAX_VALUE;

    private final Caller caller;

    AgentGroups(Caller caller) {
        this.caller = caller;
    }

    boolean offers(Class<?> group) {
        return Capability.ofGroup(group).filter(caller::declares).isPresent();
    }

    private Outcome<Done> done(String method, ObjectNode params) {
        return caller.call(method, params, result -> Done.DONE);
    }

    @Override
    public Outcome<Fd> file() {
        return caller.call("file", Agent.object(), result -> result.fd("fd"));
    }

    @Override
    public Outcome<Fd> reopen(Fd fd) {
        return caller.call("reopen", AgentSockets.on(fd), result -> result.fd("fd"));
    }

    @Override
    public Outcome<Sockets.Pair> pipe() {
        return caller.call("pipe", Agent.object(), result -> result.pair("fds"));
    }

    @Override
    public Outcome<Fd> dup(Fd fd) {
        return caller.call("dup", AgentSockets.on(fd), result -> result.fd("fd"));
    }

    @Override
    public Outcome<Boolean> closeOnExec(Fd fd) {
        return caller.call(
                "fcntl", AgentSockets.on(fd).put("command", "F_GETFD"), result -> switch (result.text("flags")) {
                    case "FD_CLOEXEC" -> true;
                    case "0" -> false;
                    default -> throw new IllegalArgumentException("'flags' is neither FD_CLOEXEC nor 0");
                });
    }

    @Override
    public Outcome<Done> setCloseOnExec(Fd fd, boolean closed) {
        return done("fcntl", AgentSockets.on(fd).put("command", "F_SETFD").put("flags", closed ? "FD_CLOEXEC" : "0"));
    }

    @Override
    public Outcome<Bytes> read(Fd fd, int lengthBytes) {
        return caller.call("read", AgentSockets.on(fd).put("length", lengthBytes), result -> result.bytes("data"));
    }

    @Override
    public Outcome<Integer> write(Fd fd, Bytes payload) {
        return caller.call("write", AgentSockets.on(fd).put("data", Hex.of(payload)), result -> result.count("count"));
    }

    @Override
    public Outcome<Long> seek(Fd fd, long offsetBytes) {
        return seek(fd, offsetBytes, "SEEK_SET");
    }

    @Override
    public Outcome<Long> offset(Fd fd) {
        return seek(fd, 0, "SEEK_CUR");
    }

    private Outcome<Long> seek(Fd fd, long offsetBytes, String whence) {
        return caller.call(
                "lseek",
                AgentSockets.on(fd).put("offset", offsetBytes).put("whence", whence),
                result -> result.number("offset", 0, MOST_OFFSET));
    }

    @Override
    public Outcome<Done> flock(Fd fd, Lock operation) {
        String names = switch (operation) {
            case LOCK_SH -> "LOCK_SH";
            case LOCK_EX -> "LOCK_EX";
            case LOCK_SH_NB -> "LOCK_SH|LOCK_NB";
            case LOCK_EX_NB -> "LOCK_EX|LOCK_NB";
            case LOCK_UN -> "LOCK_UN";
        };
        return done("flock", AgentSockets.on(fd).put("operation", names));
    }

    @Override
    public Outcome<Selected> select(Sets asked, Duration limit) {
        ObjectNode params = Agent.object();
        put(params.putArray("read"), asked.read());
        put(params.putArray("write"), asked.write());
        put(params.putArray("except"), asked.except());
        params.put("timeout", TimeUnit.MICROSECONDS.convert(limit.plusNanos(999)));
        return caller.call(
                "select",
                params,
                result -> new Selected(
                        result.count("count"),
                        new Sets(
                                marked(result, "read", asked.read()),
                                marked(result, "write", asked.write()),
                                marked(result, "except", asked.except()))));
    }

    private static void put(ArrayNode list, Set<Fd> fds) {
        fds.forEach(fd -> list.add(fd.number()));
    }

    /// A descriptor that was not asked for cannot come out of a set.
    private static Set<Fd> marked(Members result, String name, Set<Fd> asked) {
        List<Fd> fds = result.fds(name);
        fds.stream().filter(fd -> !asked.contains(fd)).findFirst().ifPresent(fd -> {
            throw new IllegalArgumentException("'" + name + "' holds descriptor " + fd + ", which was not asked for");
        });
        return new HashSet<>(fds);
    }

    @Override
    public Outcome<Child> fork() {
        return caller.call("fork", Agent.object(), result -> new AgentChild(caller, result.count("process")));
    }
}
