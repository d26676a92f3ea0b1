package io.sockspec.wire;

import java.util.Optional;

/// One thing a pattern asks of a frame.
@FunctionalInterface
public interface Trait {
    /// Empty when the frame has the trait.
    Optional<Miss> miss(Frame frame);

    /// The field of that name (see [Fields]) prints as `expected`.
    static Trait field(String name, String expected) {
        throw new UnsupportedOperationException("to come");
    }
}
