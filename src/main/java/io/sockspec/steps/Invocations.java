package io.sockspec.steps;

import io.sockspec.register.LabBroken;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketOption;
import io.sockspec.spi.Descriptors;
import io.sockspec.spi.Descriptors.Lock;
import io.sockspec.spi.Sockets;
import io.sockspec.spi.Sockets.How;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/// Makes the calls that features write as [Invocation]s, and says what they answered in the words
/// of features: an errno,
/// `0` for success without a value, a number, a text in double quotes, bytes in hex, an address,
/// names of flags.
final class Invocations {
    private static final Map<String, Integer> STATUS_FLAGS = new LinkedHashMap<>();
    private static final Map<String, Lock> LOCKS = new LinkedHashMap<>();

    static {
        STATUS_FLAGS.put("O_APPEND", 0x400);
        STATUS_FLAGS.put("O_NONBLOCK", 0x800);
        LOCKS.put("LOCK_SH", Lock.LOCK_SH);
        LOCKS.put("LOCK_EX", Lock.LOCK_EX);
        LOCKS.put("LOCK_SH|LOCK_NB", Lock.LOCK_SH_NB);
        LOCKS.put("LOCK_EX|LOCK_NB", Lock.LOCK_EX_NB);
        LOCKS.put("LOCK_UN", Lock.LOCK_UN);
    }

    private final Scene scene;

    Invocations(Scene scene) {
        this.scene = scene;
    }

    /// Makes a call of the set-up, which must succeed; an option must not have the value before.
    void premise(String name, Invocation call) {
        if (call.call().equals("setsockopt")) {
            scene.acts().presetOption(scene.handle(name), SocketOption.named(call.argument(0)), call.argument(1));
        } else {
            scene.premise(make(name, call));
        }
    }

    /// Makes a call and compares what it answers.
    void expect(String name, Invocation call, String due) {
        String expected = resolved(due);
        Answer<?> answer = make(name, call);
        String actual = words(call, answer);
        scene.expect(
                actual.equals(expected), call + " on " + name + " answers " + expected, () -> "it answers " + actual);
    }

    /// A place such as `server on TCP port 8080` means its address.
    private String resolved(String due) {
        Matcher place = Words.ENDPOINT.matcher(due);
        return place.matches()
                ? scene.hosts()
                        .address(new Endpoint(
                                place.group(1), Kind.named(place.group(2)), new Port(Integer.parseInt(place.group(3)))))
                        .toString()
                : due;
    }

    /// Makes a call on a socket or file of that name, or on a host where the call needs no
    /// descriptor.
    Answer<?> make(String name, Invocation call) {
        return switch (call.call()) {
            case "htons", "ntohs", "htonl" -> convert(name, call);
            case "read", "write", "lseek", "flock" -> onFile(scene.handle(name), call);
            default -> onSocket(scene.handle(name), call);
        };
    }

    private Answer<?> convert(String host, Invocation call) {
        String argument = call.argument(0);
        return switch (call.call()) {
            case "htons" -> scene.make(host, "htons", argument, calls -> calls.htons(List.of(call.number(0))));
            case "ntohs" -> scene.make(host, "ntohs", argument, calls -> calls.ntohs(Words.read(argument, Bytes::hex)));
            default -> scene.make(host, "htonl", argument, calls -> calls.htonl(call.wideNumber(0)));
        };
    }

    private Answer<?> onFile(Handle file, Invocation call) {
        String arguments = String.join(", ", call.arguments());
        return switch (call.call()) {
            case "read" -> file(file, call, (calls, fd) -> calls.read(fd, call.number(0)));
            case "write" -> file(file, call, (calls, fd) -> calls.write(fd, Bytes.text(call.text(0))));
            case "flock" -> file(file, call, (calls, fd) -> calls.flock(fd, lock(arguments)));
            default ->
                switch (call.argument(1)) {
                    case "SEEK_SET" -> file(file, call, (calls, fd) -> calls.seek(fd, call.number(0)));
                    case "SEEK_CUR" -> file(file, call, Descriptors::offset);
                    default -> throw unknown(call, "SEEK_SET, SEEK_CUR");
                };
        };
    }

    private <T> Answer<T> file(Handle file, Invocation call, DescriptorSteps.OnFd<T> body) {
        return scene.make(
                file,
                Descriptors.class,
                call.call(),
                String.join(", ", call.arguments()),
                calls -> body.call(calls, file.fd()));
    }

    private static How how(Invocation call) {
        return Stream.of(How.values())
                .filter(how -> how.name().equals(call.argument(0)))
                .findFirst()
                .orElseThrow(() -> unknown(call, "SHUT_RD, SHUT_WR, SHUT_RDWR"));
    }

    private static Lock lock(String words) {
        Lock lock = LOCKS.get(words);
        if (lock == null) {
            throw new LabBroken("'" + words + "' is no operation of flock; known are " + LOCKS.keySet());
        }
        return lock;
    }

    private Answer<?> onSocket(Handle socket, Invocation call) {
        Acts acts = scene.acts();
        return switch (call.call()) {
            case "setsockopt" -> acts.setOption(socket, SocketOption.named(call.argument(0)), call.argument(1));
            case "getsockopt" -> acts.getOption(socket, SocketOption.named(call.argument(0)));
            case "getsockname", "getpeername" -> acts.ask(call.call(), socket);
            case "connect" -> acts.connect(socket, acts.lastTarget(socket));
            case "close" -> acts.close(socket);
            case "listen" -> simple(socket, call, calls -> calls.listen(socket.fd(), call.number(0)));
            case "shutdown" -> simple(socket, call, calls -> calls.shutdown(socket.fd(), how(call)));
            case "send" ->
                simple(socket, call, calls -> calls.send(socket.fd(), Bytes.text(call.text(0)), MsgFlags.MSG_NOSIGNAL));
            case "recv" -> simple(socket, call, calls -> calls.recv(socket.fd(), call.number(0), MsgFlags.NONE));
            case "fcntl" -> fcntl(socket, call);
            default ->
                throw unknown(
                        call,
                        "close, connect, fcntl, flock, getpeername, getsockname, getsockopt, htonl, htons, "
                                + "listen, lseek, ntohs, read, recv, send, setsockopt, shutdown, write");
        };
    }

    private <T> Answer<T> simple(Handle socket, Invocation call, Function<Sockets, Outcome<T>> body) {
        return scene.make(socket, call.call(), String.join(", ", call.arguments()), body);
    }

    private Answer<?> fcntl(Handle socket, Invocation call) {
        return switch (call.argument(0)) {
            case "F_GETFL" -> simple(socket, call, calls -> calls.statusFlags(socket.fd()));
            case "F_SETFL" -> simple(socket, call, calls -> calls.setStatusFlags(socket.fd(), flags(call.argument(1))));
            default -> throw unknown(call, "F_GETFL, F_SETFL");
        };
    }

    private static int flags(String words) {
        int bits = 0;
        for (String word : words.equals("0") ? new String[0] : words.split("\\|", -1)) {
            Integer bit = STATUS_FLAGS.get(word);
            if (bit == null) {
                throw new LabBroken("'" + word + "' is no status flag; known are " + STATUS_FLAGS.keySet());
            }
            bits |= bit;
        }
        return bits;
    }

    private static LabBroken unknown(Invocation call, String known) {
        return new LabBroken("no scenario can make the call " + call + "; known are " + known);
    }

    /// What a call answered, as a feature would write it.
    static String words(Invocation call, Answer<?> answer) {
        return switch (answer.outcome()) {
            case Outcome.Failed<?>(Errno errno) -> errno.toString();
            case Outcome.Blocked<?> blocked -> blocked.toString();
            case Outcome.Returned<?>(Integer flags) when call.call().equals("fcntl") -> flagWords(flags);
            case Outcome.Returned<?>(Bytes bytes) when call.call().startsWith("hton") -> bytes.toString();
            case Outcome.Returned<?>(Bytes bytes) -> '"' + bytes.asText() + '"';
            case Outcome.Returned<?>(List<?> list)
            when list.size() == 1 -> list.getFirst().toString();
            case Outcome.Returned<?>(Duration duration) -> duration.toMillis() + " ms";
            case Outcome.Returned<?>(Errno error) -> error.toString();
            case Outcome.Returned<?> returned -> returned.toString();
        };
    }

    /// The flags that a program can change; the others, such as O_RDWR, are not named.
    private static String flagWords(int flags) {
        String words = String.join(
                "|",
                STATUS_FLAGS.entrySet().stream()
                        .filter(flag -> (flags & flag.getValue()) != 0)
                        .map(Map.Entry::getKey)
                        .toList());
        return words.isEmpty() ? "0" : words;
    }
}
