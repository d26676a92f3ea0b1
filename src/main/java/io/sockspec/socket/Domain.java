package io.sockspec.socket;

import java.util.Map;

/// The first argument of socket(2); prints its C name, or the number when it has none.
public record Domain(int number) {
    public static final Domain AF_UNSPEC = new Domain(0);
    public static final Domain AF_UNIX = new Domain(1);
    public static final Domain AF_INET = new Domain(2);
    public static final Domain AF_INET6 = new Domain(10);
    public static final Domain AF_PACKET = new Domain(17);
    private static final Map<Integer, String> NAMES =
            Map.of(0, "AF_UNSPEC", 1, "AF_UNIX", 2, "AF_INET", 10, "AF_INET6", 16, "AF_NETLINK", 17, "AF_PACKET");

    /// The domain with a C name.
    ///
    /// @throws IllegalArgumentException when the name is not known here
    public static Domain named(String name) {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(entry -> new Domain(entry.getKey()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + name + "' is no domain; known are " + NAMES.values()));
    }

    /// Whether the number has a C name.
    public boolean isNamed() {
        return NAMES.containsKey(number);
    }

    @Override
    public String toString() {
        return NAMES.getOrDefault(number, "domain " + number);
    }
}
