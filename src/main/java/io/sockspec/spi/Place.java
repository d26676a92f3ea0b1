package io.sockspec.spi;

import io.sockspec.socket.Ip4;
import io.sockspec.socket.Mac;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Where an implementation opens its sockets: one host of the laboratory.
public interface Place {
    /// A place outside of every host: where this process is.
    Place NOWHERE = new Place() {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public List<Interface> interfaces() {
            return List.of();
        }

        @Override
        public <T> T in(Supplier<T> call) {
            return call.get();
        }
    };

    /// The host's name in the scenario.
    String name();

    /// A network interface of the host.
    ///
    /// @param gateway the router of its default route, empty when there is none
    /// @param mtuBytes the longest IP packet it sends
    record Interface(String name, Mac mac, Ip4 ip4, int prefixLength, Optional<Ip4> gateway, int mtuBytes) {}

    /// The host's interfaces without `lo`, in order; `eth0` is the first.
    List<Interface> interfaces();

    /// Runs one call inside the host's network namespace, on the calling platform thread.
    ///
    /// Only calls that create something there need it: socket(), socketpair(), opening files of
    /// /proc. Start no
    /// thread inside: it would stay in the host for good.
    <T> T in(Supplier<T> call);

    /// Starts a program of the host's own file system inside the host; empty where the host has
    /// none, and the program is one of this machine, to be started through [#in].
    ///
    /// @throws ImplementationUnavailable when the host has no such program
    default Optional<Program> start(List<String> words) {
        return Optional.empty();
    }
}
