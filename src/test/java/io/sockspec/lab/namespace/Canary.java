package io.sockspec.lab.namespace;

import io.sockspec.lab.Host;
import io.sockspec.lab.InterfacePlan;
import io.sockspec.lab.LabPlan;

/// Tells when the kernel has cleaned a namespace up: one end of a veth pair in it takes the other
/// end, which is here,
/// along. The kernel does so some time after the last reference is gone.
final class Canary implements AutoCloseable {
    private static final InterfacePlan ANY =
            LabPlan.of("canary").hosts().getFirst().interfaces().getFirst();

    private final Namespace cage = Namespace.create();
    private int count;

    /// Puts a canary into the namespace that the calling thread is in.
    void put() {
        InterfacePlan end =
                new InterfacePlan("canary", ANY.segment(), ANY.mac(), ANY.ip4(), 24, ANY.ip6(), ANY.mtuBytes());
        try (Netlink netlink = Netlink.open(Netlink.ROUTE)) {
            NetlinkBatch batch = new NetlinkBatch();
            Rtnetlink.vethPair(batch, end, "canary" + count++, cage);
            netlink.run(batch);
        }
    }

    void put(Host host) {
        host.in(() -> {
            put();
            return host;
        });
    }

    /// How many namespaces with a canary are still there.
    long alive() {
        return cage.in(() -> Sysctl.table("/proc/thread-self/net/dev")
                .lines()
                .filter(line -> line.contains("canary"))
                .count());
    }

    @Override
    public void close() {
        cage.close();
    }
}
