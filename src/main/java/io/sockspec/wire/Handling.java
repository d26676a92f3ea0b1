package io.sockspec.wire;

import io.sockspec.socket.Bytes;
import java.util.ArrayList;
import java.util.List;

/// What is going to happen to one frame, put together by the faults one after another.
final class Handling {
    private final List<Fate> fates = new ArrayList<>();
    private Bytes delivered;
    private boolean lost;
    private boolean held;
    private boolean kept;
    private int copies = 1;
    private long delayNanos;

    Handling(Bytes frame) {
        delivered = frame;
    }

    void lose(String note) {
        lost = true;
        fates.add(new Fate.Lost(note));
    }

    void delay(Fate.Delayed fate) {
        delayNanos += fate.by().toNanos();
        fates.add(fate);
    }

    void duplicate(String note) {
        copies++;
        fates.add(new Fate.Duplicated(note));
    }

    void hold(String note) {
        held = true;
        fates.add(new Fate.Held(note));
    }

    void keep(String note) {
        kept = true;
        fates.add(new Fate.Held(note));
    }

    void corrupt(Fate.Corrupted fate) {
        delivered = fate.delivered();
        fates.add(fate);
    }

    /// The frame as it will be delivered by what has been decided so far.
    Bytes delivered() {
        return delivered;
    }

    boolean lost() {
        return lost;
    }

    boolean held() {
        return held;
    }

    boolean kept() {
        return kept;
    }

    int copies() {
        return copies;
    }

    long delayNanos() {
        return delayNanos;
    }

    List<Fate> fates() {
        return fates;
    }
}
