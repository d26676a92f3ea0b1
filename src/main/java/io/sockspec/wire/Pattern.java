package io.sockspec.wire;

import java.util.List;
import java.util.Optional;

/// A kind of frame by the words that features use. Lists only what matters: what it does not say is not compared.
public final class Pattern {
    private final String words;
    private final List<Trait> traits;

    Pattern(String words, List<Trait> traits) {
        this.words = words;
        this.traits = List.copyOf(traits);
    }

    /// The pattern with these words, such as `SYN`, `data segment` or `ICMP port unreachable`.
    ///
    /// @throws IllegalArgumentException when no pattern has these words; the message names all that are known
    public static Pattern parse(String words) {
        throw new UnsupportedOperationException("to come");
    }

    /// All words that [#parse] knows.
    public static List<String> known() {
        throw new UnsupportedOperationException("to come");
    }

    /// This pattern with one more trait; `words` is added to its text, such as `to port 8080`.
    public Pattern and(String more, Trait trait) {
        throw new UnsupportedOperationException("to come");
    }

    /// The first trait that the frame lacks; empty when it fits.
    public Optional<Miss> firstMiss(Frame frame) {
        return traits.stream().flatMap(trait -> trait.miss(frame).stream()).findFirst();
    }

    public boolean fits(Frame frame) {
        return firstMiss(frame).isEmpty();
    }

    @Override
    public String toString() {
        return words;
    }
}
