package io.sockspec.wire;

import io.sockspec.socket.Bytes;
import io.sockspec.wire.packet.Packet;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// An exact trouble on a wire: which frames, and what happens to them. Counts only frames that came
/// after it was added.
///
/// Belongs to one wire. Faults act in the order in which they were added; on a frame that one of
/// them lost the later ones count but do not act.
public final class Fault {
    private static final long NANOS = 1_000_000_000;

    private final Selection selection;
    private final Action action;
    private final AtomicInteger acted = new AtomicInteger();
    // Only the wire's thread touches these two.
    private int counted;
    private long lineFreeAt;

    public Fault(Selection selection, Action action) {
        this.selection = selection;
        this.action = action;
    }

    public Selection selection() {
        return selection;
    }

    public Action action() {
        return action;
    }

    /// How many frames it has changed so far; 0 at the end of a scenario means that its premise did
    /// not hold.
    public int acted() {
        return acted.get();
    }

    /// One phrase for messages: `the wire loses the first SYN from client`.
    public String description() {
        return "the wire " + action.phrase(selection.toString());
    }

    /// Looks at a frame that a port sent, and adds to its handling.
    void see(Frame frame, Packet packet, Handling handling, long now) {
        if (!selection.fits(frame, packet)) {
            return;
        }
        counted++;
        if (selection.which().covers(counted) && !handling.lost() && act(handling, now)) {
            acted.incrementAndGet();
        }
    }

    private boolean act(Handling handling, long now) {
        String place = " (" + selection.which().place(counted) + ")";
        switch (action) {
            case Action.Lose() -> handling.lose("lost by the wire" + place);
            case Action.Delay(Duration by) -> handling.delay(delayed(by, place));
            case Action.Duplicate() -> handling.duplicate("duplicated by the wire" + place);
            case Action.HoldUntilNext() -> handling.hold("held by the wire until the next frame" + place);
            case Action.Keep() -> handling.keep("kept by the wire until its release" + place);
            case Action.RateLimit(long rate) -> handling.delay(delayed(queue(handling, rate, now), place));
            case Action.Corrupt corrupt -> {
                return corrupt(corrupt, handling, place);
            }
        }
        return true;
    }

    private static Fate.Delayed delayed(Duration by, String place) {
        return new Fate.Delayed(by, "delayed by the wire by " + by.toMillis() + " ms" + place);
    }

    /// How long the frame waits until those before it and itself have passed a line of this rate.
    private Duration queue(Handling handling, long bytesPerSecond, long now) {
        long begins = Math.max(now, lineFreeAt);
        lineFreeAt = begins + handling.delivered().length() * NANOS / bytesPerSecond;
        return Duration.ofNanos(lineFreeAt - now);
    }

    private static boolean corrupt(Action.Corrupt corrupt, Handling handling, String place) {
        Optional<Bytes> changed = Corruption.apply(corrupt, Packet.of(handling.delivered()));
        changed.ifPresent(bytes -> handling.corrupt(
                new Fate.Corrupted(bytes, "corrupted by the wire: " + Corruption.describe(corrupt) + place)));
        return changed.isPresent();
    }

    @Override
    public String toString() {
        return description() + " (acted " + acted() + " times)";
    }
}
