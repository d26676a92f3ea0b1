package io.sockspec.wire;

import io.sockspec.socket.Bytes;
import java.math.BigInteger;

/// What a field of a frame holds, or why it holds nothing.
public sealed interface Reading {
    /// The field's standard name, such as `destination port`.
    String name();

    /// The value as features write it, or the reason why there is none.
    String text();

    /// @param text the value as features write it
    /// @param bytes the value's bytes as they lie in the header
    record Value(String name, String text, Bytes bytes) implements Reading {
        /// The bytes as one unsigned number, most significant byte first.
        public BigInteger number() {
            return new BigInteger(1, bytes.toArray());
        }
    }

    /// The frame has no such field.
    record Absent(String name, String text) implements Reading {}

    /// No field has this name; the text names those that are known.
    record Unknown(String name, String text) implements Reading {}
}
