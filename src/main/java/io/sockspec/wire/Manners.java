package io.sockspec.wire;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What a scripted end of a connection does by itself; everything else is the scenario's to send.
public record Manners(Set<Answer> answers) {
    /// Completes handshakes and acknowledges what comes.
    public static final Manners POLITE = new Manners(EnumSet.allOf(Answer.class));
    /// Completes handshakes, then acknowledges nothing.
    public static final Manners HANDSHAKE_ONLY = new Manners(EnumSet.of(Answer.SYN, Answer.SYN_ACK));
    /// Says nothing by itself.
    public static final Manners SILENT = new Manners(EnumSet.noneOf(Answer.class));

    public Manners {
        Set<Answer> copy = EnumSet.noneOf(Answer.class);
        copy.addAll(answers);
        answers = Collections.unmodifiableSet(copy);
    }

    /// One automatic answer.
    public enum Answer {
        /// A SYN gets SYN,ACK.
        SYN,
        /// A SYN,ACK to one's own SYN gets ACK.
        SYN_ACK,
        /// Data gets ACK.
        DATA,
        /// A FIN gets ACK.
        FIN
    }

    public boolean answer(Answer kind) {
        return answers.contains(kind);
    }

    public Manners with(Answer kind) {
        Set<Answer> more = EnumSet.noneOf(Answer.class);
        more.addAll(answers);
        more.add(kind);
        return new Manners(more);
    }

    public Manners without(Answer kind) {
        Set<Answer> fewer = EnumSet.noneOf(Answer.class);
        fewer.addAll(answers);
        fewer.remove(kind);
        return new Manners(fewer);
    }
}
