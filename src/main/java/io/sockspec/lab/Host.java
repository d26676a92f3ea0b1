package io.sockspec.lab;

import io.sockspec.socket.Ip4;
import io.sockspec.socket.Ip6;
import io.sockspec.socket.Mac;
import io.sockspec.spi.Program;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A host with a kernel of its own: a place to open sockets, with settings, routes and tables of
/// its own.
///
/// Where a program brings its own stack, settings, routes, addresses and tables of the kernel say
/// nothing about the host: they are refused with [NotPermitted].
public interface Host {
    String name();

    /// The interfaces of the plan, in its order; `lo` is not among them.
    List<HostInterface> interfaces();

    /// The IPv4 address of the first interface.
    default Ip4 ip4() {
        return interfaces().getFirst().plan().ip4();
    }

    /// The IPv6 address of the first interface.
    default Optional<Ip6> ip6() {
        return interfaces().getFirst().plan().ip6();
    }

    /// The link-layer address of the first interface.
    default Mac mac() {
        return interfaces().getFirst().plan().mac();
    }

    /// Runs one call inside the host, on the calling platform thread, and comes back.
    ///
    /// Only calls that create something there need it: socket(), opening files of /proc. Start no
    /// thread and no process
    /// inside: they would stay in the host for good. May be nested.
    ///
    /// @throws UnsupportedOperationException when no thread of this process can go there
    /// @throws IllegalStateException on a virtual thread, whose carrier would take other threads
    /// along, and after the
    ///     lab was closed
    <T> T in(Supplier<T> call);

    /// Starts a program of the host's own file system inside it; empty where the host has none, and
    /// [#in] can start one of this machine.
    ///
    /// @throws io.sockspec.spi.ImplementationUnavailable when the host has no such program
    Optional<Program> start(List<String> words);

    /// Opens a way to a TCP port of the host's loopback address.
    Door door(int port);

    /// The value of a kernel setting such as `net.ipv4.ip_default_ttl`, without the trailing
    /// newline.
    ///
    /// @throws NoSuchSetting when this kernel has no such setting in a host of its own
    /// @throws NotPermitted when it may not be read
    String sysctl(String name);

    /// Changes a kernel setting of this host alone.
    ///
    /// @throws NoSuchSetting when this kernel has no such setting in a host of its own
    /// @throws NotPermitted when it is read-only here or refuses the value
    void sysctl(String name, String value);

    /// Adds a route to the main table.
    ///
    /// @throws LabFailure when the kernel refuses the route: one exists already, its gateway is not
    /// reachable, …
    void addRoute(Route route);

    /// Takes a route from the main table.
    ///
    /// @throws LabFailure when the host has no such route
    void deleteRoute(Route route);

    /// Adds an address to an interface (`lo` included), without duplicate address detection, and
    /// returns when it can be
    /// used. The prefix length says which neighbours become reachable by it. The interface must be
    /// on.
    ///
    /// @throws LabFailure when the host has no such interface, or has the address already
    void addAddress(String interfaceName, Prefix address);

    /// Takes an address from an interface.
    ///
    /// @throws LabFailure when the interface does not have the address
    void deleteAddress(String interfaceName, Prefix address);

    /// Switches an interface on or off. The wire keeps its end: frames to a host whose interface is
    /// off are lost. Linux
    /// takes routes by the interface, and its IPv6 addresses, away when it goes off.
    ///
    /// @throws LabFailure when the host has no such interface
    void link(String interfaceName, boolean up);

    /// The TCP sockets of the host as the kernel lists them, of IPv4 and then of IPv6.
    List<TcpEntry> tcpTable();

    /// The IPv4 groups that the host's interfaces are members of, `lo` included.
    List<GroupEntry> memberships();
}
