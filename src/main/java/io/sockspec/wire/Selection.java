package io.sockspec.wire;

import io.sockspec.wire.packet.Packet;
import java.util.Optional;

/// Names frames: "the first SYN from client". Frames that the wire loses are named too: their
/// sender sent them.
///
/// @param host the sending host or port; empty for any
/// @param after only frames numbered above this count; 0 for all, see [Wire#mark]
public record Selection(Which which, Pattern pattern, Optional<String> host, long after) {
    /// All frames that fit a pattern, whoever sent them.
    public static Selection every(Pattern pattern) {
        return new Selection(Which.EVERY, pattern, Optional.empty(), 0);
    }

    public static Selection first(Pattern pattern) {
        return every(pattern).which(Which.FIRST);
    }

    public Selection which(Which frames) {
        return new Selection(frames, pattern, host, after);
    }

    public Selection from(String sender) {
        return new Selection(which, pattern, Optional.of(sender), after);
    }

    public Selection after(long number) {
        return new Selection(which, pattern, host, number);
    }

    /// Whether the frame counts: right sender, late enough, and it fits the pattern.
    public boolean fits(Frame frame) {
        return fits(frame, frame.packet());
    }

    boolean fits(Frame frame, Packet packet) {
        return frame.number() > after
                && (host.isEmpty()
                        || host.get().equals(frame.host())
                        || host.get().equals(frame.port()))
                && pattern.fits(packet);
    }

    @Override
    public String toString() {
        return (which.recurs() ? "" : "the ") + which + " " + pattern
                + host.map(sender -> " from " + sender).orElse("");
    }
}
