package io.sockspec.steps;

import io.sockspec.spi.Implementation;
import io.sockspec.wire.Wire;

/// Decides who plays the implementation under test. There is one by default; the suite's own tests
/// put a liar on stage
/// for each requirement to see that it is caught.
public interface Lineup {
    /// The implementation that plays for a requirement.
    ///
    /// @param requirement the ID, empty for a scenario without one
    Implementation implementation(String requirement, Implementation chosen);

    /// Puts a filter between the judged host and the wire, or none.
    void prepare(String requirement, Wire wire, String host);

    /// Always the implementation that the user chose.
    final class Chosen implements Lineup {
        @Override
        public Implementation implementation(String requirement, Implementation chosen) {
            return chosen;
        }

        @Override
        public void prepare(String requirement, Wire wire, String host) {}
    }
}
