package io.sockspec.serve;

import io.sockspec.agent.AddressForm;
import io.sockspec.agent.KindForm;
import io.sockspec.agent.Members;
import io.sockspec.agent.OptionForm;
import io.sockspec.agent.StatusFlags;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Ioctl;
import io.sockspec.socket.PollEvents;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.Type;
import io.sockspec.spi.Sockets.How;
import io.sockspec.spi.Sockets.Polled;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Reads the calls that make, name, set and watch sockets.
final class SocketCalls {
    private static final String ADDRESS = "address";
    private static final String FLAGS = "flags";

    private SocketCalls() {}

    /// The call of a method, null when it is not one of these.
    ///
    /// @throws IllegalArgumentException with a clause that says what is wrong about the parameters
    static @Nullable Call read(String method, Members from) {
        return switch (method) {
            case "socket" -> socket(from);
            case "socketpair" -> socketpair(from);
            case "bind" -> bind(from);
            case "connect" -> connect(from);
            case "listen" -> listen(from);
            case "accept" -> accept(from);
            case "shutdown" -> shutdown(from);
            case "close" -> close(from);
            case "getsockopt" -> getsockopt(SocketOption.named(from.text("option")), from);
            case "setsockopt" -> setsockopt(SocketOption.named(from.text("option")), from);
            case "getsockname" -> getsockname(from);
            case "getpeername" -> getpeername(from);
            case "poll" -> poll(from);
            case "fcntl" -> fcntl(from);
            case "ioctl" -> ioctl(from);
            default -> null;
        };
    }

    private static Call socket(Members from) {
        Domain domain = KindForm.domain(from);
        Type type = KindForm.type(from);
        Protocol protocol = KindForm.protocol(from);
        return Call.prompt(
                sockets -> sockets.socket(domain, type, protocol), (fd, result) -> result.put("fd", fd.number()));
    }

    private static Call socketpair(Members from) {
        Domain domain = KindForm.domain(from);
        Type type = KindForm.type(from);
        Protocol protocol = KindForm.protocol(from);
        return Call.prompt(sockets -> sockets.socketpair(domain, type, protocol), DescriptorCalls::putPair);
    }

    private static Call bind(Members from) {
        Fd fd = from.fd("fd");
        SocketAddress address = address(from);
        return Call.done(false, sockets -> sockets.bind(fd, address));
    }

    private static Call connect(Members from) {
        Fd fd = from.fd("fd");
        SocketAddress address = address(from);
        return Call.done(true, sockets -> sockets.connect(fd, address));
    }

    private static SocketAddress address(Members from) {
        return AddressForm.read(from.object(ADDRESS).object());
    }

    private static Call listen(Members from) {
        Fd fd = from.fd("fd");
        int backlog = (int) from.number("backlog", Integer.MIN_VALUE, Integer.MAX_VALUE);
        return Call.done(false, sockets -> sockets.listen(fd, backlog));
    }

    private static Call accept(Members from) {
        Fd fd = from.fd("fd");
        String flags = from.text(FLAGS);
        int bits = flags.equals("0") ? 0 : Type.named(flags).number();
        return Call.of(
                true,
                sockets -> sockets.accept(fd, bits),
                (accepted, result) ->
                        result.put("fd", accepted.fd().number()).set(ADDRESS, AddressForm.write(accepted.peer())));
    }

    private static Call shutdown(Members from) {
        Fd fd = from.fd("fd");
        How how = How.valueOf(from.text("how"));
        return Call.done(false, sockets -> sockets.shutdown(fd, how));
    }

    /// May block: SO_LINGER lets close() wait for unsent data.
    private static Call close(Members from) {
        Fd fd = from.fd("fd");
        return Call.done(true, sockets -> sockets.close(fd));
    }

    private static <T> Call getsockopt(SocketOption<T> option, Members from) {
        checkType(option, from);
        Fd fd = from.fd("fd");
        return Call.prompt(
                sockets -> sockets.getsockopt(fd, option), (value, result) -> OptionForm.write(option, value, result));
    }

    private static <T> Call setsockopt(SocketOption<T> option, Members from) {
        checkType(option, from);
        Fd fd = from.fd("fd");
        T value = OptionForm.read(option, from);
        return Call.done(false, sockets -> sockets.setsockopt(fd, option, value));
    }

    private static void checkType(SocketOption<?> option, Members from) {
        String due = OptionForm.type(option);
        String type = from.text("type");
        if (!type.equals(due)) {
            throw new IllegalArgumentException("the value of " + option + " is '" + due + "' here, not '" + type + "'");
        }
    }

    private static Call getsockname(Members from) {
        Fd fd = from.fd("fd");
        return Call.prompt(
                sockets -> sockets.getsockname(fd), (name, result) -> result.set(ADDRESS, AddressForm.write(name)));
    }

    private static Call getpeername(Members from) {
        Fd fd = from.fd("fd");
        return Call.prompt(
                sockets -> sockets.getpeername(fd), (name, result) -> result.set(ADDRESS, AddressForm.write(name)));
    }

    private static Call poll(Members from) {
        List<Polled> entries = from.list("entries", SocketCalls::polled);
        long millis = from.number("timeout", -1, Long.MAX_VALUE);
        return Call.of(millis != 0, sockets -> sockets.poll(entries, Duration.ofMillis(millis)), (answers, result) -> {
            ArrayNode events = result.putArray("events");
            answers.forEach(each -> events.add(each.toString()));
        });
    }

    private static Polled polled(JsonNode entry) {
        Members members = new Members(entry);
        return new Polled(members.fd("fd"), PollEvents.parse(members.text("events")));
    }

    private static Call fcntl(Members from) {
        Fd fd = from.fd("fd");
        String command = from.text("command");
        return switch (command) {
            case "F_GETFL" ->
                Call.prompt(
                        sockets -> sockets.statusFlags(fd),
                        (flags, result) -> result.put(FLAGS, StatusFlags.text(flags)));
            case "F_SETFL" -> {
                int flags = StatusFlags.parse(from.text(FLAGS));
                yield Call.done(false, sockets -> sockets.setStatusFlags(fd, flags));
            }
            case "F_GETFD", "F_SETFD" -> DescriptorCalls.closeOnExec(fd, command, from);
            default -> throw new IllegalArgumentException("'" + command + "' is no command known here");
        };
    }

    private static Call ioctl(Members from) {
        Fd fd = from.fd("fd");
        Ioctl request = Ioctl.valueOf(from.text("request"));
        return Call.prompt(sockets -> sockets.ioctl(fd, request), (value, result) -> result.put("value", value));
    }
}
