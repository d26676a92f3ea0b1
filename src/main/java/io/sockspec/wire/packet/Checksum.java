package io.sockspec.wire.packet;

import java.util.Locale;

/// What the receiver of a packet finds when it verifies a checksum.
///
/// @spec RFC 1071
public enum Checksum {
    RIGHT,
    WRONG,
    /// The sender computed none: the field of a UDP datagram over IPv4 is 0.
    ABSENT,
    /// Not all of the packet is there, so nothing can be said.
    UNKNOWN;

    static final int MASK = 0xffff;

    /// Verifies a sum over the stretch, which includes the checksum field.
    ///
    /// @param pseudo the sum over a pseudo header, or 0
    /// @param whole whether the stretch is all that the checksum covers
    static Checksum verify(Octets covered, long pseudo, boolean whole) {
        if (!whole) {
            return UNKNOWN;
        }
        return fold(pseudo + sum(covered)) == MASK ? RIGHT : WRONG;
    }

    /// The sum of all 16-bit words, an odd last byte taken as the high half of a word.
    static long sum(Octets octets) {
        long sum = 0;
        int even = octets.length() & ~1;
        for (int i = 0; i < even; i += 2) {
            sum += octets.shortAt(i);
        }
        return even == octets.length() ? sum : sum + ((long) octets.byteAt(even) << 8);
    }

    /// Folds the carries into 16 bits.
    static int fold(long sum) {
        long folded = sum;
        while (folded > MASK) {
            folded = (folded & MASK) + (folded >>> 16);
        }
        return (int) folded;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
