package io.sockspec.steps;

import io.sockspec.agent.AgentImplementation;
import io.sockspec.lab.Laboratory;
import io.sockspec.lab.namespace.NamespaceLaboratory;
import io.sockspec.register.Deviations;
import io.sockspec.spi.Implementation;
import io.sockspec.spi.Implementations;
import java.util.Objects;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/// What all scenarios of one run share: the settings, the implementations, the laboratory and the
/// clockwork.
final class Run {
    private final Settings settings;
    private final Implementation judged;
    private final Deviations deviations;
    private final String version;
    private final Implementation reference;
    private final Laboratory laboratory;
    private final Lineup lineup;
    private final Pulse pulse;
    private final ScheduledExecutorService clockwork;

    private Run(Properties properties) {
        settings = Settings.of(properties);
        boolean contained = properties.getProperty("sockspec.lab", "").equals("containers");
        laboratory = contained ? ContainedAgent.laboratory(settings) : NamespaceLaboratory.probe();
        judged = contained ? ContainedAgent.judged(settings, laboratory) : judged(settings);
        // Starts an agent once, so that what is wrong with it is said before the first scenario.
        version = judged.version();
        deviations = KnownDeviations.of(settings, judged);
        reference = contained ? ContainedAgent.reference(laboratory) : Implementations.reference();
        lineup = lineup(properties.getProperty("sockspec.lineup", ""));
        pulse = new Pulse();
        clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("sockspec-deadline").factory());
    }

    /// The one attempt of this JVM to begin a run; what kept it from beginning keeps every
    /// scenario.
    private static final class Attempt {
        static final @Nullable Run RUN;
        static final @Nullable RuntimeException REFUSAL;

        static {
            Run run = null;
            RuntimeException refusal = null;
            try {
                run = new Run(System.getProperties());
            } catch (RuntimeException e) {
                refusal = e;
            }
            RUN = run;
            REFUSAL = refusal;
        }
    }

    /// The run of this JVM.
    ///
    /// @throws RuntimeException with one sentence when a property, the implementation or the
    /// laboratory is not to be had
    static Run current() {
        if (Attempt.RUN == null) {
            throw Objects.requireNonNull(Attempt.REFUSAL);
        }
        return Attempt.RUN;
    }

    private static Implementation judged(Settings settings) {
        return settings.agent()
                .map(AgentImplementation::of)
                .orElseGet(() -> Implementations.named(settings.implementation()));
    }

    private static Lineup lineup(String className) {
        if (className.isEmpty()) {
            return (requirement, feature, chosen) -> Lineup.Part.of(chosen);
        }
        return ServiceLoader.load(Lineup.class).stream()
                .filter(provider -> provider.type().getName().equals(className))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "-Dsockspec.lineup=" + className + " is not known; it is for the suite's own tests"))
                .get();
    }

    Settings settings() {
        return settings;
    }

    Implementation judged() {
        return judged;
    }

    Deviations deviations() {
        return deviations;
    }

    /// What is judged, as its users know it.
    String version() {
        return version;
    }

    Implementation reference() {
        return reference;
    }

    Laboratory laboratory() {
        return laboratory;
    }

    Lineup lineup() {
        return lineup;
    }

    Pulse pulse() {
        return pulse;
    }

    ScheduledExecutorService clockwork() {
        return clockwork;
    }
}
