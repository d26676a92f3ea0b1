package io.sockspec.wire.packet;

/// What an IP packet carries whole, that is: not in fragments.
///
/// @param version 4 or 6
/// @param addresses the source and the destination address as they lie in the header, for the
/// pseudo header
/// @param payload what follows the IP headers, as far as it is in the frame
/// @param lengthBytes the length of the payload by the IP header, which exceeds the stretch when
/// the frame was cut
record Carried(int version, Octets addresses, int protocol, Octets payload, int lengthBytes) {
    boolean whole() {
        return payload.length() == lengthBytes;
    }

    /// The checksum over the payload alone.
    Checksum plainChecksum() {
        return Checksum.verify(payload, 0, whole());
    }

    /// The checksum over a pseudo header and the first `coveredBytes` of the payload.
    Checksum pseudoChecksum(int coveredBytes) {
        Octets covered = payload.part(0, coveredBytes);
        return Checksum.verify(covered, pseudoSum(coveredBytes), covered.length() == coveredBytes);
    }

    long pseudoSum(int coveredBytes) {
        return Checksum.sum(addresses) + protocol + coveredBytes;
    }
}
