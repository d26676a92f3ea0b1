package io.sockspec.wire.packet;

import io.sockspec.socket.Ip4;
import io.sockspec.socket.Mac;

/// An ARP packet for IPv4 over Ethernet.
///
/// @param operation 1 request, 2 reply
/// @spec RFC 826
public record Arp(int operation, Mac senderMac, Ip4 senderIp, Mac targetMac, Ip4 targetIp) {
    public static final int REQUEST = 1;
    public static final int REPLY = 2;
}
