package io.sockspec.socket;

import java.util.List;
import java.util.stream.Collectors;

/// A set of poll() event bits; prints their names joined by `|`, unknown bits as a number.
///
/// @spec POSIX.1-2024 poll(); poll(2)
public record PollEvents(int bits) {
    private static final List<String> NAMES = List.of(
            "POLLIN",
            "POLLPRI",
            "POLLOUT",
            "POLLERR",
            "POLLHUP",
            "POLLNVAL",
            "POLLRDNORM",
            "POLLRDBAND",
            "POLLWRNORM",
            "POLLWRBAND");
    private static final int RDHUP = 0x2000;

    public static final PollEvents NONE = new PollEvents(0);
    public static final PollEvents POLLIN = new PollEvents(1);
    public static final PollEvents POLLOUT = new PollEvents(4);

    /// Reads names joined by `|`, a bit without a name as a hexadecimal number; `0` is the empty
    /// set.
    ///
    /// @throws IllegalArgumentException when a name is unknown
    public static PollEvents parse(String text) {
        int bits = 0;
        for (String name : text.equals("0") ? new String[0] : text.split("\\|", -1)) {
            if (name.matches("0x[0-9a-f]{1,8}")) {
                bits |= Integer.parseUnsignedInt(name, 2, name.length(), 16);
                continue;
            }
            int index = NAMES.indexOf(name);
            if (index < 0 && !name.equals("POLLRDHUP")) {
                throw new IllegalArgumentException(
                        "'" + name + "' is not a poll event; known are " + String.join(", ", NAMES) + ", POLLRDHUP");
            }
            bits |= index < 0 ? RDHUP : 1 << index;
        }
        return new PollEvents(bits);
    }

    public boolean has(PollEvents events) {
        return (bits & events.bits) == events.bits;
    }

    @Override
    public String toString() {
        String known = java.util.stream.IntStream.range(0, NAMES.size())
                .filter(i -> (bits >> i & 1) == 1)
                .mapToObj(NAMES::get)
                .collect(Collectors.joining("|"));
        int rest = bits & ~(RDHUP | (1 << NAMES.size()) - 1);
        String text = known
                + ((bits & RDHUP) != 0 ? "|POLLRDHUP" : "")
                + (rest != 0 ? "|0x" + Integer.toHexString(rest) : "");
        return text.isEmpty() ? "0" : text.replaceFirst("^\\|", "");
    }
}
