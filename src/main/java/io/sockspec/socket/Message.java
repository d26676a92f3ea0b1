package io.sockspec.socket;

import java.util.List;
import java.util.Optional;

/// What sendmsg() takes: payload, control messages and, for an unconnected socket, a destination.
public record Message(Bytes payload, List<Control> control, Optional<SocketAddress> destination) {
    public Message {
        control = List.copyOf(control);
    }

    public static Message of(Bytes payload, Control... control) {
        return new Message(payload, List.of(control), Optional.empty());
    }

    @Override
    public String toString() {
        return payload.length() + " bytes" + (control.isEmpty() ? "" : " with " + control)
                + destination.map(to -> " to " + to).orElse("");
    }
}
