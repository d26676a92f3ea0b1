package io.sockspec.steps;

import io.sockspec.lab.Laboratory;
import io.sockspec.lab.namespace.NamespaceLaboratory;
import io.sockspec.spi.Implementation;
import io.sockspec.spi.Implementations;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// What all scenarios of one run share: the settings, the implementations, the laboratory and the
/// clockwork.
final class Run {
    private final Settings settings;
    private final Implementation judged;
    private final Implementation reference;
    private final Laboratory laboratory;
    private final Lineup lineup;
    private final Pulse pulse = new Pulse();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sockspec-deadline").factory());

    private Run() {
        settings = Settings.of(System.getProperties());
        judged = Implementations.named(settings.implementation());
        reference = Implementations.named("reference");
        laboratory = NamespaceLaboratory.probe();
        String name = System.getProperty("sockspec.lineup", "");
        lineup = name.isEmpty() ? (requirement, feature, chosen) -> Lineup.Part.of(chosen) : lineup(name);
    }

    private static final class Holder {
        static final Run RUN = new Run();
    }

    /// The run of this JVM.
    ///
    /// @throws RuntimeException with one sentence when a property, the implementation or the
    /// laboratory is not to be had
    static Run current() {
        try {
            return Holder.RUN;
        } catch (ExceptionInInitializerError e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static Lineup lineup(String className) {
        return ServiceLoader.load(Lineup.class).stream()
                .filter(provider -> provider.type().getName().equals(className))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no lineup is called " + className))
                .get();
    }

    Settings settings() {
        return settings;
    }

    Implementation judged() {
        return judged;
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
