package io.sockspec.lab;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Ip6;
import io.sockspec.socket.Mac;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a lab consists of: its hosts, in order; the first is host 1. A plan is a value, each `with`
/// answers a new one.
///
/// Addresses follow from the place: host `i` has on its first interface, `eth0`, MAC
/// `02:00:00:00:00:i` and
/// `192.0.2.i/24`, on its second, `eth1`, MAC `02:00:00:00:01:i` and `198.51.100.i/24`; with IPv6
/// also
/// `2001:db8::i/64` and `2001:db8:1::i/64`. IPv6 is off unless asked for, so that captures stay
/// silent.
public record LabPlan(List<HostPlan> hosts) {
    /// The segment that first interfaces share.
    public static final String WIRE = "wire";

    private static final int MOST_HOSTS = 99;

    /// @throws IllegalArgumentException when there are more than 99 hosts or two of one name
    public LabPlan {
        hosts = List.copyOf(hosts);
        if (hosts.size() > MOST_HOSTS) {
            throw new IllegalArgumentException("a lab has at most " + MOST_HOSTS + " hosts, not " + hosts.size());
        }
        Set<String> names = new HashSet<>();
        for (HostPlan host : hosts) {
            if (!names.add(host.name())) {
                throw new IllegalArgumentException("a lab has one host named '" + host.name() + "', not two");
            }
        }
    }

    /// Hosts with a kernel behind them, all on the segment [#WIRE].
    public static LabPlan of(String... names) {
        return new LabPlan(List.of()).and(false, names);
    }

    /// Adds hosts without a kernel: the scenario speaks for them.
    public LabPlan scripted(String... names) {
        return and(true, names);
    }

    /// Gives every host, also those added later, an IPv6 address on each interface.
    public LabPlan withIpv6() {
        return new LabPlan(numbered((number, host) -> host.withInterfaces(host.interfaces().stream()
                .map(each -> each.withIp6(ip6(each.name(), number)))
                .toList())));
    }

    /// Gives a host a second interface, `eth1`, on another segment.
    ///
    /// @throws IllegalArgumentException when the plan has no such host, or it has a second
    /// interface already
    public LabPlan withSecondInterface(String host, String segment) {
        int number = number(host);
        return change(host, plan -> {
            if (plan.interfaces().size() > 1) {
                throw new IllegalArgumentException("host " + host + " has a second interface already");
            }
            boolean ipv6 = plan.interfaces().getFirst().ip6().isPresent();
            InterfacePlan second = addressed("eth1", segment, number, ipv6);
            return plan.withInterfaces(
                    Stream.concat(plan.interfaces().stream(), Stream.of(second)).toList());
        });
    }

    /// Gives every host with a kernel a route to everything by its first interface, without a
    /// gateway; hosts have none
    /// otherwise.
    public LabPlan withDefaultRoutes() {
        return new LabPlan(hosts.stream().map(HostPlan::withDefaultRoute).toList());
    }

    /// Sets a kernel setting of one host before its interfaces exist; the name is as in
    /// `net.ipv4.ip_default_ttl`.
    ///
    /// @throws IllegalArgumentException when the plan has no such host
    public LabPlan withSysctl(String host, String name, String value) {
        return change(host, plan -> plan.withSysctl(name, value));
    }

    /// Leaves a host to a program that brings a TCP/IP stack of its own. Each interface of the host
    /// is a TAP device, which the program opens by name; it speaks for the planned MAC and IP
    /// addresses, and the kernel has none of them.
    ///
    /// @throws IllegalArgumentException when the plan has no such host, or the scenario speaks for
    /// it
    public LabPlan withOwnStack(String host) {
        return change(host, plan -> {
            if (plan.scripted()) {
                throw new IllegalArgumentException(
                        "the scenario speaks for host " + host + "; it cannot have a stack of its own");
            }
            return plan.withOwnStack();
        });
    }

    private LabPlan and(boolean scripted, String... names) {
        boolean ipv6 = hosts.stream().anyMatch(HostPlan::ipv6);
        List<HostPlan> all = new ArrayList<>(hosts);
        for (String name : names) {
            InterfacePlan first = addressed("eth0", WIRE, all.size() + 1, ipv6);
            all.add(new HostPlan(name, List.of(first), scripted, false, false, Map.of()));
        }
        return new LabPlan(all);
    }

    private static InterfacePlan addressed(String name, String segment, int number, boolean ipv6) {
        int net = name.equals("eth0") ? 0 : 1;
        Mac mac = new Mac(Bytes.copyOf(new byte[] {2, 0, 0, 0, (byte) net, (byte) number}));
        Ip4 ip4 = Ip4.parse((net == 0 ? "192.0.2." : "198.51.100.") + number);
        return new InterfacePlan(name, segment, mac, ip4, 24, Optional.empty(), 1500)
                .withIp6(ipv6 ? ip6(name, number) : Optional.empty());
    }

    private static Optional<Ip6> ip6(String name, int number) {
        return Optional.of(Ip6.parse((name.equals("eth0") ? "2001:db8::" : "2001:db8:1::") + number));
    }

    private interface Numbered {
        HostPlan change(int number, HostPlan plan);
    }

    private List<HostPlan> numbered(Numbered change) {
        List<HostPlan> changed = new ArrayList<>();
        for (HostPlan host : hosts) {
            changed.add(change.change(changed.size() + 1, host));
        }
        return changed;
    }

    private LabPlan change(String name, UnaryOperator<HostPlan> change) {
        int number = number(name);
        return new LabPlan(numbered((each, host) -> each == number ? change.apply(host) : host));
    }

    private int number(String name) {
        for (int i = 0; i < hosts.size(); i++) {
            if (hosts.get(i).name().equals(name)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("the plan has no host " + name + "; it has "
                + String.join(", ", hosts.stream().map(HostPlan::name).toList()));
    }
}
