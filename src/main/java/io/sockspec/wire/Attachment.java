package io.sockspec.wire;

import java.util.ArrayList;
import java.util.List;

/// A port on the wire, with what stands between the two. Only the wire's thread touches it.
final class Attachment {
    private final Port port;
    private FrameFilter outgoing = FrameFilter.NONE;
    private FrameFilter incoming = FrameFilter.NONE;
    private List<Attachment> others = List.of();
    private List<Runnable> held = new ArrayList<>();

    Attachment(Port port) {
        this.port = port;
    }

    Port port() {
        return port;
    }

    boolean isCalled(String hostOrName) {
        return port.name().equals(hostOrName) || port.host().equals(hostOrName);
    }

    /// Learns who else is on the segment.
    void meet(List<Attachment> all) {
        others = all.stream()
                .filter(other -> other != this && other.port.segment().equals(port.segment()))
                .toList();
    }

    /// The other ports of the segment.
    List<Attachment> others() {
        return others;
    }

    void filter(FrameFilter toWire, FrameFilter toHost) {
        outgoing = toWire;
        incoming = toHost;
    }

    FrameFilter outgoing() {
        return outgoing;
    }

    FrameFilter incoming() {
        return incoming;
    }

    void hold(Runnable delivery) {
        held.add(delivery);
    }

    /// Hands over what was held so far.
    List<Runnable> takeHeld() {
        if (held.isEmpty()) {
            return List.of();
        }
        List<Runnable> taken = held;
        held = new ArrayList<>();
        return taken;
    }
}
