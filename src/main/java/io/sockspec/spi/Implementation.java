package io.sockspec.spi;

import java.net.URL;
import java.util.Optional;
import java.util.Set;

/// A sockets implementation to be judged. Providers are found by `ServiceLoader` and chosen with
/// `-Dsockspec.implementation=NAME`.
public interface Implementation {
    /// What LINUX-level rules mean for an implementation.
    enum Profile {
        /// They are judged.
        LINUX,
        /// They are observed and recorded, not judged.
        POSIX
    }

    /// A short name, unique among the providers: lower-case letters, digits, hyphens.
    String name();

    /// The version of what is judged, as its users know it.
    String version();

    Profile profile();

    /// All it can do; a rule that needs more is *unsupported*.
    Set<Capability> capabilities();

    /// Whether it brings a TCP/IP stack of its own. Its host then has a TAP device `eth0` that it
    /// opens by name, and the kernel has no address there.
    default boolean ownStack() {
        return false;
    }

    /// The list of what it is known to fail: by default the file `deviations.yaml` beside its
    /// class.
    default Optional<URL> deviations() {
        return Optional.ofNullable(getClass().getResource("deviations.yaml"));
    }

    /// Makes the sockets calls available on a host. Closing the result releases everything opened
    /// through it.
    Sockets open(Place place);
}
