package io.sockspec.lab.namespace;

import io.sockspec.lab.Host;
import io.sockspec.lab.HostPlan;
import io.sockspec.lab.InterfacePlan;
import io.sockspec.lab.Lab;
import io.sockspec.lab.LabPlan;
import io.sockspec.wire.Port;
import io.sockspec.wire.ScriptedHost;
import io.sockspec.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// A lab whose hosts are namespaces of this process. It holds a descriptor for each namespace, one
/// for each port and
/// those of the wire, and one thread, the wire's.
final class NamespaceLab implements Lab {
    private final Transport transport;
    private final PortMaker maker;
    private final Map<String, NamespaceHost> hosts;
    private final Map<String, ScriptedHost> scripted = new LinkedHashMap<>();
    private final Wire wire;
    private final AtomicBoolean closed = new AtomicBoolean();

    private NamespaceLab(Transport transport, PortMaker maker, Map<String, NamespaceHost> hosts) {
        this.transport = transport;
        this.maker = maker;
        this.hosts = hosts;
        this.wire = Wire.start("sockspec-wire", ports());
    }

    static NamespaceLab open(LabPlan plan, Nursery nursery, Transport transport, Reaper reaper) {
        Map<String, NamespaceHost> hosts = new LinkedHashMap<>();
        PortMaker maker = transport.maker(reaper);
        PortMaker stackMaker = new StackMaker(reaper);
        try {
            for (HostPlan each : plan.hosts()) {
                if (!each.scripted()) {
                    hosts.put(each.name(), NamespaceHost.create(each, nursery, each.ownStack() ? stackMaker : maker));
                }
            }
            NamespaceLab lab = new NamespaceLab(transport, maker, hosts);
            plan.hosts().stream().filter(HostPlan::scripted).forEach(lab::attach);
            return lab;
        } catch (RuntimeException problem) {
            release(hosts, maker);
            throw problem;
        }
    }

    private void attach(HostPlan plan) {
        InterfacePlan first = plan.interfaces().getFirst();
        scripted.put(plan.name(), ScriptedHost.attach(wire, plan.name(), first.segment(), first.mac(), first.ip4()));
    }

    private List<Port> ports() {
        return hosts.values().stream().flatMap(each -> each.ports().stream()).toList();
    }

    @Override
    public Host host(String name) {
        return named(hosts, name, "host");
    }

    @Override
    public List<Host> hosts() {
        return List.copyOf(hosts.values());
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public ScriptedHost scripted(String name) {
        return named(scripted, name, "scripted host");
    }

    private static <T> T named(Map<String, T> all, String name, String kind) {
        T found = all.get(name);
        if (found == null) {
            String known = all.isEmpty() ? "none" : String.join(", ", all.keySet());
            throw new IllegalArgumentException("the lab has no %s '%s'; it has %s".formatted(kind, name, known));
        }
        return found;
    }

    @Override
    public String transport() {
        return transport.label();
    }

    @Override
    public void close() {
        Namespace.requireHome();
        if (closed.compareAndSet(false, true)) {
            try {
                wire.close();
                // Not before the wire has stopped: a destroyed connection sends a reset, which the log would show.
                hosts.values().forEach(NamespaceHost::destroyTcp);
            } finally {
                release(hosts, maker);
            }
        }
    }

    private static void release(Map<String, NamespaceHost> hosts, PortMaker maker) {
        List<NamespaceHost> all = new ArrayList<>(hosts.values());
        all.forEach(host -> host.ports().forEach(Port::close));
        all.forEach(NamespaceHost::close);
        maker.close();
    }
}
