package io.sockspec.nio;

import io.sockspec.spi.Capability;
import io.sockspec.spi.Implementation;
import io.sockspec.spi.Place;
import io.sockspec.spi.Sockets;
import java.util.Set;

/// The channels of the Java runtime that runs sockspec.
public final class NioImplementation implements Implementation {
    @Override
    public String name() {
        return "nio";
    }

    /// The version of the Java runtime.
    @Override
    public String version() {
        return "Java " + Runtime.version();
    }

    @Override
    public Profile profile() {
        return Profile.LINUX;
    }

    /// Unix sockets are offered but not declared: NIO has those of streams and no socketpair().
    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.MULTICAST,
                Capability.IPV6,
                Capability.NONBLOCKING,
                Capability.BROADCAST,
                Capability.CONCURRENT);
    }

    @Override
    public Sockets open(Place place) {
        return new NioSockets(place);
    }
}
