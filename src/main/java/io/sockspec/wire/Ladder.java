package io.sockspec.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Frames as lines of text for a failure's `Wire` block: time, direction, summary, note.
///
/// ```
/// +0.000 s  client > server  SYN       lost by the wire (1 of 1)
/// +1.031 s  client > server  SYN
/// +1.032 s  server > client  RST,ACK
/// ```
public final class Ladder {
    /// Longer ladders lose their middle.
    private static final int LONGEST = 60;
    private static final int TAIL = 20;

    private Ladder() {}

    /// One line for each frame with its note and the time since the first; see [#lines(List, long,
    /// Function)].
    public static List<String> lines(List<Frame> frames) {
        return lines(frames, Frame::note);
    }

    /// As above, with a note of one's own.
    public static List<String> lines(List<Frame> frames, Function<Frame, String> note) {
        return frames.isEmpty() ? List.of() : lines(frames, frames.getFirst().nanos(), note);
    }

    /// One line for each frame, columns aligned. TCP sequence numbers are relative to the SYN of
    /// their direction, or to the first segment seen; of more than 60 frames those in the middle
    /// are left out, and a line says how many.
    ///
    /// @param originNanos what times count from, as [Frame#nanos] does
    /// @param note what stands behind a frame, empty for nothing
    public static List<String> lines(List<Frame> frames, long originNanos, Function<Frame, String> note) {
        List<Rung> rungs = rungs(frames, originNanos, note);
        int directions =
                rungs.stream().mapToInt(rung -> rung.direction.length()).max().orElse(0);
        int summaries =
                rungs.stream().mapToInt(rung -> rung.summary.length()).max().orElse(0);
        List<String> lines = new ArrayList<>(
                rungs.stream().map(rung -> rung.line(directions, summaries)).toList());
        if (lines.size() > LONGEST) {
            int left = lines.size() - LONGEST;
            List<String> middle = lines.subList(LONGEST - TAIL, lines.size() - TAIL);
            middle.clear();
            middle.add("… %d frames left out".formatted(left));
        }
        return List.copyOf(lines);
    }

    private static List<Rung> rungs(List<Frame> frames, long originNanos, Function<Frame, String> note) {
        Summaries summaries = new Summaries();
        List<Rung> rungs = new ArrayList<>();
        for (Frame frame : frames) {
            double seconds = (frame.nanos() - originNanos) / 1e9;
            rungs.add(new Rung(
                    String.format(Locale.ROOT, "+%.3f s", seconds),
                    frame.host() + " > " + frame.to(),
                    summaries.of(frame),
                    note.apply(frame)));
        }
        return rungs;
    }

    /// What a frame is in a few words, such as `SYN,ACK` or `ARP request who has 10.0.0.2`.
    public static String summary(Frame frame) {
        return new Summaries().of(frame);
    }

    private record Rung(String time, String direction, String summary, String note) {
        String line(int directions, int summaries) {
            return "%s  %s  %s  %s"
                    .formatted(time, padded(direction, directions), padded(summary, summaries), note)
                    .stripTrailing();
        }

        private static String padded(String text, int width) {
            return text + " ".repeat(width - text.length());
        }
    }
}
