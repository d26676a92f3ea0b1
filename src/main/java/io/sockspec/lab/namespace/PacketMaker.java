package io.sockspec.lab.namespace;

import io.sockspec.lab.InterfacePlan;
import io.sockspec.wire.Port;

/// Interfaces that are one end of a veth pair; the other end is in a namespace of the lab's own,
/// where a packet socket
/// reads and writes it.
final class PacketMaker implements PortMaker {
    private final Namespace middle = Namespace.create();
    private final Reaper reaper;
    private int count;

    PacketMaker(Reaper reaper) {
        this.reaper = reaper;
        try {
            HostDefaults.silenceIpv6(new LocalKernel(middle, this));
        } catch (RuntimeException problem) {
            middle.close();
            throw problem;
        }
    }

    @Override
    public Port make(Netlink netlink, String host, InterfacePlan plan) {
        String peer = "p" + count++;
        NetlinkBatch batch = new NetlinkBatch();
        Rtnetlink.vethPair(batch, plan, peer, middle);
        netlink.run(batch);
        Interfaces.withoutOffloads(netlink.fd(), plan.name());
        int fd = middle.in(() -> open(peer));
        return new PacketPort(host, PortMaker.portName(host, plan), plan.segment(), fd, reaper);
    }

    /// The lab's end goes up before the host's: the host's end then starts with a carrier, and
    /// loses no first frame.
    private static int open(String peer) {
        int index;
        try (Netlink netlink = Netlink.open(Netlink.ROUTE)) {
            index = Interfaces.index(netlink.fd(), peer);
            Interfaces.withoutOffloads(netlink.fd(), peer);
            NetlinkBatch batch = new NetlinkBatch();
            Rtnetlink.up(batch, index, peer, true);
            netlink.run(batch);
        }
        return PacketSocket.open(index);
    }

    @Override
    public void close() {
        middle.close();
    }
}
