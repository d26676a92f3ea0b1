package io.sockspec.host;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Ip6;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketAddress.Abstract;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.socket.SocketAddress.Inet6;
import io.sockspec.socket.SocketAddress.Link;
import io.sockspec.socket.SocketAddress.Raw;
import io.sockspec.socket.SocketAddress.Unix;
import io.sockspec.socket.SocketAddress.Unspecified;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Addresses as the kernel reads and writes them: struct sockaddr, its length included.
///
/// @spec sockaddr(3type); ip(7), ipv6(7), unix(7), packet(7)
final class AddressCodec {
    /// The size of struct sockaddr_storage, which holds any address.
    static final int STORAGE_BYTES = 128;

    private static final int FAMILY_BYTES = 2;
    private static final int SOCKADDR_BYTES = 16;
    private static final int INET4_BYTES = 16;
    private static final int INET6_BYTES = 28;
    private static final int LINK_BYTES = 20;
    private static final int LINK_HEAD_BYTES = 12;
    private static final int PATH_BYTES = 108;
    private static final Bytes UNSPECIFIED = Bytes.copyOf(new byte[SOCKADDR_BYTES]);

    private AddressCodec() {}

    static Bytes encode(SocketAddress address) {
        return switch (address) {
            case Inet4 inet4 -> encodeInet4(inet4);
            case Inet6 inet6 -> encodeInet6(inet6);
            case Unix unix -> encodePath(Bytes.text(unix.path()));
            case Abstract(Bytes name) ->
                Bytes.copyOf(sockaddr(Domain.AF_UNIX, FAMILY_BYTES + 1 + name.length())
                        .put(FAMILY_BYTES + 1, name.toArray())
                        .array());
            case Link link -> encodeLink(link);
            case Unspecified() -> UNSPECIFIED;
            case Raw(Bytes sockaddr) -> sockaddr;
        };
    }

    private static Bytes encodeInet4(Inet4 address) {
        return Bytes.copyOf(sockaddr(Domain.AF_INET, INET4_BYTES)
                .put(2, address.port().networkOrder().toArray())
                .put(4, address.ip().bytes().toArray())
                .array());
    }

    private static Bytes encodeInet6(Inet6 address) {
        return Bytes.copyOf(sockaddr(Domain.AF_INET6, INET6_BYTES)
                .put(2, address.port().networkOrder().toArray())
                .put(8, address.ip().bytes().toArray())
                .putInt(24, address.scopeId())
                .array());
    }

    /// A path with the zero byte that ends it, as long as there is room; sun_path may also be full
    /// without one. A longer
    /// path is passed on in full, so that the kernel can refuse it.
    private static Bytes encodePath(Bytes path) {
        int end = path.length() > 0 && path.length() < PATH_BYTES ? 1 : 0;
        return Bytes.copyOf(sockaddr(Domain.AF_UNIX, FAMILY_BYTES + path.length() + end)
                .put(FAMILY_BYTES, path.toArray())
                .array());
    }

    private static Bytes encodeLink(Link link) {
        int length = Math.max(LINK_BYTES, LINK_HEAD_BYTES + link.address().length());
        return Bytes.copyOf(sockaddr(Domain.AF_PACKET, length)
                .put(2, (byte) (link.protocol() >> 8))
                .put(3, (byte) link.protocol())
                .putInt(4, link.interfaceIndex())
                .put(10, (byte) link.packetType())
                .put(11, (byte) link.address().length())
                .put(LINK_HEAD_BYTES, link.address().toArray())
                .array());
    }

    private static ByteBuffer sockaddr(Domain domain, int lengthBytes) {
        return ByteBuffer.allocate(lengthBytes).order(ByteOrder.nativeOrder()).putShort(0, (short) domain.number());
    }

    /// Reads any answer of the kernel. What has no form of its own, or not the length of its form,
    /// stays [Raw]; the
    /// flow information of IPv6 and the hardware type of a link-layer address are not kept.
    static SocketAddress decode(Bytes sockaddr) {
        if (sockaddr.length() < FAMILY_BYTES) {
            return new Raw(sockaddr);
        }
        ByteBuffer buffer = ByteBuffer.wrap(sockaddr.toArray()).order(ByteOrder.nativeOrder());
        return switch (buffer.getShort(0)) {
            case 0 -> sockaddr.equals(UNSPECIFIED) ? new Unspecified() : new Raw(sockaddr);
            case 1 -> decodeUnix(sockaddr);
            case 2 -> sockaddr.length() == INET4_BYTES ? decodeInet4(sockaddr) : new Raw(sockaddr);
            case 10 -> sockaddr.length() == INET6_BYTES ? decodeInet6(sockaddr, buffer) : new Raw(sockaddr);
            case 17 -> isLink(sockaddr) ? decodeLink(sockaddr, buffer) : new Raw(sockaddr);
            default -> new Raw(sockaddr);
        };
    }

    private static SocketAddress decodeInet4(Bytes sockaddr) {
        return new Inet4(Ip4.of(sockaddr.slice(4, 8)), new Port(networkShort(sockaddr)));
    }

    private static SocketAddress decodeInet6(Bytes sockaddr, ByteBuffer buffer) {
        return new Inet6(new Ip6(sockaddr.slice(8, 24)), new Port(networkShort(sockaddr)), buffer.getInt(24));
    }

    private static boolean isLink(Bytes sockaddr) {
        return sockaddr.length() >= LINK_HEAD_BYTES && sockaddr.length() >= LINK_HEAD_BYTES + sockaddr.at(11);
    }

    private static SocketAddress decodeLink(Bytes sockaddr, ByteBuffer buffer) {
        Bytes address = sockaddr.slice(LINK_HEAD_BYTES, LINK_HEAD_BYTES + sockaddr.at(11));
        return new Link(networkShort(sockaddr), buffer.getInt(4), sockaddr.at(10), address);
    }

    /// Paths may end with their zero byte, without one, or with more than one.
    private static SocketAddress decodeUnix(Bytes sockaddr) {
        if (sockaddr.length() > FAMILY_BYTES && sockaddr.at(FAMILY_BYTES) == 0) {
            return new Abstract(sockaddr.slice(FAMILY_BYTES + 1, sockaddr.length()));
        }
        int end = FAMILY_BYTES;
        while (end < sockaddr.length() && sockaddr.at(end) != 0) {
            end++;
        }
        Bytes path = sockaddr.slice(FAMILY_BYTES, end);
        // A path is bytes to the kernel; one that is no UTF-8 would not come back as it was.
        return Bytes.text(path.asText()).equals(path) ? new Unix(path.asText()) : new Raw(sockaddr);
    }

    private static int networkShort(Bytes sockaddr) {
        return sockaddr.at(2) << 8 | sockaddr.at(3);
    }
}
