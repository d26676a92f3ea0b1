package io.sockspec.wire;

import java.util.concurrent.atomic.AtomicInteger;

/// An exact trouble on a wire: which frames, and what happens to them. Counts only frames that came after it was added.
public final class Fault {
    private final Selection selection;
    private final Action action;
    private final AtomicInteger acted = new AtomicInteger();

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

    /// How many frames it has changed so far; 0 at the end of a scenario means that its premise did not hold.
    public int acted() {
        return acted.get();
    }

    /// One phrase for messages: `the wire loses first SYN from client`.
    public String description() {
        return "the wire " + action.verb() + ": " + selection;
    }

    @Override
    public String toString() {
        return description() + ", acted " + acted() + " times";
    }
}
