package io.sockspec.lab;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Ip6;
import java.util.Locale;
import java.util.Optional;

/// A route of a host's main table: where packets to `destination` go.
public record Route(Kind kind, Prefix destination, Optional<Bytes> gateway, Optional<String> interfaceName) {
    /// What happens to a packet that takes the route; the numbers are those of rtnetlink(7).
    ///
    /// @spec rtnetlink(7) rtm_type
    public enum Kind {
        UNICAST(1),
        /// Drops silently: a local call fails with EINVAL.
        BLACKHOLE(6),
        /// Refuses: a local call fails with EHOSTUNREACH.
        UNREACHABLE(7),
        /// Forbids: a local call fails with EACCES.
        PROHIBIT(8);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    /// A route to neighbours that an interface reaches directly.
    public static Route onLink(Prefix destination, String interfaceName) {
        return new Route(Kind.UNICAST, destination, Optional.empty(), Optional.of(interfaceName));
    }

    /// A route by a gateway, which must be a neighbour.
    public static Route via(Prefix destination, Ip4 gateway) {
        return new Route(Kind.UNICAST, destination, Optional.of(gateway.bytes()), Optional.empty());
    }

    /// A route by a gateway, which must be a neighbour.
    public static Route via(Prefix destination, Ip6 gateway) {
        return new Route(Kind.UNICAST, destination, Optional.of(gateway.bytes()), Optional.empty());
    }

    /// A route that lets nothing pass; `kind` is any but UNICAST.
    public static Route refusing(Kind kind, Prefix destination) {
        return new Route(kind, destination, Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        String what = kind == Kind.UNICAST ? "" : kind.name().toLowerCase(Locale.ROOT) + " ";
        return what
                + destination
                + gateway.map(each -> " via " + Prefix.text(each)).orElse("")
                + interfaceName.map(each -> " dev " + each).orElse("");
    }
}
