package io.sockspec.nio;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Ip6;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.socket.SocketAddress.Inet6;
import io.sockspec.socket.SocketAddress.Unix;
import io.sockspec.spi.NotOffered;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;

/// Addresses as NIO takes and gives them. It has no form for the bytes of a sockaddr, for abstract
/// names and for AF_UNSPEC.
final class Addresses {
    private Addresses() {}

    /// @param call the call that needs the address, as C writes it
    static java.net.SocketAddress toJava(String call, SocketAddress address) {
        return switch (address) {
            case Inet4(Ip4 ip, Port port) -> new InetSocketAddress(inet(ip), port.number());
            case Inet6(Ip6 ip, Port port, int scopeId) -> new InetSocketAddress(inet(ip, scopeId), port.number());
            case Unix(String path) -> UnixDomainSocketAddress.of(path);
            case SocketAddress.Raw raw -> throw new NotOffered(call + " with the bytes of a sockaddr");
            default -> throw new NotOffered(call + " with " + address);
        };
    }

    static SocketAddress fromJava(java.net.SocketAddress address) {
        return switch (address) {
            case InetSocketAddress inet -> fromJava(inet.getAddress(), new Port(inet.getPort()));
            case UnixDomainSocketAddress unix -> new Unix(unix.getPath().toString());
            default -> throw new IllegalStateException("NIO answered the address " + address + ", which C has not");
        };
    }

    private static SocketAddress fromJava(InetAddress address, Port port) {
        Bytes bytes = Bytes.copyOf(address.getAddress());
        return address instanceof Inet6Address six
                ? new Inet6(new Ip6(bytes), port, six.getScopeId())
                : new Inet4(Ip4.of(bytes), port);
    }

    static InetAddress inet(Ip4 ip) {
        try {
            return Inet4Address.getByAddress(ip.bytes().toArray());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an IPv4 address", e);
        }
    }

    /// Not InetAddress.getByAddress(), which turns an address that maps an IPv4 address into that.
    private static InetAddress inet(Ip6 ip, int scopeId) {
        try {
            return Inet6Address.getByAddress(null, ip.bytes().toArray(), scopeId == 0 ? -1 : scopeId);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an IPv6 address", e);
        }
    }
}
