package io.sockspec.lab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One host of a plan: its interfaces, whether a scenario speaks for it instead of a kernel,
/// whether a program with a TCP/IP stack of its own does, whether it has a route to everything by
/// its first interface, and kernel settings to make before its interfaces exist.
public record HostPlan(
        String name,
        List<InterfacePlan> interfaces,
        boolean scripted,
        boolean ownStack,
        boolean defaultRoute,
        Map<String, String> sysctls) {
    public HostPlan {
        interfaces = List.copyOf(interfaces);
        sysctls = Collections.unmodifiableMap(new LinkedHashMap<>(sysctls));
    }

    boolean ipv6() {
        return interfaces.stream().anyMatch(each -> each.ip6().isPresent());
    }

    HostPlan withInterfaces(List<InterfacePlan> changed) {
        return new HostPlan(name, changed, scripted, ownStack, defaultRoute, sysctls);
    }

    HostPlan withOwnStack() {
        return new HostPlan(name, interfaces, scripted, true, defaultRoute, sysctls);
    }

    HostPlan withDefaultRoute() {
        return new HostPlan(name, interfaces, scripted, ownStack, true, sysctls);
    }

    HostPlan withSysctl(String setting, String value) {
        Map<String, String> more = new LinkedHashMap<>(sysctls);
        more.put(setting, value);
        return new HostPlan(name, interfaces, scripted, ownStack, defaultRoute, more);
    }
}
