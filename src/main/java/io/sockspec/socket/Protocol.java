package io.sockspec.socket;

import java.util.Map;

/// The third argument of socket(2) for the internet domains; 0 leaves the choice to the
/// implementation.
public record Protocol(int number) {
    public static final Protocol DEFAULT = new Protocol(0);
    public static final Protocol IPPROTO_ICMP = new Protocol(1);
    public static final Protocol IPPROTO_TCP = new Protocol(6);
    public static final Protocol IPPROTO_UDP = new Protocol(17);
    private static final Map<Integer, String> NAMES = Map.of(
            0,
            "0",
            1,
            "IPPROTO_ICMP",
            2,
            "IPPROTO_IGMP",
            6,
            "IPPROTO_TCP",
            17,
            "IPPROTO_UDP",
            58,
            "IPPROTO_ICMPV6",
            255,
            "IPPROTO_RAW");

    /// The protocol with a C name.
    ///
    /// @throws IllegalArgumentException when the name is not known here
    public static Protocol named(String name) {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(entry -> new Protocol(entry.getKey()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + name + "' is no protocol; known are " + NAMES.values()));
    }

    /// Whether the number has a C name.
    public boolean isNamed() {
        return NAMES.containsKey(number);
    }

    @Override
    public String toString() {
        return NAMES.getOrDefault(number, "protocol " + number);
    }
}
