package io.sockspec.spi;

import java.util.function.Supplier;

/// Where an implementation opens its sockets: one host of the laboratory.
public interface Place {
    /// The host's name in the scenario.
    String name();

    /// Runs one call inside the host's network namespace, on the calling platform thread.
    ///
    /// Only calls that create something there need it: socket(), socketpair(), opening files of
    /// /proc. Start no
    /// thread inside: it would stay in the host for good.
    <T> T in(Supplier<T> call);
}
