package io.sockspec.lab.namespace;

import io.sockspec.lab.NoSuchSetting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Makes the namespaces of hosts, each with a table of TCP connections of its own.
///
/// By default all namespaces share the machine's table, and whoever lists or destroys the few
/// connections of a host walks
/// its 262,144 rows, 4 ms each time. A namespace gets a table of its own when the one it is made in
/// says so; its rows
/// also size two limits, which are put back to what a host would have had.
///
/// @spec linux/Documentation/networking/ip-sysctl.rst tcp_child_ehash_entries
final class Nursery {
    private static final String ROWS_OF_CHILDREN = "net.ipv4.tcp_child_ehash_entries";
    private static final String ROWS = "1024";
    private static final String[] LIMITS = {"net.ipv4.tcp_max_tw_buckets", "net.ipv4.tcp_max_syn_backlog"};

    /// Where hosts are made; empty on a kernel before Linux 6.1, which has one table only.
    private final Optional<Namespace> parent;

    private final Map<String, String> limits = new LinkedHashMap<>();

    /// Lives as long as the process: it holds one descriptor.
    Nursery() {
        Namespace namespace = Namespace.create();
        boolean suits = false;
        try {
            suits = namespace.in(this::prepare);
        } finally {
            if (!suits) {
                namespace.close();
            }
        }
        parent = suits ? Optional.of(namespace) : Optional.empty();
    }

    private boolean prepare() {
        try {
            Sysctl.write(ROWS_OF_CHILDREN, ROWS);
        } catch (NoSuchSetting older) {
            return false;
        }
        for (String each : LIMITS) {
            limits.put(each, Sysctl.read(each));
        }
        return true;
    }

    /// The kernel of a fresh namespace.
    ///
    /// @param maker makes its interfaces
    Kernel create(PortMaker maker) {
        Namespace fresh = parent.map(each -> each.in(Namespace::create)).orElseGet(Namespace::create);
        Kernel kernel = new LocalKernel(fresh, maker);
        try {
            // What it would have had.
            limits.forEach(kernel::write);
            return kernel;
        } catch (RuntimeException problem) {
            kernel.close();
            throw problem;
        }
    }
}
