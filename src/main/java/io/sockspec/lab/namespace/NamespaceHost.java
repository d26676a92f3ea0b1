package io.sockspec.lab.namespace;

import io.sockspec.lab.Door;
import io.sockspec.lab.GroupEntry;
import io.sockspec.lab.Host;
import io.sockspec.lab.HostInterface;
import io.sockspec.lab.HostPlan;
import io.sockspec.lab.InterfacePlan;
import io.sockspec.lab.NotPermitted;
import io.sockspec.lab.Prefix;
import io.sockspec.lab.Route;
import io.sockspec.lab.TcpEntry;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Mac;
import io.sockspec.spi.Program;
import io.sockspec.wire.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A host that is a network namespace, of this process or of a container.
final class NamespaceHost implements Host, AutoCloseable {
    private static final int LOOPBACK = 1;
    /// Frames a host can send ahead of the wire; the kernel's initial 1000 overflow in a burst of
    /// datagrams.
    private static final int QUEUE_FRAMES = 10_000;
    /// Makes 06:00:00:00:00:01 out of 02:00:00:00:00:01.
    private static final int KERNELS_MAC = 4;

    private final String name;
    private final Kernel kernel;
    private final boolean ownStack;
    private final List<HostInterface> interfaces = new ArrayList<>();
    private final List<Port> ports = new ArrayList<>();

    private NamespaceHost(HostPlan plan, Kernel kernel) {
        this.name = plan.name();
        this.kernel = kernel;
        this.ownStack = plan.ownStack();
    }

    /// Makes the host with everything the plan says; when that fails, nothing is left.
    ///
    /// @param kernel that of a fresh namespace; the host closes it
    static NamespaceHost create(HostPlan plan, Kernel kernel) {
        NamespaceHost host = new NamespaceHost(plan, kernel);
        try {
            host.build(plan);
            return host;
        } catch (RuntimeException problem) {
            host.ports.forEach(Port::close);
            host.close();
            throw problem;
        }
    }

    private void build(HostPlan plan) {
        HostDefaults.apply(
                kernel,
                !ownStack
                        && plan.interfaces().stream()
                                .anyMatch(each -> each.ip6().isPresent()));
        plan.sysctls().forEach(this::sysctl);
        for (InterfacePlan each : plan.interfaces()) {
            ports.add(kernel.port(name, each));
            interfaces.add(new HostInterface(kernel.index(each.name()), each));
        }
        NetlinkBatch batch = new NetlinkBatch();
        Rtnetlink.up(batch, LOOPBACK, "lo", true);
        if (ownStack) {
            interfaces.forEach(each -> leaveToStack(batch, each));
        } else {
            interfaces.forEach(each -> start(batch, each));
            if (plan.defaultRoute()) {
                routeEverything(batch, interfaces.getFirst());
            }
        }
        try (AddressWatch watch = kernel.watch()) {
            if (!ownStack) {
                interfaces.forEach(watch::expect);
            }
            kernel.route(batch);
            watch.await(kernel);
        }
    }

    private static void start(NetlinkBatch batch, HostInterface made) {
        InterfacePlan plan = made.plan();
        int index = made.index();
        Rtnetlink.configure(batch, index, plan, plan.mac(), QUEUE_FRAMES);
        Rtnetlink.withoutQueue(batch, index, plan.name());
        Rtnetlink.up(batch, index, plan.name(), true);
        Prefix ip4 = new Prefix(plan.ip4().bytes(), plan.prefixLength());
        Rtnetlink.address(batch, true, index, plan.name(), ip4);
        plan.ip6().ifPresent(ip6 -> {
            Prefix prefix = new Prefix(ip6.bytes(), InterfacePlan.IP6_PREFIX_LENGTH);
            Rtnetlink.address(batch, true, index, plan.name(), prefix);
        });
    }

    /// The kernel gets nothing that it could answer or send by: no address, no ARP, and a MAC
    /// address that is not the stack's.
    private static void leaveToStack(NetlinkBatch batch, HostInterface made) {
        InterfacePlan plan = made.plan();
        byte[] mac = plan.mac().bytes().toArray();
        mac[0] |= KERNELS_MAC;
        Rtnetlink.configure(batch, made.index(), plan, new Mac(Bytes.copyOf(mac)), QUEUE_FRAMES);
        Rtnetlink.withoutQueue(batch, made.index(), plan.name());
        Rtnetlink.upWithoutArp(batch, made.index(), plan.name());
    }

    private static void routeEverything(NetlinkBatch batch, HostInterface by) {
        String device = by.plan().name();
        Rtnetlink.route(batch, true, Route.onLink(Prefix.ALL_IP4, device), by.index());
        if (by.plan().ip6().isPresent()) {
            Rtnetlink.route(batch, true, Route.onLink(Prefix.ALL_IP6, device), by.index());
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<HostInterface> interfaces() {
        return List.copyOf(interfaces);
    }

    List<Port> ports() {
        return List.copyOf(ports);
    }

    @Override
    public <T> T in(Supplier<T> call) {
        return kernel.in(call);
    }

    @Override
    public Optional<Program> start(List<String> words) {
        return kernel.start(words);
    }

    @Override
    public Door door(int port) {
        return kernel.door(port);
    }

    /// @throws NotPermitted when the host brings its own stack, about which the kernel knows
    /// nothing
    private void requireKernel(Object wanted) {
        if (ownStack) {
            throw new NotPermitted("host %s brings its own TCP/IP stack; the kernel's %s would say nothing about it"
                    .formatted(name, wanted));
        }
    }

    @Override
    public String sysctl(String setting) {
        requireKernel("setting " + setting);
        return kernel.read(setting);
    }

    @Override
    public void sysctl(String setting, String value) {
        requireKernel("setting " + setting);
        kernel.write(setting, value);
    }

    @Override
    public void addRoute(Route route) {
        change(route, true);
    }

    @Override
    public void deleteRoute(Route route) {
        change(route, false);
    }

    private void change(Route route, boolean add) {
        requireKernel("route " + route);
        NetlinkBatch batch = new NetlinkBatch();
        Rtnetlink.route(
                batch, add, route, route.interfaceName().map(kernel::index).orElse(0));
        kernel.route(batch);
    }

    @Override
    public void addAddress(String interfaceName, Prefix address) {
        requireKernel("address " + address);
        int index = kernel.index(interfaceName);
        NetlinkBatch batch = new NetlinkBatch();
        Rtnetlink.address(batch, true, index, interfaceName, address);
        try (AddressWatch watch = kernel.watch()) {
            watch.expect(index, address);
            kernel.route(batch);
            watch.await(kernel);
        }
    }

    @Override
    public void deleteAddress(String interfaceName, Prefix address) {
        requireKernel("address " + address);
        NetlinkBatch batch = new NetlinkBatch();
        Rtnetlink.address(batch, false, kernel.index(interfaceName), interfaceName, address);
        kernel.route(batch);
    }

    @Override
    public void link(String interfaceName, boolean up) {
        NetlinkBatch batch = new NetlinkBatch();
        Rtnetlink.up(batch, kernel.index(interfaceName), interfaceName, up);
        kernel.route(batch);
    }

    @Override
    public List<TcpEntry> tcpTable() {
        requireKernel("TCP sockets");
        return Stream.of("tcp", "tcp6")
                .flatMap(each -> ProcNet.tcp(kernel.table(each)).stream())
                .toList();
    }

    @Override
    public List<GroupEntry> memberships() {
        requireKernel("memberships");
        return ProcNet.igmp(kernel.table("igmp"));
    }

    /// Ends the host's TCP connections, those whose sockets are closed included.
    void destroyTcp() {
        TcpDestroyer.destroyAll(kernel);
    }

    /// Gives the namespace back; the ports are closed before, by [#ports].
    @Override
    public void close() {
        kernel.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
