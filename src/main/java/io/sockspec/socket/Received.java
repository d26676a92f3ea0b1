package io.sockspec.socket;

import java.util.List;
import java.util.Optional;

/// What a receive call answered: the bytes stored, the value it returned, the sender, control
/// messages and flags.
///
/// `returned` is the call's own result in bytes; it exceeds the payload's length only under
/// MSG_TRUNC.
/// `controlLengthBytes` is msg_controllen after the call.
public record Received(
        Bytes payload,
        int returned,
        Optional<SocketAddress> sender,
        List<Control> control,
        int controlLengthBytes,
        MsgFlags flags) {
    public Received {
        control = List.copyOf(control);
    }

    /// All descriptors of all SCM_RIGHTS messages, in order.
    public List<Fd> rights() {
        return control.stream()
                .filter(Control.Rights.class::isInstance)
                .flatMap(message -> ((Control.Rights) message).fds().stream())
                .toList();
    }

    @Override
    public String toString() {
        return returned + " (" + (payload.length() <= 32 ? payload : payload.slice(0, 32) + " …") + ")"
                + sender.map(from -> " from " + from).orElse("")
                + (control.isEmpty() ? "" : " with " + control)
                + (flags.bits() == 0 ? "" : " flags " + flags);
    }
}
