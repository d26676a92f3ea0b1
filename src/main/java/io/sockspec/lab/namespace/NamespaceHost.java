package io.sockspec.lab.namespace;

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
import io.sockspec.wire.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A host that is a network namespace of this process.
final class NamespaceHost implements Host, AutoCloseable {
    private static final int LOOPBACK = 1;
    /// Frames a host can send ahead of the wire; the kernel's initial 1000 overflow in a burst of
    /// datagrams.
    private static final int QUEUE_FRAMES = 10_000;
    /// Makes 06:00:00:00:00:01 out of 02:00:00:00:00:01.
    private static final int KERNELS_MAC = 4;

    private final String name;
    private final Namespace namespace;
    private final boolean ownStack;
    private final List<HostInterface> interfaces = new ArrayList<>();
    private final List<Port> ports = new ArrayList<>();

    private NamespaceHost(HostPlan plan, Namespace namespace) {
        this.name = plan.name();
        this.namespace = namespace;
        this.ownStack = plan.ownStack();
    }

    /// Makes the host with everything the plan says; when that fails, nothing is left.
    static NamespaceHost create(HostPlan plan, Nursery nursery, PortMaker maker) {
        NamespaceHost host = new NamespaceHost(plan, nursery.create());
        try {
            host.inside(() -> {
                nursery.restoreLimits();
                host.build(plan, maker);
            });
            return host;
        } catch (RuntimeException problem) {
            host.ports.forEach(Port::close);
            host.close();
            throw problem;
        }
    }

    private void build(HostPlan plan, PortMaker maker) {
        HostDefaults.apply(!ownStack
                && plan.interfaces().stream().anyMatch(each -> each.ip6().isPresent()));
        plan.sysctls().forEach(this::sysctl);
        try (Netlink netlink = Netlink.open(Netlink.ROUTE);
                AddressWatch watch = AddressWatch.open()) {
            for (InterfacePlan each : plan.interfaces()) {
                ports.add(maker.make(netlink, name, each));
                interfaces.add(new HostInterface(Interfaces.index(netlink.fd(), each.name()), each));
            }
            NetlinkBatch batch = new NetlinkBatch();
            Rtnetlink.up(batch, LOOPBACK, "lo", true);
            if (ownStack) {
                interfaces.forEach(each -> leaveToStack(batch, each));
            } else {
                interfaces.forEach(each -> start(batch, each));
                interfaces.forEach(watch::expect);
                if (plan.defaultRoute()) {
                    routeEverything(batch, interfaces.getFirst());
                }
            }
            netlink.run(batch);
            watch.await(netlink);
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
        return namespace.in(call);
    }

    private void inside(Runnable action) {
        namespace.in(() -> {
            action.run();
            return this;
        });
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
        return in(() -> Sysctl.read(setting));
    }

    @Override
    public void sysctl(String setting, String value) {
        requireKernel("setting " + setting);
        inside(() -> Sysctl.write(setting, value));
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
        tell((netlink, batch) -> Rtnetlink.route(
                batch,
                add,
                route,
                route.interfaceName()
                        .map(each -> Interfaces.index(netlink.fd(), each))
                        .orElse(0)));
    }

    @Override
    public void addAddress(String interfaceName, Prefix address) {
        requireKernel("address " + address);
        inside(() -> {
            try (Netlink netlink = Netlink.open(Netlink.ROUTE);
                    AddressWatch watch = AddressWatch.open()) {
                int index = Interfaces.index(netlink.fd(), interfaceName);
                NetlinkBatch batch = new NetlinkBatch();
                Rtnetlink.address(batch, true, index, interfaceName, address);
                watch.expect(index, address);
                netlink.run(batch);
                watch.await(netlink);
            }
        });
    }

    @Override
    public void deleteAddress(String interfaceName, Prefix address) {
        requireKernel("address " + address);
        tell((netlink, batch) -> {
            int index = Interfaces.index(netlink.fd(), interfaceName);
            Rtnetlink.address(batch, false, index, interfaceName, address);
        });
    }

    @Override
    public void link(String interfaceName, boolean up) {
        tell((netlink, batch) -> Rtnetlink.up(batch, Interfaces.index(netlink.fd(), interfaceName), interfaceName, up));
    }

    private interface Request {
        void write(Netlink netlink, NetlinkBatch batch);
    }

    private void tell(Request request) {
        inside(() -> {
            try (Netlink netlink = Netlink.open(Netlink.ROUTE)) {
                NetlinkBatch batch = new NetlinkBatch();
                request.write(netlink, batch);
                netlink.run(batch);
            }
        });
    }

    @Override
    public List<TcpEntry> tcpTable() {
        requireKernel("TCP sockets");
        return in(() -> Stream.of("tcp", "tcp6")
                .flatMap(each -> ProcNet.tcp(table(each)).stream())
                .toList());
    }

    @Override
    public List<GroupEntry> memberships() {
        requireKernel("memberships");
        return in(() -> ProcNet.igmp(table("igmp")));
    }

    private static String table(String file) {
        return Sysctl.table("/proc/thread-self/net/" + file);
    }

    /// Ends the host's TCP connections, those whose sockets are closed included.
    void destroyTcp() {
        inside(TcpDestroyer::destroyAll);
    }

    /// Gives the namespace back; the ports are closed before, by [#ports].
    @Override
    public void close() {
        namespace.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
