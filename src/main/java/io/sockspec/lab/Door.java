package io.sockspec.lab;

import java.net.InetSocketAddress;
import java.util.function.Supplier;

/// A way for this process to a TCP port of a host's loopback address, of which no frame comes to
/// the wire.
public interface Door extends AutoCloseable {
    /// Where to connect to, within [#through].
    InetSocketAddress address();

    /// Whether a program listens behind it.
    boolean isAnswered();

    /// Runs a call that connects to the address.
    <T> T through(Supplier<T> call);

    @Override
    void close();
}
