package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip6;

/// An IPv6 header with its extension headers.
///
/// @param protocol the next header behind all extension headers
/// @param routerAlert whether a hop-by-hop header holds Router Alert
/// @param fragment whether there is a fragment header
/// @param payload what follows the extension headers
/// @spec RFC 8200
public record Ipv6(
        Ip6 source,
        Ip6 destination,
        int hopLimit,
        int protocol,
        int payloadLengthBytes,
        boolean routerAlert,
        boolean fragment,
        Bytes payload) {
    public static final int HOP_BY_HOP = 0;
    public static final int ICMP6 = 58;
}
