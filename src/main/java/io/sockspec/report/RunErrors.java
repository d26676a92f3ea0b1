package io.sockspec.report;

import io.cucumber.core.exception.CompositeCucumberException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells the errors of a run as a whole, such as a hook around all scenarios that threw, from those
/// of its scenarios. At the end of a run Cucumber hands over all of them in one.
final class RunErrors {
    private final Set<Throwable> ofScenarios =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    void ofScenario(@Nullable Throwable thrown) {
        if (thrown != null) {
            ofScenarios.add(thrown);
        }
    }

    /// The first error that is of no scenario.
    Optional<Throwable> beside(@Nullable Throwable all) {
        return all == null
                ? Optional.empty()
                : leaves(all).filter(it -> !isOfScenario(it)).findFirst();
    }

    private static Stream<Throwable> leaves(Throwable thrown) {
        return thrown instanceof CompositeCucumberException ? Stream.of(thrown.getSuppressed()) : Stream.of(thrown);
    }

    // The engine makes a new exception of an undefined step, which no event has shown before.
    private boolean isOfScenario(Throwable thrown) {
        return ofScenarios.contains(thrown) || thrown.getClass().getSimpleName().equals("UndefinedStepException");
    }
}
