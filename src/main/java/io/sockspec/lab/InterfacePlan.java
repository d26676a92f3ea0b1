package io.sockspec.lab;

import io.sockspec.socket.Ip4;
import io.sockspec.socket.Ip6;
import io.sockspec.socket.Mac;
import java.util.Optional;

/// One interface of a planned host: its name inside the host, the segment it is on, its addresses,
/// and the longest
/// packet it carries in bytes without the Ethernet header (68 to 65521). The prefix of an IPv6
/// address has 64 bits.
public record InterfacePlan(
        String name, String segment, Mac mac, Ip4 ip4, int prefixLength, Optional<Ip6> ip6, int mtuBytes) {
    public static final int IP6_PREFIX_LENGTH = 64;

    InterfacePlan withIp6(Optional<Ip6> address) {
        return new InterfacePlan(name, segment, mac, ip4, prefixLength, address, mtuBytes);
    }

    /// The directed broadcast address of the interface's network.
    public Ip4 broadcast() {
        return new Ip4(prefixLength == 32 ? ip4.bits() : ip4.bits() | -1 >>> prefixLength);
    }
}
