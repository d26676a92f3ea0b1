package io.sockspec.steps;

import io.sockspec.spi.Implementation;
import io.sockspec.wire.FrameFilter;
import java.net.URI;

/// Decides who plays the implementation under test. It is the one that the user chose; the suite's
/// own tests put a liar
/// on stage instead, to see that it is caught.
@FunctionalInterface
public interface Lineup {
    /// Who plays, and what stands between its host and the wire.
    record Part(Implementation implementation, FrameFilter outgoing, FrameFilter incoming) {
        static Part of(Implementation implementation) {
            return new Part(implementation, FrameFilter.NONE, FrameFilter.NONE);
        }
    }

    /// Who plays in a scenario.
    ///
    /// @param requirement the ID, empty for a scenario without one
    /// @param feature the feature file that holds the scenario
    Part cast(String requirement, URI feature, Implementation chosen);
}
