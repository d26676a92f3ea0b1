package io.sockspec.serve;

import io.sockspec.agent.Members;
import io.sockspec.spi.Capability;
import io.sockspec.spi.NotOffered;
import io.sockspec.spi.Processes;
import io.sockspec.spi.Processes.Child;
import io.sockspec.spi.Processes.Ended;
import io.sockspec.spi.Processes.Ended.Exited;
import io.sockspec.spi.Processes.Ended.Killed;
import io.sockspec.spi.Sockets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Reads the calls on processes and knows the processes that were made.
final class ProcessCalls {
    private static final int MOST_STATUS = 255;

    private final Map<Integer, Child> children = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    /// The call of a method, null when it is not one of these. Without a process nobody forked, so
    /// a method that names none is not offered either.
    ///
    /// @throws IllegalArgumentException with a clause that says what is wrong about the parameters
    @Nullable
    Call read(String method, Members from) {
        return switch (method) {
            case "fork" ->
                Call.prompt(sockets -> processes(sockets).fork(), (child, result) -> result.put("process", add(child)));
            case "exec" -> exec(child(from));
            case "kill" -> kill(child(from), from.text("signal"));
            case "exit" -> exit(child(from), (int) from.number("status", 0, MOST_STATUS));
            case "wait" -> await(child(from), Duration.ofMillis(from.count("timeout")));
            default -> null;
        };
    }

    private static Processes processes(Sockets sockets) {
        return sockets.group(Processes.class).orElseThrow(() -> new NotOffered("fork", Capability.FORK));
    }

    private int add(Child child) {
        int number = last.incrementAndGet();
        children.put(number, child);
        return number;
    }

    private Child child(Members from) {
        return child(from.count("process"));
    }

    /// @throws IllegalArgumentException when no process has that number
    Child child(int process) {
        Child child = children.get(process);
        if (child == null) {
            throw new IllegalArgumentException("there is no process " + process);
        }
        return child;
    }

    private static Call exec(Child child) {
        return Call.done(false, sockets -> child.exec());
    }

    private static Call kill(Child child, String signal) {
        return Call.done(false, sockets -> child.kill(signal));
    }

    private static Call exit(Child child, int status) {
        return Call.done(false, sockets -> child.exit(status));
    }

    private static Call await(Child child, Duration limit) {
        return Call.of(!limit.isZero(), sockets -> child.await(limit), ProcessCalls::put);
    }

    private static void put(Ended ended, ObjectNode result) {
        if (ended instanceof Exited(int status)) {
            result.put("exited", status);
        } else if (ended instanceof Killed(String signal)) {
            result.put("killed", signal);
        }
    }
}
