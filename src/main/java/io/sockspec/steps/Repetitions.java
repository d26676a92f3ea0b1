package io.sockspec.steps;

import io.sockspec.wire.Frame;
import io.sockspec.wire.packet.Tcp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The data segments of a host that were lost, and those that it sent again.
///
/// @param lost how many the wire lost
/// @param missing the sequence numbers that were lost and never came
/// @param repeated how many segments held bytes that had been sent before
record Repetitions(int lost, List<Long> missing, int repeated) {
    private static final long HALF_OF_THE_SPACE = 1L << 31;

    /// @param segments the data segments of one connection in one direction, in their order
    static Repetitions of(List<Frame> segments) {
        int lost = 0;
        int repeated = 0;
        long next = -1;
        List<Long> missing = new ArrayList<>();
        for (Frame frame : segments) {
            Tcp segment = frame.packet().tcp().orElseThrow();
            boolean again = next >= 0 && before(segment.sequence(), next);
            repeated += again ? 1 : 0;
            if (frame.isLost()) {
                lost++;
                missing.add(segment.sequence());
            } else {
                missing.removeIf(sequence -> holds(segment, sequence));
            }
            next = again ? next : (segment.sequence() + segment.payloadLengthBytes()) % (1L << 32);
        }
        return new Repetitions(lost, missing.stream().distinct().toList(), repeated);
    }

    private static boolean before(long sequence, long next) {
        long ahead = Math.floorMod(next - sequence, 1L << 32);
        return ahead > 0 && ahead < HALF_OF_THE_SPACE;
    }

    private static boolean holds(Tcp segment, long sequence) {
        return Math.floorMod(sequence - segment.sequence(), 1L << 32) < segment.payloadLengthBytes();
    }

    /// A sender that waits for an acknowledgment may ask for it with a segment that was not lost
    /// (RFC 8985 section 7), and does so often where the machine stands still.
    boolean areDue(Scene scene) {
        return missing.isEmpty() && repeated >= lost && (repeated <= lost + lost / 2 || scene.stoodStill());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "the wire lost %d, %d were sent again, %d never came", lost, repeated, missing.size());
    }
}
