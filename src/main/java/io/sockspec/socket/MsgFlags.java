package io.sockspec.socket;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A set of MSG_ flags of the send and receive calls; prints their names joined by `|`.
///
/// @spec POSIX.1-2024 <sys/socket.h>; recv(2), send(2)
public record MsgFlags(int bits) {
    private static final Map<String, Integer> BITS = new LinkedHashMap<>();

    static {
        String table = "MSG_OOB=1 MSG_PEEK=2 MSG_DONTROUTE=4 MSG_CTRUNC=8 MSG_TRUNC=32 MSG_DONTWAIT=64 MSG_EOR=128 "
                + "MSG_WAITALL=256 MSG_CONFIRM=2048 MSG_ERRQUEUE=8192 MSG_NOSIGNAL=16384 MSG_MORE=32768 "
                + "MSG_CMSG_CLOEXEC=1073741824";
        for (String entry : table.split(" ", -1)) {
            String[] parts = entry.split("=", -1);
            BITS.put(parts[0], Integer.parseInt(parts[1]));
        }
    }

    public static final MsgFlags NONE = new MsgFlags(0);
    public static final MsgFlags MSG_CTRUNC = parse("MSG_CTRUNC");
    public static final MsgFlags MSG_TRUNC = parse("MSG_TRUNC");
    public static final MsgFlags MSG_DONTWAIT = parse("MSG_DONTWAIT");
    public static final MsgFlags MSG_NOSIGNAL = parse("MSG_NOSIGNAL");

    /// Reads names joined by `|`, a bit without a name as a hexadecimal number; `0` is the empty
    /// set.
    ///
    /// @throws IllegalArgumentException when a name is unknown
    public static MsgFlags parse(String text) {
        int bits = 0;
        for (String name : text.equals("0") ? new String[0] : text.split("\\|", -1)) {
            Integer bit = name.matches("0x[0-9a-f]{1,8}")
                    ? Integer.valueOf(Integer.parseUnsignedInt(name, 2, name.length(), 16))
                    : BITS.get(name);
            if (bit == null) {
                throw new IllegalArgumentException(
                        "'" + name + "' is not a message flag; known are " + String.join(", ", BITS.keySet()));
            }
            bits |= bit;
        }
        return new MsgFlags(bits);
    }

    public boolean has(MsgFlags flags) {
        return (bits & flags.bits) == flags.bits;
    }

    public MsgFlags with(MsgFlags flags) {
        return new MsgFlags(bits | flags.bits);
    }

    @Override
    public String toString() {
        String known = BITS.entrySet().stream()
                .filter(entry -> (bits & entry.getValue()) != 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining("|"));
        int rest = bits & ~BITS.values().stream().mapToInt(Integer::intValue).sum();
        return known
                + (rest != 0
                        ? (known.isEmpty() ? "" : "|") + "0x" + Integer.toHexString(rest)
                        : known.isEmpty() ? "0" : "");
    }
}
