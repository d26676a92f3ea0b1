package io.sockspec.wire;

import io.sockspec.wire.packet.Packet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A kind of frame by the words that features use. Lists only what matters: what it does not say is
/// not compared.
///
/// @param words the pattern's name in messages
public record Pattern(String words, List<Trait> traits) {
    public Pattern {
        traits = List.copyOf(traits);
    }

    /// The pattern with these words, such as `SYN`, `data segment` or `ICMP port unreachable`.
    ///
    /// @throws IllegalArgumentException when no pattern has these words; the message names all that
    ///     are known
    public static Pattern parse(String words) {
        return PatternWords.find(words)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + words + "' names no kind of frame; known are " + String.join("; ", known())));
    }

    /// All words that [#parse] knows.
    public static List<String> known() {
        return PatternWords.known();
    }

    /// This pattern with one more trait; `more` is added to its text, such as `to port 8080`.
    public Pattern and(String more, Trait trait) {
        return new Pattern(
                words + " " + more,
                Stream.concat(traits.stream(), Stream.of(trait)).toList());
    }

    /// This pattern with one more field to compare: `SYN with destination port 8080`.
    public Pattern with(String field, String expected) {
        return and(
                (words.contains(" with ") ? "and " : "with ") + field + " " + expected, Trait.field(field, expected));
    }

    /// The first trait that the frame lacks; empty when it fits.
    public Optional<Miss> firstMiss(Frame frame) {
        return firstMiss(frame.packet());
    }

    public boolean fits(Frame frame) {
        return fits(frame.packet());
    }

    Optional<Miss> firstMiss(Packet packet) {
        for (Trait trait : traits) {
            Optional<Miss> miss = trait.miss(packet);
            if (miss.isPresent()) {
                return miss;
            }
        }
        return Optional.empty();
    }

    boolean fits(Packet packet) {
        return firstMiss(packet).isEmpty();
    }

    @Override
    public String toString() {
        return words;
    }
}
