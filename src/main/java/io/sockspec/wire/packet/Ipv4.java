package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;

/// An IPv4 header.
///
/// @param headerWords the IHL: the header's length in 32-bit words, 5 to 15
/// @param totalLengthBytes header and payload, as the header says
/// @param offsetBytes where a fragment belongs in the whole datagram
/// @param options the bytes behind the first 20, empty for an IHL of 5
/// @param payload what follows the header up to the total length, or up to the end of the frame when that comes first
/// @spec RFC 791 section 3.1
public record Ipv4(
        Ip4 source,
        Ip4 destination,
        int timeToLive,
        int protocol,
        int headerWords,
        int typeOfService,
        int totalLengthBytes,
        int identification,
        boolean dontFragment,
        boolean moreFragments,
        int offsetBytes,
        int checksum,
        boolean checksumRight,
        Bytes options,
        Bytes payload) {
    public static final int ICMP = 1;
    public static final int IGMP = 2;
    public static final int TCP = 6;
    public static final int UDP = 17;

    public boolean isFragment() {
        return moreFragments || offsetBytes > 0;
    }

    /// Whether the options hold Router Alert.
    ///
    /// @spec RFC 2113
    public boolean routerAlert() {
        throw new UnsupportedOperationException("to come");
    }
}
