package io.sockspec.socket;

/// Where a socket is, or where it should send: one form per address domain.
public sealed interface SocketAddress {
    /// An IPv4 address and a port.
    ///
    /// @spec POSIX.1-2024 <netinet/in.h> sockaddr_in
    record Inet4(Ip4 ip, Port port) implements SocketAddress {
        @Override
        public String toString() {
            return ip + ":" + port;
        }
    }

    /// An IPv6 address and a port; `scopeId` is an interface index, 0 when none is meant.
    ///
    /// @spec POSIX.1-2024 <netinet/in.h> sockaddr_in6
    record Inet6(Ip6 ip, Port port, int scopeId) implements SocketAddress {
        @Override
        public String toString() {
            return "[" + ip + (scopeId == 0 ? "" : "%" + scopeId) + "]:" + port;
        }
    }

    /// A Unix socket at a path; the empty path is an unnamed socket.
    ///
    /// @spec unix(7)
    record Unix(String path) implements SocketAddress {
        @Override
        public String toString() {
            return path.isEmpty() ? "unnamed" : path;
        }
    }

    /// A Unix socket in the abstract name space of Linux: any bytes after the leading zero.
    ///
    /// @spec unix(7)
    record Abstract(Bytes name) implements SocketAddress {
        @Override
        public String toString() {
            return "@" + name.asText();
        }
    }

    /// A link-layer address of a packet socket; `protocol` is an EtherType in host order.
    ///
    /// @spec packet(7) sockaddr_ll
    record Link(int protocol, int interfaceIndex, int packetType, Bytes address) implements SocketAddress {
        @Override
        public String toString() {
            return "ethertype 0x%04x interface %d type %d address %s"
                    .formatted(protocol, interfaceIndex, packetType, address);
        }
    }

    /// AF_UNSPEC: dissolves the association of a socket when passed to connect().
    record Unspecified() implements SocketAddress {
        @Override
        public String toString() {
            return "AF_UNSPEC";
        }
    }

    /// A sockaddr byte for byte as it lies in memory, length included: for addresses that a program
    /// got wrong.
    record Raw(Bytes sockaddr) implements SocketAddress {
        @Override
        public String toString() {
            return "sockaddr " + sockaddr;
        }
    }
}
