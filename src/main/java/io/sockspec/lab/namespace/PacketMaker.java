package io.sockspec.lab.namespace;

import io.sockspec.lab.InterfacePlan;
import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.wire.Port;

/// Interfaces that are one end of a veth pair; the other end is in a namespace of the lab's own,
/// where a packet socket
/// reads and writes it.
final class PacketMaker implements PortMaker {
    private static final int AF_PACKET = 17;
    private static final int SOCK_RAW_NONBLOCK_CLOEXEC = 3 | 0x800 | 0x80000;
    private static final int ETH_P_ALL = 3;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;
    private static final int SOL_PACKET = 263;
    private static final int PACKET_QDISC_BYPASS = 20;
    private static final int PACKET_IGNORE_OUTGOING = 23;
    private static final int RECEIVE_BYTES = 8 << 20;
    private static final int SOCKADDR_LL_BYTES = 20;

    private final Namespace middle = Namespace.create();
    private final Reaper reaper;
    private int count;

    PacketMaker(Reaper reaper) {
        this.reaper = reaper;
        try {
            middle.in(() -> {
                HostDefaults.silenceIpv6();
                return null;
            });
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
        // Protocol 0 receives nothing until bind, so no frame of another interface can slip in.
        int fd = Namespace.check(Libc.socket(AF_PACKET, SOCK_RAW_NONBLOCK_CLOEXEC, 0), "open a packet socket");
        try {
            configure(fd);
            bind(fd, index);
            return fd;
        } catch (RuntimeException problem) {
            Libc.close(fd);
            throw problem;
        }
    }

    private static void configure(int fd) {
        try (Memory value = Memory.confined(4).putInt(0, RECEIVE_BYTES)) {
            if (Libc.setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, value, 4) < 0) {
                // An unprivileged namespace may not exceed net.core.rmem_max.
                Libc.setsockopt(fd, SOL_SOCKET, SO_RCVBUF, value, 4);
            }
            value.putInt(0, 1);
            Namespace.check(
                    Libc.setsockopt(fd, SOL_PACKET, PACKET_IGNORE_OUTGOING, value, 4), "set PACKET_IGNORE_OUTGOING");
            // Without it, frames sent before the kernel has noticed the new carrier vanish in a queue.
            Namespace.check(Libc.setsockopt(fd, SOL_PACKET, PACKET_QDISC_BYPASS, value, 4), "set PACKET_QDISC_BYPASS");
        }
    }

    private static void bind(int fd, int index) {
        try (Memory address = Memory.confined(SOCKADDR_LL_BYTES)) {
            address.putShort(0, AF_PACKET).putNetworkShort(2, ETH_P_ALL).putInt(4, index);
            Namespace.check(Libc.bind(fd, address, SOCKADDR_LL_BYTES), "bind a packet socket");
        }
    }

    @Override
    public void close() {
        middle.close();
    }
}
