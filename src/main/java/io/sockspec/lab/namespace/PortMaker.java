package io.sockspec.lab.namespace;

import io.sockspec.lab.InterfacePlan;
import io.sockspec.wire.Port;

/// Makes the interfaces of one lab's hosts together with the ports by which the wire reaches them.
interface PortMaker extends AutoCloseable {
    /// Makes one interface, still down, in the namespace of the calling thread.
    ///
    /// @param netlink a route socket of that namespace
    /// @return the wire's end of the interface, the caller's to close
    Port make(Netlink netlink, String host, InterfacePlan plan);

    /// Gives back what the ports share; they are closed before.
    @Override
    void close();

    /// What captures call an interface: the host, or host and interface for any but the first.
    static String portName(String host, InterfacePlan plan) {
        return plan.name().equals("eth0") ? host : host + "." + plan.name();
    }
}
