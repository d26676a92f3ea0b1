package io.sockspec.serve;

import io.sockspec.agent.Hex;
import io.sockspec.agent.Members;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Outcome;
import io.sockspec.spi.Capability;
import io.sockspec.spi.Descriptors;
import io.sockspec.spi.Descriptors.Lock;
import io.sockspec.spi.NotOffered;
import io.sockspec.spi.Selecting;
import io.sockspec.spi.Selecting.Sets;
import io.sockspec.spi.Sockets;
import io.sockspec.spi.Sockets.Pair;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the calls on descriptors of any kind, which an implementation may not offer.
final class DescriptorCalls {
    private static final String CLOSE_ON_EXEC = "FD_CLOEXEC";

    private DescriptorCalls() {}

    /// The call of a method, null when it is not one of these.
    ///
    /// @throws IllegalArgumentException with a clause that says what is wrong about the parameters
    static @Nullable Call read(String method, Members from) {
        return switch (method) {
            case "file" -> Call.prompt(all(method, Descriptors::file), DescriptorCalls::putFd);
            case "reopen" -> reopen(from.fd("fd"));
            case "pipe" -> Call.prompt(all(method, Descriptors::pipe), DescriptorCalls::putPair);
            case "dup" -> dup(from.fd("fd"));
            case "read" -> read(from);
            case "write" -> write(from);
            case "lseek" -> lseek(from);
            case "flock" -> flock(from);
            case "select" -> select(from);
            default -> null;
        };
    }

    private static <T> Function<Sockets, Outcome<T>> all(String method, Function<Descriptors, Outcome<T>> call) {
        return sockets -> call.apply(
                sockets.group(Descriptors.class).orElseThrow(() -> new NotOffered(method, Capability.SCM_RIGHTS)));
    }

    static void putPair(Pair pair, ObjectNode result) {
        result.putArray("fds").add(pair.first().number()).add(pair.second().number());
    }

    private static void putFd(Fd fd, ObjectNode result) {
        result.put("fd", fd.number());
    }

    private static Call reopen(Fd fd) {
        return Call.prompt(all("reopen", it -> it.reopen(fd)), DescriptorCalls::putFd);
    }

    private static Call dup(Fd fd) {
        return Call.prompt(all("dup", it -> it.dup(fd)), DescriptorCalls::putFd);
    }

    private static Call read(Members from) {
        Fd fd = from.fd("fd");
        int length = from.count("length");
        return Call.of(
                true, all("read", it -> it.read(fd, length)), (data, result) -> result.put("data", Hex.of(data)));
    }

    private static Call write(Members from) {
        Fd fd = from.fd("fd");
        Bytes data = from.bytes("data");
        return Call.of(true, all("write", it -> it.write(fd, data)), (count, result) -> result.put("count", count));
    }

    private static Call lseek(Members from) {
        Fd fd = from.fd("fd");
        String whence = from.text("whence");
        long offset = from.number("offset", Long.MIN_VALUE, Long.MAX_VALUE);
        Function<Descriptors, Outcome<Long>> call;
        if (whence.equals("SEEK_SET")) {
            call = it -> it.seek(fd, offset);
        } else if (whence.equals("SEEK_CUR") && offset == 0) {
            call = it -> it.offset(fd);
        } else {
            throw new IllegalArgumentException("lseek(" + offset + ", " + whence + ")");
        }
        return Call.prompt(all("lseek", call), (value, result) -> result.put("offset", value));
    }

    private static Call flock(Members from) {
        Fd fd = from.fd("fd");
        String names = from.text("operation");
        Lock operation = switch (names) {
            case "LOCK_SH|LOCK_NB", "LOCK_NB|LOCK_SH" -> Lock.LOCK_SH_NB;
            case "LOCK_EX|LOCK_NB", "LOCK_NB|LOCK_EX" -> Lock.LOCK_EX_NB;
            case "LOCK_UN" -> Lock.LOCK_UN;
            default -> throw new IllegalArgumentException("flock(" + names + ")");
        };
        return Call.done(false, all("flock", it -> it.flock(fd, operation)));
    }

    /// fcntl() with F_GETFD or F_SETFD.
    static Call closeOnExec(Fd fd, String command, Members from) {
        String call = "fcntl(" + command + ")";
        if (command.equals("F_GETFD")) {
            return Call.prompt(
                    all(call, it -> it.closeOnExec(fd)),
                    (closed, result) -> result.put("flags", closed ? CLOSE_ON_EXEC : "0"));
        }
        String flags = from.text("flags");
        if (!Set.of(CLOSE_ON_EXEC, "0").contains(flags)) {
            throw new IllegalArgumentException("fcntl(" + command + ", " + flags + ")");
        }
        boolean closed = flags.equals(CLOSE_ON_EXEC);
        return Call.done(false, all(call, it -> it.setCloseOnExec(fd, closed)));
    }

    private static Call select(Members from) {
        Sets asked =
                new Sets(Set.copyOf(from.fds("read")), Set.copyOf(from.fds("write")), Set.copyOf(from.fds("except")));
        long micros = from.number("timeout", Long.MIN_VALUE, Long.MAX_VALUE);
        return Call.of(
                micros != 0,
                sockets -> sockets.group(Selecting.class)
                        .orElseThrow(() -> new NotOffered("select", Capability.SELECT))
                        .select(asked, Duration.of(micros, ChronoUnit.MICROS)),
                (selected, result) -> {
                    result.put("count", selected.count());
                    put("read", selected.sets().read(), result);
                    put("write", selected.sets().write(), result);
                    put("except", selected.sets().except(), result);
                });
    }

    private static void put(String name, Set<Fd> set, ObjectNode result) {
        ArrayNode list = result.putArray(name);
        List<Fd> ordered =
                set.stream().sorted(Comparator.comparingInt(Fd::number)).toList();
        ordered.forEach(fd -> list.add(fd.number()));
    }
}
