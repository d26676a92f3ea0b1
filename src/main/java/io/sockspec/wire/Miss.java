package io.sockspec.wire;

/// The first trait in which a frame differs from a pattern.
///
/// @param trait what was compared, such as `flags`
public record Miss(String trait, String expected, String actual) {
    @Override
    public String toString() {
        return trait + " is " + actual + ", expected " + expected;
    }
}
