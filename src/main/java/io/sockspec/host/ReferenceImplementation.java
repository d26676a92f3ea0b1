package io.sockspec.host;

import io.sockspec.spi.Capability;
import io.sockspec.spi.Implementation;
import io.sockspec.spi.Place;
import io.sockspec.spi.Sockets;
import java.util.EnumSet;
import java.util.Set;

/// The sockets of the kernel this JVM runs on.
public final class ReferenceImplementation implements Implementation {
    @Override
    public String name() {
        return "reference";
    }

    /// The kernel's release, as `uname -r` prints it.
    @Override
    public String version() {
        return "Linux " + System.getProperty("os.version");
    }

    @Override
    public Profile profile() {
        return Profile.LINUX;
    }

    /// All but two: a JVM cannot fork, and the queue of errors has no call in the SPI yet.
    @Override
    public Set<Capability> capabilities() {
        return Set.copyOf(EnumSet.complementOf(EnumSet.of(Capability.FORK, Capability.ERROR_QUEUE)));
    }

    @Override
    public Sockets open(Place place) {
        return new HostSockets(place);
    }
}
