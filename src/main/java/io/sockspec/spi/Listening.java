package io.sockspec.spi;

import io.sockspec.socket.Domain;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.SocketAddress;

/// The group of implementations that make a listener in one call and have no listen() of their own.
/// A sentence that sets up a listener asks for it; the calls socket(), bind() and listen(), where a
/// scenario writes them, stay what they are.
public interface Listening {
    /// A stream socket that is bound and listens.
    ///
    /// @param backlog as in listen()
    Outcome<Fd> listener(Domain domain, SocketAddress address, int backlog);
}
