package io.sockspec.wire;

import io.sockspec.socket.Bytes;
import java.time.Duration;

/// What the wire did to a frame beside forwarding it; its note becomes the capture's comment and
/// the ladder's note.
public sealed interface Fate {
    /// One phrase such as `lost by the wire (1 of 1)`.
    String note();

    /// No host received the frame.
    record Lost(String note) implements Fate {}

    /// The frame left later than it came.
    record Delayed(Duration by, String note) implements Fate {}

    /// The receivers got the frame twice.
    record Duplicated(String note) implements Fate {}

    /// The frame left after the sender's next one or at the release of the wire, or never when that
    /// did not come.
    record Held(String note) implements Fate {}

    /// The receivers got `delivered` instead of the frame as logged.
    record Corrupted(Bytes delivered, String note) implements Fate {}

    /// No host sent this frame; the scenario did.
    record Injected(String note) implements Fate {}
}
