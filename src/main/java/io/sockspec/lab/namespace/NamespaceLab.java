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
import java.util.function.Function;

/// A lab whose hosts are network namespaces. It holds what each of them does, a descriptor for each
/// port and those of the wire, and one thread, the wire's.
public final class NamespaceLab implements Lab {
    private final String transport;
    private final Runnable release;
    private final Map<String, NamespaceHost> hosts;
    private final Map<String, ScriptedHost> scripted = new LinkedHashMap<>();
    private final Wire wire;
    private final AtomicBoolean closed = new AtomicBoolean();

    private NamespaceLab(String transport, Runnable release, Map<String, NamespaceHost> hosts) {
        this.transport = transport;
        this.release = release;
        this.hosts = hosts;
        this.wire = Wire.start("sockspec-wire", ports());
    }

    /// Makes the lab; when that fails, nothing is left.
    ///
    /// @param kernels answers the kernel of a fresh namespace for a host; the lab closes it
    /// @param release gives back what the hosts share, after them
    public static Lab open(LabPlan plan, String transport, Function<HostPlan, Kernel> kernels, Runnable release) {
        Map<String, NamespaceHost> hosts = new LinkedHashMap<>();
        try {
            for (HostPlan each : plan.hosts()) {
                if (!each.scripted()) {
                    hosts.put(each.name(), NamespaceHost.create(each, kernels.apply(each)));
                }
            }
            NamespaceLab lab = new NamespaceLab(transport, release, hosts);
            plan.hosts().stream().filter(HostPlan::scripted).forEach(lab::attach);
            return lab;
        } catch (RuntimeException problem) {
            release(hosts, release);
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
        return transport;
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
                release(hosts, release);
            }
        }
    }

    private static void release(Map<String, NamespaceHost> hosts, Runnable release) {
        List<NamespaceHost> all = new ArrayList<>(hosts.values());
        all.forEach(host -> host.ports().forEach(Port::close));
        all.forEach(NamespaceHost::close);
        release.run();
    }
}
