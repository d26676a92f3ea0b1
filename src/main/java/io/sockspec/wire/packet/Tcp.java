package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;
import java.util.Optional;
import java.util.Set;

/// A TCP segment; sequence numbers are 0 to 2^32-1.
///
/// @param headerWords the data offset: the header's length in 32-bit words, 5 to 15
/// @param window the field as it lies in the header, not scaled
/// @param checksumField the checksum as it lies in the header
/// @param options the bytes behind the first 20, empty for a data offset of 5
/// @param payloadLengthBytes by the IP header; exceeds the payload's own length only when the frame
///     was cut
/// @spec RFC 9293 section 3.1
public record Tcp(
        int sourcePort,
        int destinationPort,
        long sequence,
        long acknowledgment,
        int headerWords,
        Set<TcpFlag> flags,
        int window,
        int checksumField,
        int urgentPointer,
        Bytes options,
        Bytes payload,
        int payloadLengthBytes) {
    public static final int MAXIMUM_SEGMENT_SIZE = 2;
    public static final int WINDOW_SCALE = 3;
    public static final int SACK_PERMITTED = 4;
    public static final int TIMESTAMPS = 8;
    static final int MINIMUM = 20;

    public Tcp {
        flags = TcpFlag.copyOf(flags);
    }

    static Optional<Tcp> read(Carried carried) {
        Octets segment = carried.payload();
        int header = segment.length() < MINIMUM ? 0 : (segment.byteAt(12) >> 4) * 4;
        if (header < MINIMUM || header > segment.length()) {
            return Optional.empty();
        }
        return Optional.of(new Tcp(
                segment.shortAt(0),
                segment.shortAt(2),
                segment.unsignedAt(4),
                segment.unsignedAt(8),
                header / 4,
                TcpFlag.of(segment.byteAt(13)),
                segment.shortAt(14),
                segment.shortAt(16),
                segment.shortAt(18),
                segment.copy(MINIMUM, header),
                segment.from(header).copy(),
                carried.lengthBytes() - header));
    }

    public boolean has(TcpFlag flag) {
        return flags.contains(flag);
    }

    /// The flags as text in the order of [TcpFlag], such as `SYN,ACK`; `none` when there is none.
    public String flagsText() {
        return TcpFlag.text(flags);
    }

    /// The flags as they lie in the header.
    public int flagBits() {
        return flags.stream().mapToInt(TcpFlag::bit).sum();
    }

    /// The data of the first option of a kind, without kind and length.
    public Optional<Bytes> option(int kind) {
        return Options.find(options, kind);
    }

    /// How far the segment moves the sequence number: its payload, and one each for SYN and FIN.
    public int sequenceSpace() {
        return payloadLengthBytes + (has(TcpFlag.SYN) ? 1 : 0) + (has(TcpFlag.FIN) ? 1 : 0);
    }
}
