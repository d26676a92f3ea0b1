package io.sockspec.serve;

import io.sockspec.agent.AddressForm;
import io.sockspec.agent.ControlForm;
import io.sockspec.agent.Hex;
import io.sockspec.agent.Members;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Control;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Message;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Received;
import io.sockspec.socket.SocketAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Reads the calls that send and receive. They may block, unless MSG_DONTWAIT is set.
final class TransferCalls {
    private static final String ADDRESS = "address";
    private static final String COUNT = "count";
    private static final String DATA = "data";

    private TransferCalls() {}

    /// The call of a method, null when it is not one of these.
    ///
    /// @throws IllegalArgumentException with a clause that says what is wrong about the parameters
    static @Nullable Call read(String method, Members from) {
        return switch (method) {
            case "send" -> send(from);
            case "sendto" -> sendto(from);
            case "sendmsg" -> sendmsg(from);
            case "recv" -> recv(from);
            case "recvfrom" -> recvfrom(from);
            case "recvmsg" -> recvmsg(from);
            default -> null;
        };
    }

    private static Call send(Members from) {
        Fd fd = from.fd("fd");
        Bytes data = from.bytes(DATA);
        MsgFlags flags = flags(from);
        return Call.of(
                mayBlock(flags), sockets -> sockets.send(fd, data, flags), (count, result) -> result.put(COUNT, count));
    }

    private static Call sendto(Members from) {
        Fd fd = from.fd("fd");
        Bytes data = from.bytes(DATA);
        MsgFlags flags = flags(from);
        SocketAddress address = address(ADDRESS, from);
        return Call.of(
                mayBlock(flags),
                sockets -> sockets.sendto(fd, data, flags, address),
                (count, result) -> result.put(COUNT, count));
    }

    private static Call sendmsg(Members from) {
        Fd fd = from.fd("fd");
        MsgFlags flags = flags(from);
        List<Control> control = from.list("control", ControlForm::read);
        Optional<SocketAddress> address = from.optional(ADDRESS, name -> address(name, from));
        Message message = new Message(from.bytes(DATA), control, address);
        return Call.of(
                mayBlock(flags),
                sockets -> sockets.sendmsg(fd, message, flags),
                (count, result) -> result.put(COUNT, count));
    }

    private static Call recv(Members from) {
        Fd fd = from.fd("fd");
        int length = from.count("length");
        MsgFlags flags = flags(from);
        return Call.of(
                mayBlock(flags),
                sockets -> sockets.recv(fd, length, flags),
                (data, result) -> result.put(DATA, Hex.of(data)));
    }

    private static Call recvfrom(Members from) {
        Fd fd = from.fd("fd");
        int length = from.count("length");
        MsgFlags flags = flags(from);
        return Call.of(mayBlock(flags), sockets -> sockets.recvfrom(fd, length, flags), TransferCalls::put);
    }

    private static Call recvmsg(Members from) {
        Fd fd = from.fd("fd");
        int length = from.count("length");
        int controlLength = from.count("controlLength");
        MsgFlags flags = flags(from);
        return Call.of(
                mayBlock(flags), sockets -> sockets.recvmsg(fd, length, controlLength, flags), (received, result) -> {
                    put(received, result);
                    result.set("control", ControlForm.write(received.control()));
                    result.put("controlLength", received.controlLengthBytes());
                    result.put("flags", received.flags().toString());
                });
    }

    private static void put(Received received, ObjectNode result) {
        result.put(DATA, Hex.of(received.payload())).put(COUNT, received.returned());
        received.sender().ifPresent(sender -> result.set(ADDRESS, AddressForm.write(sender)));
    }

    private static SocketAddress address(String name, Members from) {
        return AddressForm.read(from.object(name).object());
    }

    private static MsgFlags flags(Members from) {
        return MsgFlags.parse(from.text("flags"));
    }

    private static boolean mayBlock(MsgFlags flags) {
        return !flags.has(MsgFlags.MSG_DONTWAIT);
    }
}
