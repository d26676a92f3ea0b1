package io.sockspec.steps;

import io.sockspec.agent.AgentImplementation;
import io.sockspec.agent.Command;
import io.sockspec.lab.Lab;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.Laboratory;
import io.sockspec.lab.container.ContainerLaboratory;
import io.sockspec.spi.Implementation;
import io.sockspec.spi.ImplementationUnavailable;
import io.sockspec.spi.Implementations;
import io.sockspec.spi.Place;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An implementation whose agent is a program of a container's image. The reference is one, too:
/// there it is the same C library and kernel, asked by the agent in C.
final class ContainedAgent extends AgentImplementation {
    private static final Kind C = new Kind(ContainerLaboratory.HOST, List.of("/sockspec/agent"));
    private static final Kind PYTHON =
            new Kind("python", List.of("/sockspec/python", "-I", "-S", "/sockspec/agent.py"));
    private static final Kind JAVA = new Kind("java-agent", List.of("/sockspec/java/bin/java", "@/sockspec/start"));
    private static final Map<String, Kind> KINDS =
            Map.of(Implementations.REFERENCE, C, "c", C, "python", PYTHON, "java-agent", JAVA);

    private final Optional<URL> deviations;

    /// The image with the agent, and the command that starts it there.
    private record Kind(String image, List<String> words) {}

    /// Started once in a lab of its own.
    private record FirstLab(Laboratory laboratory) implements Room {
        @Override
        public <T> T in(Function<Place, T> work) {
            try (Lab lab = laboratory.open(LabPlan.of("none"))) {
                return work.apply(Hosts.place(lab.hosts().getFirst()));
            }
        }
    }

    private ContainedAgent(@Nullable String name, Command command, Laboratory laboratory, Optional<URL> deviations) {
        super(name, command, new FirstLab(laboratory));
        this.deviations = deviations;
    }

    /// The laboratory with the image that the settings need.
    ///
    /// @throws ImplementationUnavailable when the implementation has no image
    static Laboratory laboratory(Settings settings) {
        return ContainerLaboratory.open(
                settings.agent().isPresent()
                        ? ContainerLaboratory.HOST
                        : kind(settings.implementation()).image());
    }

    private static Kind kind(String name) {
        Implementations.named(name);
        Kind kind = KINDS.get(name);
        if (kind == null) {
            throw new ImplementationUnavailable(
                    "the implementation '%s' has no image, so -Dsockspec.lab=namespaces is for it; containers have %s, and what -Dsockspec.agent starts in the image that -Dsockspec.image.agent names"
                            .formatted(
                                    name,
                                    String.join(
                                            ", ",
                                            KINDS.keySet().stream().sorted().toList())));
        }
        return kind;
    }

    /// What the settings say is judged.
    static Implementation judged(Settings settings, Laboratory laboratory) {
        return settings.agent()
                .<Implementation>map(
                        line -> new ContainedAgent(null, Command.parse(line), laboratory, Optional.empty()))
                .orElseGet(() -> named(settings.implementation(), laboratory));
    }

    static Implementation reference(Laboratory laboratory) {
        Implementation reference = named(Implementations.REFERENCE, laboratory);
        // Heard now: within a scenario it would wait for a container that other scenarios hold, and they for it.
        reference.version();
        return reference;
    }

    private static Implementation named(String name, Laboratory laboratory) {
        return new ContainedAgent(
                name,
                new Command(kind(name).words()),
                laboratory,
                Implementations.named(name).deviations());
    }

    @Override
    public Optional<URL> deviations() {
        return deviations;
    }
}
