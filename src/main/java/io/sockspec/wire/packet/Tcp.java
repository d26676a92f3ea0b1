package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;
import java.util.Set;

/// A TCP segment; sequence numbers are 0 to 2^32-1.
///
/// @param headerWords the data offset: the header's length in 32-bit words, 5 to 15
/// @param window the field as it lies in the header, not scaled
/// @param options the bytes behind the first 20, empty for a data offset of 5
/// @spec RFC 9293 section 3.1
public record Tcp(
        int sourcePort,
        int destinationPort,
        long sequence,
        long acknowledgment,
        int headerWords,
        Set<TcpFlag> flags,
        int window,
        int checksum,
        boolean checksumRight,
        int urgentPointer,
        Bytes options,
        Bytes payload) {
    public Tcp {
        flags = TcpFlag.copyOf(flags);
    }

    public boolean has(TcpFlag flag) {
        return flags.contains(flag);
    }

    /// The flags as text in the order of [TcpFlag], such as `SYN,ACK`; `none` when there is none.
    public String flagsText() {
        return TcpFlag.text(flags);
    }
}
