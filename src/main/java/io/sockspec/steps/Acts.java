package io.sockspec.steps;

import io.sockspec.register.LabBroken;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.SocketOption.Linger;
import io.sockspec.spi.Listening;
import io.sockspec.spi.Sockets.Accepted;
import io.sockspec.wire.Action;
import io.sockspec.wire.Fault;
import io.sockspec.wire.Pattern;
import io.sockspec.wire.Selection;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The calls that sentences of several areas make.
final class Acts {
    private static final int O_NONBLOCK = 0x800;
    private static final int BACKLOG = 16;
    private static final int BUFFER_BYTES = 65536;
    private static final Map<Class<?>, String> VALUES = Map.of(
            Integer.class, "a number", Errno.class, "an errno or 0", Duration.class, "a duration such as 200 ms");

    private final Scene scene;

    Acts(Scene scene) {
        this.scene = scene;
    }

    Answer<Done> bind(Handle socket, SocketAddress address) {
        return scene.make(socket, "bind", address.toString(), calls -> calls.bind(socket.fd(), address));
    }

    Answer<Done> connect(Handle socket, SocketAddress address) {
        return scene.make(socket, "connect", address.toString(), calls -> calls.connect(socket.fd(), address));
    }

    Answer<Done> close(Handle socket) {
        scene.forget(socket);
        return scene.make(socket, "close", "", calls -> Streams.close(calls, socket.fd()));
    }

    Answer<Accepted> accept(Handle listener) {
        return scene.make(listener, "accept", "", calls -> calls.accept(listener.fd(), 0));
    }

    /// Makes calls on the socket not block, as part of the set-up, and answers the status flags it
    /// had.
    int nonblocking(Handle socket) {
        int flags = scene.premise(scene.make(socket, "fcntl", "F_GETFL", calls -> calls.statusFlags(socket.fd())));
        statusFlags(socket, flags | O_NONBLOCK);
        return flags;
    }

    /// Sets status flags, as part of the set-up.
    void statusFlags(Handle socket, int flags) {
        scene.premise(scene.make(
                socket,
                "fcntl",
                "F_SETFL, 0x" + Integer.toHexString(flags),
                calls -> calls.setStatusFlags(socket.fd(), flags)));
    }

    /// Makes a listener at the wildcard address, as part of the set-up: in one call where the
    /// implementation has no other way and the name is still free.
    Handle listening(String name, String host, Port port) {
        Inet4 address = new Inet4(Ip4.ANY, port);
        if (!scene.knows(name)
                && scene.hosts().sockets(host).group(Listening.class).isPresent()) {
            Fd fd = scene.premise(scene.make(
                    host,
                    Listening.class,
                    "listen",
                    address + ", " + BACKLOG,
                    calls -> calls.listener(Domain.AF_INET, address, BACKLOG)));
            return scene.name(name, host, fd, Kind.TCP);
        }
        Handle socket = scene.knows(name) ? scene.handle(name) : scene.open(name, host, Kind.TCP);
        scene.premise(bind(socket, address));
        scene.premise(
                scene.make(socket, "listen", String.valueOf(BACKLOG), calls -> calls.listen(socket.fd(), BACKLOG)));
        return socket;
    }

    /// Binds to the wildcard address together with other sockets of the same port, as part of the
    /// set-up.
    void boundSharing(Handle socket, Port port) {
        presetOption(socket, SocketOption.SO_REUSEADDR, "1");
        scene.premise(bind(socket, new Inet4(Ip4.ANY, port)));
    }

    /// Makes a reset that the wire loses, so that the other end still believes in the connection.
    void vanish(Handle socket) {
        Fault fault = scene.wire()
                .add(new Fault(
                        Selection.every(Pattern.parse("RST"))
                                .from(socket.host())
                                .after(scene.wire().mark()),
                        new Action.Lose()));
        scene.premise(scene.make(
                socket,
                "setsockopt",
                "SO_LINGER, on 0 s",
                calls -> calls.setsockopt(socket.fd(), SocketOption.SO_LINGER, new Linger(true, 0))));
        scene.premise(close(socket));
        scene.drain();
        scene.wire().remove(fault);
    }

    <T> Answer<Done> setOption(Handle socket, SocketOption<T> option, String text) {
        T value = optionValue(option, text);
        return scene.make(
                socket, "setsockopt", option + ", " + text, calls -> calls.setsockopt(socket.fd(), option, value));
    }

    /// Sets an option that does not have the value yet, so that setting it changes something.
    <T> void presetOption(Handle socket, SocketOption<T> option, String text) {
        T before = scene.premise(getOption(socket, option));
        if (before.equals(optionValue(option, text))) {
            throw new LabBroken("the set-up changes nothing: " + option + " is " + text + " from the start");
        }
        scene.premise(setOption(socket, option, text));
    }

    <T> Answer<T> getOption(Handle socket, SocketOption<T> option) {
        return scene.make(socket, "getsockopt", option.toString(), calls -> calls.getsockopt(socket.fd(), option));
    }

    /// The value that a feature's text means for an option.
    private static <T> T optionValue(SocketOption<T> option, String text) {
        Class<T> type = option.type();
        try {
            return type.cast(value(type, text));
        } catch (IllegalArgumentException e) {
            throw new LabBroken("'" + text + "' is no value of " + option + ", which holds "
                    + VALUES.getOrDefault(type, "what no feature can write"));
        }
    }

    private static Object value(Class<?> type, String text) {
        if (type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == Errno.class) {
            return text.equals("0") ? new Errno(0) : Errno.named(text);
        }
        if (type == Duration.class && text.matches("\\d{1,9} m?s")) {
            long number = Long.parseLong(text.substring(0, text.indexOf(' ')));
            return text.endsWith(" ms") ? Duration.ofMillis(number) : Duration.ofSeconds(number);
        }
        throw new IllegalArgumentException(text);
    }

    /// Sends each byte when the wire has come to rest.
    void sendOneByOne(Handle stream, Bytes bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            Bytes one = bytes.slice(i, i + 1);
            scene.drain();
            scene.make(stream, "send", one.toString(), calls -> calls.send(stream.fd(), one, MsgFlags.MSG_NOSIGNAL));
        }
    }

    /// What several calls received from a stream, and how the last of them ended.
    record Intake(Bytes bytes, Answer<Bytes> last) {
        /// How the receiving went on behind the bytes, for failures.
        String ending() {
            return bytes.length() + " bytes came, then " + Ending.of(last);
        }
    }

    /// As [#receive], as if one call had done it.
    Answer<Bytes> receiveAll(Handle stream, int lengthBytes) {
        Intake intake = receive(stream, lengthBytes);
        return intake.bytes().length() == 0 ? intake.last() : intake.last().returning(intake.bytes());
    }

    /// Receives from a stream until that many bytes have come, or a call answers none or fails: a
    /// stream may hand them
    /// over in parts, and not every stack has MSG_WAITALL.
    Intake receive(Handle stream, int lengthBytes) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        Answer<Bytes> answer;
        Bytes part;
        do {
            int rest = Math.min(lengthBytes - received.size(), BUFFER_BYTES);
            answer = scene.make(stream, "recv", rest + " bytes", calls -> calls.recv(stream.fd(), rest, MsgFlags.NONE));
            part = answer.outcome().returned().orElse(Bytes.EMPTY);
            received.writeBytes(part.toArray());
        } while (part.length() > 0 && received.size() < lengthBytes);
        return new Intake(Bytes.copyOf(received.toByteArray()), answer);
    }

    /// Asks for one of a socket's two names.
    Answer<SocketAddress> ask(String call, Handle socket) {
        return switch (call) {
            case "getsockname" -> scene.make(socket, call, "", calls -> calls.getsockname(socket.fd()));
            case "getpeername" -> scene.make(socket, call, "", calls -> calls.getpeername(socket.fd()));
            default -> throw new LabBroken(call + " reports no address; getsockname and getpeername do");
        };
    }

    /// Where the socket's latest connect() went.
    SocketAddress lastTarget(Handle socket) {
        return Optional.ofNullable(lastPeer)
                .orElseThrow(() -> new LabBroken(
                        "the scenario asks for another connect of " + socket.name() + " before the first"));
    }

    private @Nullable SocketAddress lastPeer;

    /// Remembers where connect() goes, for the calls that repeat it.
    SocketAddress target(Endpoint endpoint) {
        Inet4 address = scene.hosts().address(endpoint);
        lastPeer = address;
        return address;
    }
}
