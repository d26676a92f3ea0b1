package io.sockspec.lab.namespace;

import static io.sockspec.lab.namespace.NetlinkBatch.ACK;
import static io.sockspec.lab.namespace.NetlinkBatch.CREATE;
import static io.sockspec.lab.namespace.NetlinkBatch.EXCLUSIVE;
import static io.sockspec.lab.namespace.NetlinkBatch.REPLACE;

import io.sockspec.lab.InterfacePlan;
import io.sockspec.lab.Prefix;
import io.sockspec.lab.Route;
import io.sockspec.socket.Mac;

/// The messages by which links, addresses and routes are made.
///
/// @spec rtnetlink(7)
final class Rtnetlink {
    private static final int NEWLINK = 16;
    private static final int NEWADDR = 20;
    private static final int DELADDR = 21;
    private static final int NEWROUTE = 24;
    private static final int DELROUTE = 25;
    private static final int NEWQDISC = 36;

    private static final int IFF_UP = 1;
    private static final int IFF_NOARP = 0x80;
    private static final int IFLA_ADDRESS = 1;
    private static final int IFLA_IFNAME = 3;
    private static final int IFLA_MTU = 4;
    private static final int IFLA_TXQLEN = 13;
    private static final int IFLA_LINKINFO = 18;
    private static final int IFLA_NET_NS_FD = 28;
    private static final int IFLA_INFO_KIND = 1;
    private static final int IFLA_INFO_DATA = 2;
    private static final int VETH_INFO_PEER = 1;

    private static final int IFA_ADDRESS = 1;
    private static final int IFA_LOCAL = 2;
    private static final int IFA_BROADCAST = 4;
    private static final int IFA_F_NODAD = 2;

    private static final int RTA_DST = 1;
    private static final int RTA_OIF = 4;
    private static final int RTA_GATEWAY = 5;
    private static final int TABLE_MAIN = 254;
    private static final int PROTOCOL_STATIC = 4;
    private static final int SCOPE_UNIVERSE = 0;
    private static final int SCOPE_LINK = 253;
    private static final int SCOPE_NOWHERE = 255;

    private static final int TCA_KIND = 1;
    private static final int TC_H_ROOT = -1;

    private Rtnetlink() {}

    /// A pair of connected interfaces, both down: one as planned in this namespace, its peer in
    /// another.
    static void vethPair(NetlinkBatch batch, InterfacePlan plan, String peerName, Namespace peerHome) {
        batch.message(NEWLINK, ACK | CREATE | EXCLUSIVE, "make a veth pair for " + plan.name());
        link(batch, 0, 0, 0)
                .attribute(IFLA_IFNAME, plan.name())
                .attribute(IFLA_MTU, plan.mtuBytes())
                .begin(IFLA_LINKINFO)
                .attribute(IFLA_INFO_KIND, "veth")
                .begin(IFLA_INFO_DATA)
                .begin(VETH_INFO_PEER);
        link(batch, 0, 0, 0)
                .attribute(IFLA_IFNAME, peerName)
                .attribute(IFLA_MTU, plan.mtuBytes())
                .attribute(IFLA_NET_NS_FD, peerHome.fd())
                .end()
                .end()
                .end();
    }

    /// The properties an interface can only be given, or is best given, while it is down.
    static void configure(NetlinkBatch batch, int index, InterfacePlan plan, Mac mac, int queueFrames) {
        batch.message(NEWLINK, ACK, "configure " + plan.name());
        link(batch, index, 0, IFF_UP)
                .attribute(IFLA_ADDRESS, mac.bytes().toArray())
                .attribute(IFLA_MTU, plan.mtuBytes())
                .attribute(IFLA_TXQLEN, queueFrames);
    }

    static void up(NetlinkBatch batch, int index, String name, boolean up) {
        batch.message(NEWLINK, ACK, "switch " + name + (up ? " on" : " off"));
        link(batch, index, up ? IFF_UP : 0, IFF_UP);
    }

    /// Switches an interface on, without ARP.
    static void upWithoutArp(NetlinkBatch batch, int index, String name) {
        batch.message(NEWLINK, ACK, "switch " + name + " on");
        link(batch, index, IFF_UP | IFF_NOARP, IFF_UP | IFF_NOARP);
    }

    /// @param changed which of the flags are meant
    private static NetlinkBatch link(NetlinkBatch batch, int index, int flags, int changed) {
        return batch.octet(0).octet(0).half(0).word(index).word(flags).word(changed);
    }

    /// Sends on an interface become synchronous: no queue can hold a frame back, or let another one
    /// overtake it.
    static void withoutQueue(NetlinkBatch batch, int index, String name) {
        batch.message(NEWQDISC, ACK | CREATE | REPLACE, "take the queue from " + name)
                .word(0)
                .word(index)
                .word(0)
                .word(TC_H_ROOT)
                .word(0)
                .attribute(TCA_KIND, "noqueue");
    }

    static void address(NetlinkBatch batch, boolean add, int index, String name, Prefix prefix) {
        byte[] address = prefix.address().toArray();
        String purpose = (add ? "add " : "delete ") + prefix + (add ? " to " : " from ") + name;
        batch.message(add ? NEWADDR : DELADDR, add ? ACK | CREATE | EXCLUSIVE : ACK, purpose)
                .octet(family(prefix))
                .octet(prefix.lengthBits())
                .octet(address.length == 16 && add ? IFA_F_NODAD : 0)
                .octet(SCOPE_UNIVERSE)
                .word(index)
                .attribute(IFA_LOCAL, address)
                .attribute(IFA_ADDRESS, address);
        if (address.length == 4 && prefix.lengthBits() < 31 && add && !name.equals("lo")) {
            batch.attribute(IFA_BROADCAST, lastOf(address, prefix.lengthBits()));
        }
    }

    static void route(NetlinkBatch batch, boolean add, Route route, int index) {
        Prefix to = route.destination();
        batch.message(
                        add ? NEWROUTE : DELROUTE,
                        add ? ACK | CREATE | EXCLUSIVE : ACK,
                        (add ? "add the route " : "delete the route ") + route)
                .octet(family(to))
                .octet(to.lengthBits())
                .octet(0)
                .octet(0)
                .octet(TABLE_MAIN)
                .octet(add ? PROTOCOL_STATIC : 0)
                .octet(add ? scope(route) : SCOPE_NOWHERE)
                .octet(route.kind().number())
                .word(0)
                .attribute(RTA_DST, to.address().toArray());
        route.gateway().ifPresent(gateway -> batch.attribute(RTA_GATEWAY, gateway.toArray()));
        if (index > 0) {
            batch.attribute(RTA_OIF, index);
        }
    }

    private static int scope(Route route) {
        boolean direct = route.kind() == Route.Kind.UNICAST && route.gateway().isEmpty();
        return direct ? SCOPE_LINK : SCOPE_UNIVERSE;
    }

    private static int family(Prefix prefix) {
        return prefix.address().length() == 4 ? 2 : 10;
    }

    private static byte[] lastOf(byte[] network, int prefixLength) {
        byte[] last = network.clone();
        for (int bit = prefixLength; bit < Integer.SIZE; bit++) {
            last[bit / 8] |= (byte) (0x80 >> bit % 8);
        }
        return last;
    }
}
