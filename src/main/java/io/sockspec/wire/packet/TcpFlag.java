package io.sockspec.wire.packet;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// A control bit of TCP, in the order in which they print: `SYN,ACK`, `FIN,ACK`, `RST,ACK`,
/// `PSH,ACK`.
///
/// @spec RFC 9293 section 3.1; RFC 3168 section 6.1
public enum TcpFlag {
    FIN(1),
    SYN(2),
    RST(4),
    PSH(8),
    ACK(16),
    URG(32),
    ECE(64),
    CWR(128);

    private final int bit;

    TcpFlag(int bit) {
        this.bit = bit;
    }

    public int bit() {
        return bit;
    }

    /// Reads names joined by commas, such as `SYN,ACK`; `none` is the empty set.
    ///
    /// @throws IllegalArgumentException when a name is unknown
    public static Set<TcpFlag> parse(String text) {
        Set<TcpFlag> flags = EnumSet.noneOf(TcpFlag.class);
        for (String name : text.equals("none") ? new String[0] : text.split(",", -1)) {
            flags.add(named(name));
        }
        return flags;
    }

    private static TcpFlag named(String name) {
        for (TcpFlag flag : values()) {
            if (flag.name().equals(name)) {
                return flag;
            }
        }
        throw new IllegalArgumentException(
                "'" + name + "' is not a TCP flag; known are FIN,SYN,RST,PSH,ACK,URG,ECE,CWR");
    }

    /// The flags whose bits are set in the low byte of `bits`.
    public static Set<TcpFlag> of(int bits) {
        Set<TcpFlag> flags = EnumSet.noneOf(TcpFlag.class);
        for (TcpFlag flag : values()) {
            if ((bits & flag.bit) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }

    static Set<TcpFlag> copyOf(Collection<TcpFlag> flags) {
        Set<TcpFlag> copy = EnumSet.noneOf(TcpFlag.class);
        copy.addAll(flags);
        return Collections.unmodifiableSet(copy);
    }

    static String text(Set<TcpFlag> flags) {
        return flags.isEmpty() ? "none" : flags.stream().map(Enum::name).collect(Collectors.joining(","));
    }
}
