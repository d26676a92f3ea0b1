package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;

/// A stretch of a frame, read in network order at offsets from its start, without copying.
///
/// @param from the first byte's index in the frame
/// @param to the index behind the last byte
record Octets(Bytes frame, int from, int to) {
    static Octets of(Bytes frame) {
        return new Octets(frame, 0, frame.length());
    }

    int length() {
        return to - from;
    }

    int byteAt(int offset) {
        return frame.at(from + offset);
    }

    int shortAt(int offset) {
        return byteAt(offset) << 8 | byteAt(offset + 1);
    }

    int intAt(int offset) {
        return shortAt(offset) << 16 | shortAt(offset + 2);
    }

    long unsignedAt(int offset) {
        return intAt(offset) & 0xffffffffL;
    }

    /// The part from `offset` on.
    Octets from(int offset) {
        return part(offset, length());
    }

    /// The part between two offsets, clipped to this stretch.
    Octets part(int start, int end) {
        int last = Math.clamp(end, 0, length());
        return new Octets(frame, from + Math.min(start, last), from + last);
    }

    Bytes copy(int start, int end) {
        return frame.slice(from + start, from + end);
    }

    Bytes copy() {
        return frame.slice(from, to);
    }
}
