package io.sockspec.liars;

import io.sockspec.spi.Capability;
import io.sockspec.spi.Implementation;
import io.sockspec.spi.Implementations;
import io.sockspec.spi.Place;
import io.sockspec.spi.Sockets;
import io.sockspec.steps.Lineup;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts a liar on stage for each requirement; which of several, and in front of which
/// implementation,
/// is said by the folders of the feature: `IMPLEMENTATION/RANK/AREA/NAME.feature`.
public final class LiarLineup implements Lineup {
    /// The implementations that liars stand in front of; an agent is one that answers in a process
    /// of
    /// its own.
    static final List<String> STAGES = List.of("reference", "c");

    private final Map<String, Implementation> real =
            STAGES.stream().collect(Collectors.toMap(it -> it, Implementations::named));

    @Override
    public Part cast(String requirement, URI feature, Implementation chosen) {
        Liar liar = Liars.of(requirement).get(rank(feature));
        Liar.Filters filters = liar.frames().get();
        Implementation behind = Objects.requireNonNull(real.get(stage(feature)));
        return new Part(new Lying(behind, liar), filters.outgoing(), filters.incoming());
    }

    static int rank(URI feature) {
        return Integer.parseInt(above(feature, 3));
    }

    static String stage(URI feature) {
        return above(feature, 4);
    }

    private static String above(URI feature, int levels) {
        Path path = Path.of(feature);
        return path.getName(path.getNameCount() - levels).toString();
    }

    private record Lying(Implementation real, Liar liar) implements Implementation {
        @Override
        public String name() {
            return "liar";
        }

        @Override
        public String version() {
            return liar.lie();
        }

        @Override
        public Profile profile() {
            return real.profile();
        }

        @Override
        public Set<Capability> capabilities() {
            return real.capabilities();
        }

        @Override
        public Sockets open(Place place) {
            return liar.calls().apply(real.open(place));
        }
    }
}
