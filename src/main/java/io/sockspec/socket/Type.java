package io.sockspec.socket;

import java.util.Map;

/// The second argument of socket(2), flags included; prints as C would write it.
public record Type(int number) {
    public static final int SOCK_NONBLOCK = 0x800;
    public static final int SOCK_CLOEXEC = 0x80000;
    public static final Type SOCK_STREAM = new Type(1);
    public static final Type SOCK_DGRAM = new Type(2);
    public static final Type SOCK_RAW = new Type(3);
    public static final Type SOCK_SEQPACKET = new Type(5);
    private static final Map<Integer, String> NAMES =
            Map.of(1, "SOCK_STREAM", 2, "SOCK_DGRAM", 3, "SOCK_RAW", 4, "SOCK_RDM", 5, "SOCK_SEQPACKET");

    public Type nonblocking() {
        return new Type(number | SOCK_NONBLOCK);
    }

    public Type closeOnExec() {
        return new Type(number | SOCK_CLOEXEC);
    }

    /// Reads names joined by `|`: a kind and flags.
    ///
    /// @throws IllegalArgumentException when a name is not known here
    public static Type named(String names) {
        int number = 0;
        for (String name : names.split("\\|", -1)) {
            number |= switch (name) {
                case "SOCK_NONBLOCK" -> SOCK_NONBLOCK;
                case "SOCK_CLOEXEC" -> SOCK_CLOEXEC;
                default -> kind(name);
            };
        }
        return new Type(number);
    }

    private static int kind(String name) {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + name + "' is no type; known are " + NAMES.values()));
    }

    /// Whether the number is a kind with a C name and no flags but those that have one.
    public boolean isNamed() {
        return NAMES.containsKey(number & ~(SOCK_NONBLOCK | SOCK_CLOEXEC));
    }

    @Override
    public String toString() {
        int kind = number & 0xf;
        int rest = number & ~(0xf | SOCK_NONBLOCK | SOCK_CLOEXEC);
        return NAMES.getOrDefault(kind, "type " + kind)
                + ((number & SOCK_NONBLOCK) != 0 ? "|SOCK_NONBLOCK" : "")
                + ((number & SOCK_CLOEXEC) != 0 ? "|SOCK_CLOEXEC" : "")
                + (rest != 0 ? "|0x" + Integer.toHexString(rest) : "");
    }
}
