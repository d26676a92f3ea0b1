package io.sockspec.wire.packet;

/// What an IP packet carries whole, that is: not in fragments.
///
/// @param version 4 or 6
/// @param addresses the source and the destination address as they lie in the header, for the
///     pseudo header
/// @param payload what follows the IP headers, as far as it is in the frame
/// @param lengthBytes the length of the payload by the IP header, which exceeds the stretch when
///     the frame was cut
record Carried(int version, Octets addresses, int protocol, Octets payload, int lengthBytes) {
    boolean whole() {
        return payload.length() == lengthBytes;
    }

    /// The sum over the pseudo header of a payload whose first `coveredBytes` the checksum covers.
    long pseudoSum(int coveredBytes) {
        return Checksum.sum(addresses) + protocol + coveredBytes;
    }
}
