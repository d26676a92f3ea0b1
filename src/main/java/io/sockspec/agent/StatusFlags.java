package io.sockspec.agent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/// The status flags of an open file description, as Linux numbers them, by their names joined by
/// `|`; bits without a name are one hexadecimal number.
///
/// @spec open(2), fcntl(2) F_GETFL
public final class StatusFlags {
    private static final int ACCESS = 3;
    private static final String[] ACCESS_NAMES = {"O_RDONLY", "O_WRONLY", "O_RDWR"};
    private static final Map<String, Integer> BITS = new LinkedHashMap<>();

    static {
        BITS.put("O_APPEND", 0x400);
        BITS.put("O_NONBLOCK", 0x800);
        BITS.put("O_ASYNC", 0x2000);
        BITS.put("O_DIRECT", 0x4000);
        BITS.put("O_LARGEFILE", 0x8000);
        BITS.put("O_NOATIME", 0x40000);
    }

    private StatusFlags() {}

    public static String text(int flags) {
        StringJoiner names = new StringJoiner("|").setEmptyValue("0");
        int access = flags & ACCESS;
        // O_RDONLY is no bit: it goes without saying.
        if (access != 0) {
            names.add(access < ACCESS_NAMES.length ? ACCESS_NAMES[access] : "0x3");
        }
        int rest = flags & ~ACCESS;
        for (Map.Entry<String, Integer> bit : BITS.entrySet()) {
            if ((rest & bit.getValue()) != 0) {
                names.add(bit.getKey());
                rest &= ~bit.getValue();
            }
        }
        if (rest != 0) {
            names.add("0x" + Integer.toHexString(rest));
        }
        return names.toString();
    }

    /// @throws IllegalArgumentException when a part is neither a name nor a hexadecimal number
    public static int parse(String text) {
        int flags = 0;
        for (String part : text.equals("0") ? new String[0] : text.split("\\|", -1)) {
            flags |= bits(part);
        }
        return flags;
    }

    private static int bits(String part) {
        for (int access = 0; access < ACCESS_NAMES.length; access++) {
            if (ACCESS_NAMES[access].equals(part)) {
                return access;
            }
        }
        Integer bit = BITS.get(part);
        if (bit != null) {
            return bit;
        }
        if (part.matches("0x[0-9a-f]{1,8}")) {
            return Integer.parseUnsignedInt(part.substring(2), 16);
        }
        throw new IllegalArgumentException("'" + part + "' is no status flag; known are " + BITS.keySet());
    }
}
