package io.sockspec.socket;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// A socket option: its level, C name, number and the type of its value.
///
/// Types: `Integer` for an int (flags are 0 or 1), [Duration] for a struct timeval, [Linger],
/// [Membership],
/// [Errno] for SO_ERROR, [Bytes] for anything else, byte for byte.
///
/// @spec socket(7), ip(7), tcp(7); POSIX.1-2024 XSH 2.10.16
public record SocketOption<T>(int level, int number, String name, Class<T> type) {
    private static final Map<String, SocketOption<?>> BY_NAME = new LinkedHashMap<>();

    public static final int SOL_SOCKET = 1;
    public static final int IPPROTO_IP = 0;
    public static final int IPPROTO_TCP = 6;

    public static final SocketOption<Integer> SO_DEBUG = flag(SOL_SOCKET, 1, "SO_DEBUG");
    public static final SocketOption<Integer> SO_REUSEADDR = flag(SOL_SOCKET, 2, "SO_REUSEADDR");
    public static final SocketOption<Integer> SO_TYPE = flag(SOL_SOCKET, 3, "SO_TYPE");
    /// The pending error; reading it clears it. Read only.
    public static final SocketOption<Errno> SO_ERROR = of(SOL_SOCKET, 4, "SO_ERROR", Errno.class);
    public static final SocketOption<Integer> SO_DONTROUTE = flag(SOL_SOCKET, 5, "SO_DONTROUTE");
    /// Permission to send to broadcast addresses: 0 or 1, initially 0.
    public static final SocketOption<Integer> SO_BROADCAST = flag(SOL_SOCKET, 6, "SO_BROADCAST");
    public static final SocketOption<Integer> SO_SNDBUF = flag(SOL_SOCKET, 7, "SO_SNDBUF");
    public static final SocketOption<Integer> SO_RCVBUF = flag(SOL_SOCKET, 8, "SO_RCVBUF");
    public static final SocketOption<Integer> SO_KEEPALIVE = flag(SOL_SOCKET, 9, "SO_KEEPALIVE");
    public static final SocketOption<Integer> SO_OOBINLINE = flag(SOL_SOCKET, 10, "SO_OOBINLINE");
    public static final SocketOption<Integer> SO_PRIORITY = flag(SOL_SOCKET, 12, "SO_PRIORITY");
    public static final SocketOption<Linger> SO_LINGER = of(SOL_SOCKET, 13, "SO_LINGER", Linger.class);
    public static final SocketOption<Integer> SO_REUSEPORT = flag(SOL_SOCKET, 15, "SO_REUSEPORT");
    /// The longest a receive call may block, in microseconds' resolution; zero means for ever.
    public static final SocketOption<Duration> SO_RCVTIMEO = of(SOL_SOCKET, 20, "SO_RCVTIMEO", Duration.class);
    /// The longest a send or connect call may block, in microseconds' resolution; zero means for
    /// ever.
    public static final SocketOption<Duration> SO_SNDTIMEO = of(SOL_SOCKET, 21, "SO_SNDTIMEO", Duration.class);
    public static final SocketOption<Integer> SO_ACCEPTCONN = flag(SOL_SOCKET, 30, "SO_ACCEPTCONN");
    public static final SocketOption<Integer> SO_PROTOCOL = flag(SOL_SOCKET, 38, "SO_PROTOCOL");
    public static final SocketOption<Integer> SO_DOMAIN = flag(SOL_SOCKET, 39, "SO_DOMAIN");

    public static final SocketOption<Integer> IP_TOS = flag(IPPROTO_IP, 1, "IP_TOS");
    /// Time to live of unicast packets: 1 to 255, initially 64 on Linux.
    public static final SocketOption<Integer> IP_TTL = flag(IPPROTO_IP, 2, "IP_TTL");
    /// Time to live of multicast packets: 0 to 255, initially 1.
    public static final SocketOption<Integer> IP_MULTICAST_TTL = flag(IPPROTO_IP, 33, "IP_MULTICAST_TTL");
    /// Whether own multicasts are delivered to members on the sending host: 0 or 1, initially 1.
    public static final SocketOption<Integer> IP_MULTICAST_LOOP = flag(IPPROTO_IP, 34, "IP_MULTICAST_LOOP");
    public static final SocketOption<Membership> IP_ADD_MEMBERSHIP =
            of(IPPROTO_IP, 35, "IP_ADD_MEMBERSHIP", Membership.class);
    public static final SocketOption<Membership> IP_DROP_MEMBERSHIP =
            of(IPPROTO_IP, 36, "IP_DROP_MEMBERSHIP", Membership.class);

    public static final SocketOption<Integer> TCP_NODELAY = flag(IPPROTO_TCP, 1, "TCP_NODELAY");
    /// Seconds without a segment after which the first keep-alive probe is sent.
    public static final SocketOption<Integer> TCP_KEEPIDLE = flag(IPPROTO_TCP, 4, "TCP_KEEPIDLE");
    /// Seconds between two keep-alive probes.
    public static final SocketOption<Integer> TCP_KEEPINTVL = flag(IPPROTO_TCP, 5, "TCP_KEEPINTVL");
    /// Keep-alive probes without an answer after which the connection ends.
    public static final SocketOption<Integer> TCP_KEEPCNT = flag(IPPROTO_TCP, 6, "TCP_KEEPCNT");
    /// Retransmissions of a SYN before connect() gives up: 1 to 127.
    public static final SocketOption<Integer> TCP_SYNCNT = flag(IPPROTO_TCP, 7, "TCP_SYNCNT");
    public static final SocketOption<Bytes> TCP_INFO = of(IPPROTO_TCP, 11, "TCP_INFO", Bytes.class);
    /// Milliseconds that sent data may stay unacknowledged; 0 is the system's default.
    public static final SocketOption<Integer> TCP_USER_TIMEOUT = flag(IPPROTO_TCP, 18, "TCP_USER_TIMEOUT");

    /// struct linger: whether close() waits for unsent data, and for how many seconds.
    public record Linger(boolean on, int seconds) {}

    /// struct ip_mreq: a group and the address of the interface to use, 0.0.0.0 for the default
    /// one.
    public record Membership(Ip4 group, Ip4 interfaceAddress) {
        @Override
        public String toString() {
            return group + " on " + interfaceAddress;
        }
    }

    /// The option with a C name such as `SO_BROADCAST`.
    ///
    /// @throws IllegalArgumentException when the name is not known here
    public static SocketOption<?> named(String name) {
        SocketOption<?> option = BY_NAME.get(name);
        if (option == null) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not a known socket option; known are " + String.join(", ", BY_NAME.keySet()));
        }
        return option;
    }

    private static SocketOption<Integer> flag(int level, int number, String name) {
        return of(level, number, name, Integer.class);
    }

    private static <T> SocketOption<T> of(int level, int number, String name, Class<T> type) {
        SocketOption<T> option = new SocketOption<>(level, number, name, type);
        BY_NAME.put(name, option);
        return option;
    }

    @Override
    public String toString() {
        return name;
    }
}
