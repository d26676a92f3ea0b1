package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import java.util.Optional;

/// An IPv4 header.
///
/// @param headerWords the IHL: the header's length in 32-bit words, 5 to 15
/// @param totalLengthBytes header and payload, as the header says
/// @param offsetBytes where a fragment belongs in the whole datagram
/// @param checksumField the header checksum as it lies in the header
/// @param options the bytes behind the first 20, empty for an IHL of 5
/// @param payload what follows the header up to the total length, or up to the end of the frame
///     when that comes first
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
        int checksumField,
        Checksum checksum,
        Bytes options,
        Bytes payload) {
    public static final int ICMP = 1;
    public static final int IGMP = 2;
    public static final int TCP = 6;
    public static final int UDP = 17;
    static final int MINIMUM = 20;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int ROUTER_ALERT = 148;

    static Optional<Ipv4> read(Octets packet) {
        int header = headerBytes(packet);
        if (header == 0) {
            return Optional.empty();
        }
        int fragment = packet.shortAt(6);
        return Optional.of(new Ipv4(
                new Ip4(packet.intAt(12)),
                new Ip4(packet.intAt(16)),
                packet.byteAt(8),
                packet.byteAt(9),
                header / 4,
                packet.byteAt(1),
                packet.shortAt(2),
                packet.shortAt(4),
                (fragment & DONT_FRAGMENT) != 0,
                (fragment & MORE_FRAGMENTS) != 0,
                (fragment & 0x1fff) * 8,
                packet.shortAt(10),
                Checksum.verify(packet.part(0, header), 0, true),
                packet.copy(MINIMUM, header),
                payload(packet, header).copy()));
    }

    static Optional<Carried> carried(Octets packet) {
        int header = headerBytes(packet);
        if (header == 0 || (packet.shortAt(6) & (MORE_FRAGMENTS | 0x1fff)) != 0) {
            return Optional.empty();
        }
        int length = Math.max(0, packet.shortAt(2) - header);
        return Optional.of(new Carried(4, packet.part(12, MINIMUM), packet.byteAt(9), payload(packet, header), length));
    }

    /// The header's length, or 0 when there is no whole IPv4 header.
    static int headerBytes(Octets packet) {
        int words = packet.length() < MINIMUM || packet.byteAt(0) >> 4 != 4 ? 0 : packet.byteAt(0) & 0xf;
        return words < 5 || words * 4 > packet.length() ? 0 : words * 4;
    }

    private static Octets payload(Octets packet, int header) {
        return packet.part(header, Math.max(header, packet.shortAt(2)));
    }

    public boolean isFragment() {
        return moreFragments || offsetBytes > 0;
    }

    /// Whether the options hold Router Alert.
    ///
    /// @spec RFC 2113
    public boolean routerAlert() {
        return Options.find(options, ROUTER_ALERT).isPresent();
    }
}
