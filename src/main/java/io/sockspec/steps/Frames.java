package io.sockspec.steps;

import io.sockspec.register.LabBroken;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.wire.Fields;
import io.sockspec.wire.Frame;
import io.sockspec.wire.Ladder;
import io.sockspec.wire.Reading;
import io.sockspec.wire.Selection;
import io.sockspec.wire.Which;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looking at frames: which one a sentence means, and whether a field holds what it should.
final class Frames {
    /// How long a frame that a timer of the sender causes may take.
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final BigInteger SEQUENCE_SPACE = BigInteger.ONE.shiftLeft(32);
    private static final Pattern RELATIVE = Pattern.compile("(\\d+) past the (.+) of the (\\S+) (.+) from (\\S+)");

    private Frames() {}

    /// The frame meant; none is a wrong answer of its sender.
    static Frame find(Scene scene, Selection selection) {
        scene.calls().waitingFor(selection + " on the wire");
        scene.drain();
        Optional<Frame> found = scene.await(selection, PATIENCE);
        return found.orElseThrow(() -> scene.wrong(
                "the wire carries " + words(selection), "no such frame came within " + PATIENCE.toSeconds() + " s"));
    }

    /// The frames as the feature calls them: behind an act, the first is the next.
    private static String words(Selection selection) {
        return selection.after() == 0
                ? selection.toString()
                : selection.toString().replaceFirst("^the first ", "the next ");
    }

    /// Lets the time pass and then asks once: whatever the past causes has happened when the wire
    /// is drained. Ends before when there are too many already.
    ///
    /// @param amount how the count is said: `no`, `no further`, `1`
    static void expectCount(Scene scene, Selection selection, int count, String amount, Duration limit) {
        String expected = selection.host().orElse("the wire") + " sends " + amount + " " + selection.pattern()
                + " within " + Ending.text(limit);
        scene.calls().waitingFor("the time in which " + expected);
        Optional<Frame> _ = scene.await(selection.which(Which.nth(count + 1)), limit);
        scene.drain();
        List<Frame> sent = scene.wire().frames(selection);
        scene.expect(
                number(scene, sent, count),
                expected,
                () -> sent.isEmpty()
                        ? "it sends none"
                        : "it sends " + sent.size() + ": "
                                + sent.stream().map(Ladder::summary).toList());
    }

    /// Whether frames are as many as they should be. A machine that stood still makes right
    /// implementations send segments again; then these repetitions may be there or not.
    static boolean number(Scene scene, List<Frame> frames, int count) {
        return frames.size() == count
                || (frames.size() > count
                        && frames.stream().map(Frames::identity).distinct().count() <= count
                        && scene.stoodStill());
    }

    /// What a segment has in common with its repetitions; every other frame is one of its own.
    private static Object identity(Frame frame) {
        return frame.packet()
                .tcp()
                .<Object>map(tcp -> List.of(
                        frame.host(),
                        tcp.sourcePort(),
                        tcp.destinationPort(),
                        tcp.sequence(),
                        tcp.flags(),
                        tcp.payload()))
                .orElse(frame.number());
    }

    /// What a host sent again so far.
    static Repetitions repetitions(Scene scene, String host) {
        scene.drain();
        return Repetitions.of(scene.wire()
                .frames(Selection.every(io.sockspec.wire.Pattern.parse("data segment"))
                        .from(host)));
    }

    /// Waits until no such frame has come for a while.
    static void awaitSilence(Scene scene, Selection selection, Duration silence) {
        scene.calls().waitingFor(Ending.text(silence) + " without a " + selection.pattern());
        long mark;
        do {
            // Each frame begins the silence anew; the scenario's deadline bounds them all.
            mark = scene.wire().mark();
            Optional<Frame> _ = scene.await(selection.after(mark), silence);
            scene.drain();
        } while (!scene.wire().frames(selection.after(mark)).isEmpty());
    }

    static Inet4 source(Scene scene, Selection selection) {
        Frame frame = find(scene, selection);
        return new Inet4(
                Ip4.of(value(scene, frame, "source address").bytes()),
                new Port(value(scene, frame, "source port").number().intValue()));
    }

    static Reading.Value value(Scene scene, Frame frame, String field) {
        return switch (Fields.read(frame, field)) {
            case Reading.Value value -> value;
            case Reading.Absent absent -> throw scene.wrong("the frame has a " + field, absent.text());
            case Reading.Unknown unknown -> throw new LabBroken(unknown.text());
        };
    }

    /// Compares one field of a frame with what a table row says.
    static void expect(Scene scene, Selection selection, Frame frame, String field, String due) {
        Reading.Value actual = value(scene, frame, field);
        String expected = resolve(scene, due);
        boolean same = expected.startsWith("bytes ")
                ? actual.bytes().equals(Words.read(expected.substring("bytes ".length()), Bytes::hex))
                : actual.text().equals(expected);
        scene.expect(
                same,
                words(selection) + " carries " + field + " " + expected
                        + (expected.equals(due) ? "" : " (" + due + ")"),
                () -> field + " is " + (expected.startsWith("bytes ") ? "bytes " + actual.bytes() : actual.text()));
    }

    /// What a table cell means: itself, a host's address, or a number relative to another frame's
    /// field.
    private static String resolve(Scene scene, String cell) {
        Matcher relative = RELATIVE.matcher(cell);
        if (relative.matches()) {
            Selection other = new Words().frames(relative.group(3), relative.group(4), relative.group(5));
            BigInteger base =
                    value(scene, find(scene, other), relative.group(2)).number();
            return base.add(new BigInteger(relative.group(1)))
                    .mod(SEQUENCE_SPACE)
                    .toString();
        }
        return cell.matches("the address of [a-z][a-z0-9-]*")
                ? scene.hosts().ip(cell.substring("the address of ".length())).toString()
                : cell;
    }
}
