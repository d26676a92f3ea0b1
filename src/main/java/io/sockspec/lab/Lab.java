package io.sockspec.lab;

import io.sockspec.wire.ScriptedHost;
import io.sockspec.wire.Wire;
import java.util.List;

/// Running hosts and the wire between them; used by one scenario, then closed.
public interface Lab extends AutoCloseable {
    /// The host with a kernel of that name.
    ///
    /// @throws IllegalArgumentException when the lab has none; the message lists the hosts it has
    Host host(String name);

    /// The hosts with a kernel, in the order of the plan.
    List<Host> hosts();

    /// The wire that carries every frame between the hosts, on all segments.
    Wire wire();

    /// The host of that name that the scenario speaks for.
    ///
    /// @throws IllegalArgumentException when the lab has none; the message lists those it has
    ScriptedHost scripted(String name);

    /// How the hosts' interfaces reach the wire: `tap` or `packet`.
    String transport();

    /// Stops the wire and gives everything back. Sockets that are still open in a host stay valid
    /// descriptors, but
    /// their TCP connections are destroyed. A second close does nothing.
    @Override
    void close();
}
