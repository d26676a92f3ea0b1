package io.sockspec.spi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What an implementation may lack. What it does not declare is never asked of it, and its rules
/// are *unsupported*; what it declares and then does not offer is *failed*.
public enum Capability {
    /// Joins and leaves IPv4 multicast groups and sets the IP_MULTICAST options.
    MULTICAST,
    /// Has AF_UNIX sockets and socketpair().
    UNIX,
    /// Passes file descriptors with SCM_RIGHTS.
    SCM_RIGHTS,
    /// Has raw IPv4 sockets.
    RAW,
    /// Has AF_PACKET sockets.
    PACKET,
    /// Has AF_INET6 sockets.
    IPV6,
    /// Has O_NONBLOCK sockets.
    NONBLOCKING,
    /// Has select() beside poll().
    SELECT,
    /// Lets a blocked call be interrupted by a signal.
    SIGNALS,
    /// Starts processes with fork() and exec().
    FORK,
    /// Reports errors through MSG_ERRQUEUE.
    ERROR_QUEUE,
    /// Sends to broadcast addresses.
    BROADCAST,
    /// Answers a call while another one is blocked.
    CONCURRENT;

    private static final Map<Class<?>, Capability> GROUPS =
            Map.of(Descriptors.class, SCM_RIGHTS, Selecting.class, SELECT, Processes.class, FORK);

    /// The name used in `@needs:` tags: lower case with hyphens.
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What an implementation that offers an optional group of calls declares; empty for a group
    /// that
    /// goes without.
    public static Optional<Capability> ofGroup(Class<?> group) {
        return Optional.ofNullable(GROUPS.get(group));
    }

    /// The capability with a tag name.
    ///
    /// @throws IllegalArgumentException when there is none, naming all
    public static Capability tagged(String tag) {
        return Arrays.stream(values())
                .filter(capability -> capability.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + tag + "' is not a capability; known are "
                        + Arrays.stream(values()).map(Capability::tag).toList()));
    }
}
