package io.sockspec.wire;

import java.util.List;

/// Frames as lines of text for a failure's `Wire` block: time since the first frame, direction, summary, note.
public final class Ladder {
    private Ladder() {}

    /// One line for each frame, columns aligned; sequence numbers are relative to the first seen of each direction.
    public static List<String> lines(List<Frame> frames) {
        throw new UnsupportedOperationException("to come");
    }

    /// What a frame is in a few words, such as `SYN,ACK` or `ARP request who has 10.0.0.2`.
    public static String summary(Frame frame) {
        throw new UnsupportedOperationException("to come");
    }
}
