package io.sockspec.steps;

import io.sockspec.wire.Frame;
import io.sockspec.wire.packet.Tcp;
import java.time.Duration;
import java.util.List;

/// The data segments of a host that were lost, and those that it sent again.
///
/// @param lost how many the wire lost
/// @param lostNew how many of them held bytes that had not been sent before
/// @param repeated how many segments held bytes that had been sent before
record Repetitions(int lost, int lostNew, int repeated) {
    private static final long SPACE = 1L << 32;
    /// With a few shorter ones around it this makes the 200 ms of Linux's shortest timeout.
    private static final Duration PAUSE = Duration.ofMillis(100);

    /// @param segments the data segments of one connection in one direction, in their order
    static Repetitions of(List<Frame> segments) {
        int lost = 0;
        int lostNew = 0;
        int repeated = 0;
        long next = -1;
        for (Frame frame : segments) {
            Tcp segment = frame.packet().tcp().orElseThrow();
            boolean again = next >= 0 && before(segment.sequence(), next);
            repeated += again ? 1 : 0;
            lost += frame.isLost() ? 1 : 0;
            lostNew += frame.isLost() && !again ? 1 : 0;
            next = again ? next : (segment.sequence() + segment.payloadLengthBytes()) % SPACE;
        }
        return new Repetitions(lost, lostNew, repeated);
    }

    private static boolean before(long sequence, long next) {
        long ahead = Math.floorMod(next - sequence, SPACE);
        return ahead > 0 && ahead < SPACE / 2;
    }

    /// A sender that waits for an acknowledgment may ask for it with a segment that was not lost
    /// (RFC 8985 section 7). Where the machine pauses for longer than a retransmission timeout, it
    /// sends all again that is on its way, once for each pause.
    boolean areDue(Scene scene) {
        return repeated >= lostNew
                && (repeated <= 2 * lost || (repeated <= 4 * lost && scene.stoodStill(PAUSE)) || scene.stoodStill());
    }

    @Override
    public String toString() {
        return "the wire lost " + lost + ", " + repeated + " were sent again";
    }
}
