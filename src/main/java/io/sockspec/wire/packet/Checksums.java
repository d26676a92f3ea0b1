package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;
import java.util.Optional;

/// Verifies the checksums of what an IP packet carries, and writes those of a frame anew.
final class Checksums {
    private static final int IPV4_FIELD = 10;

    private Checksums() {}

    /// What the receiver finds; empty for a protocol without a known checksum.
    static Optional<Checksum> verify(Carried carried) {
        Octets payload = carried.payload();
        return switch (carried.protocol()) {
            case Ipv4.TCP, Ipv6.ICMP6 -> Optional.of(verifyWithPseudoHeader(carried, carried.lengthBytes()));
            case Ipv4.ICMP, Ipv4.IGMP -> Optional.of(Checksum.verify(payload, 0, carried.whole()));
            case Ipv4.UDP -> payload.length() < Udp.LENGTH ? Optional.empty() : Optional.of(verifyUdp(carried));
            default -> Optional.empty();
        };
    }

    private static Checksum verifyUdp(Carried carried) {
        Octets datagram = carried.payload();
        boolean none = datagram.shortAt(6) == 0 && carried.version() == 4;
        return none ? Checksum.ABSENT : verifyWithPseudoHeader(carried, datagram.shortAt(4));
    }

    private static Checksum verifyWithPseudoHeader(Carried carried, int coveredBytes) {
        Octets covered = carried.payload().part(0, coveredBytes);
        return Checksum.verify(covered, carried.pseudoSum(coveredBytes), covered.length() == coveredBytes);
    }

    /// The frame with right checksums of IPv4 and of what it carries. A UDP checksum of 0 stays: it
    /// says "none".
    static Bytes mend(Bytes frame) {
        byte[] mended = frame.toArray();
        Packet packet = Packet.of(frame);
        packet.ipv4Octets().ifPresent(octets -> mendHeader(octets, mended));
        packet.carried().ifPresent(carried -> mendPayload(carried, mended));
        return Bytes.copyOf(mended);
    }

    private static void mendHeader(Octets packet, byte[] mended) {
        int header = Ipv4.headerBytes(packet);
        if (header > 0) {
            write(packet.part(0, header), IPV4_FIELD, 0, mended);
        }
    }

    private static void mendPayload(Carried carried, byte[] mended) {
        Octets payload = carried.payload();
        switch (carried.protocol()) {
            case Ipv4.TCP -> write(payload, 16, carried.pseudoSum(carried.lengthBytes()), mended);
            case Ipv4.UDP -> mendUdp(carried, mended);
            case Ipv4.ICMP, Ipv4.IGMP -> write(payload, 2, 0, mended);
            case Ipv6.ICMP6 -> write(payload, 2, carried.pseudoSum(carried.lengthBytes()), mended);
            default -> {}
        }
    }

    private static void mendUdp(Carried carried, byte[] mended) {
        Octets payload = carried.payload();
        if (payload.length() >= Udp.LENGTH && payload.shortAt(6) != 0) {
            int length = payload.shortAt(4);
            write(payload.part(0, Math.max(Udp.LENGTH, length)), 6, carried.pseudoSum(length), mended);
        }
    }

    private static void write(Octets covered, int field, long pseudo, byte[] mended) {
        if (covered.length() < field + 2) {
            return;
        }
        long others = Checksum.sum(covered) - covered.shortAt(field) + pseudo;
        int checksum = ~Checksum.fold(others) & Checksum.MASK;
        // 0 would say "no checksum" in UDP; its other form in one's complement is as right everywhere.
        int written = checksum == 0 ? Checksum.MASK : checksum;
        mended[covered.from() + field] = (byte) (written >> 8);
        mended[covered.from() + field + 1] = (byte) written;
    }
}
