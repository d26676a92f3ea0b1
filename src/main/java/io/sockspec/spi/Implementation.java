package io.sockspec.spi;

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

    /// Makes the sockets calls available on a host. Closing the result releases everything opened
    /// through it.
    Sockets open(Place place);
}
