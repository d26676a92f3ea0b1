package io.sockspec.lab.namespace;

/// The settings in which a fresh host differs from a fresh network namespace, each for a reason.
/// They are made before
/// the host has an interface. TCP's own settings are left as the kernel makes them.
final class HostDefaults {
    private static final String UNLIMITED_PER_SECOND = "1000000";

    private HostDefaults() {}

    static void apply(Kernel kernel, boolean ipv6) {
        judgeAlike(kernel);
        answerEveryTime(kernel);
        // Ping sockets are for nobody otherwise, root included. Only group 0 is mapped in an unprivileged namespace.
        kernel.write("net.ipv4.ping_group_range", "0 0");
        if (ipv6) {
            speakIpv6(kernel);
        } else {
            silenceIpv6(kernel);
        }
    }

    /// A namespace inherits these from the machine, where distributions and container engines
    /// change them.
    private static void judgeAlike(Kernel kernel) {
        kernel.write("net.ipv4.ip_forward", "0");
        kernel.write("net.ipv4.conf.all.rp_filter", "0");
        kernel.write("net.ipv4.conf.default.rp_filter", "0");
    }

    /// A limit on ICMP errors would make the second of two expected errors depend on the time
    /// between them.
    private static void answerEveryTime(Kernel kernel) {
        kernel.write("net.ipv4.icmp_ratelimit", "0");
        // Before Linux 6.12 these two belong to the machine; its 1000 a second are then shared by all labs.
        kernel.writeIfKnown("net.ipv4.icmp_msgs_per_sec", UNLIMITED_PER_SECOND);
        kernel.writeIfKnown("net.ipv4.icmp_msgs_burst", UNLIMITED_PER_SECOND);
        kernel.writeIfKnown("net.ipv6.icmp.ratelimit", "0");
    }

    /// Addresses are usable at once, and nothing is asked of routers that a lab does not have.
    private static void speakIpv6(Kernel kernel) {
        kernel.write("net.ipv6.conf.all.disable_ipv6", "0");
        kernel.write("net.ipv6.conf.default.disable_ipv6", "0");
        kernel.write("net.ipv6.conf.default.accept_dad", "0");
        kernel.write("net.ipv6.conf.default.router_solicitations", "0");
    }

    /// An interface with IPv6 sends reports and solicitations for seconds, which a capture would
    /// have to ignore.
    static void silenceIpv6(Kernel kernel) {
        kernel.writeIfKnown("net.ipv6.conf.all.disable_ipv6", "1");
        kernel.writeIfKnown("net.ipv6.conf.default.disable_ipv6", "1");
    }
}
