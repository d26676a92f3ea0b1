package io.sockspec.wire;

import io.sockspec.wire.packet.Packet;
import java.util.Optional;
import java.util.function.Function;

/// One thing a pattern asks of a frame.
@FunctionalInterface
public interface Trait {
    /// Empty when the frame has the trait.
    Optional<Miss> miss(Packet packet);

    /// The field of that name (see [Fields]) prints as `expected`.
    static Trait field(String name, String expected) {
        return of(name, expected, packet -> Fields.read(packet, name).text());
    }

    /// A text taken from the packet equals `expected`.
    static Trait of(String name, String expected, Function<Packet, String> actual) {
        return packet -> {
            String text = actual.apply(packet);
            return text.equals(expected) ? Optional.empty() : Optional.of(new Miss(name, expected, text));
        };
    }
}
