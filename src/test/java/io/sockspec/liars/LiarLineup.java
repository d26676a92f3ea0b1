package io.sockspec.liars;

import io.sockspec.spi.Capability;
import io.sockspec.spi.Implementation;
import io.sockspec.spi.Place;
import io.sockspec.spi.Sockets;
import io.sockspec.steps.Lineup;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

/// Puts a liar on stage for each requirement; which of several is said by the folder of the
/// feature.
public final class LiarLineup implements Lineup {
    @Override
    public Part cast(String requirement, URI feature, Implementation chosen) {
        Liar liar = Liars.of(requirement).get(rank(feature));
        Liar.Filters filters = liar.frames().get();
        return new Part(new Lying(chosen, liar), filters.outgoing(), filters.incoming());
    }

    /// The rank of the liar that plays in a feature: the name of the folder above its area.
    static int rank(URI feature) {
        Path path = Path.of(feature);
        return Integer.parseInt(path.getName(path.getNameCount() - 3).toString());
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
