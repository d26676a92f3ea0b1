package io.sockspec.nio;

import io.sockspec.socket.Domain;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.Type;
import io.sockspec.spi.Capability;
import io.sockspec.spi.NotOffered;
import io.sockspec.spi.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Objects;

/// Opens channels inside a host, each of the protocol family that was asked for: without one NIO
/// opens IPv6 sockets.
final class Opening {
    private static final Map<Domain, StandardProtocolFamily> FAMILIES = Map.of(
            Domain.AF_INET, StandardProtocolFamily.INET,
            Domain.AF_INET6, StandardProtocolFamily.INET6,
            Domain.AF_UNIX, StandardProtocolFamily.UNIX);

    private final Place place;

    Opening(Place place) {
        this.place = place;
    }

    @FunctionalInterface
    private interface Open<C> {
        C open() throws IOException;
    }

    ChannelSocket socket(Domain domain, Type type, Protocol protocol) throws IOException {
        String call = "socket(" + domain + ", " + type + ", " + protocol + ")";
        ProtocolFamily family = family(domain, call);
        boolean unix = domain.equals(Domain.AF_UNIX);
        if (type.equals(Type.SOCK_STREAM) && chosen(protocol, unix ? Protocol.DEFAULT : Protocol.IPPROTO_TCP)) {
            return new StreamSocket(inside(() -> SocketChannel.open(family)));
        }
        if (type.equals(Type.SOCK_DGRAM) && !unix && chosen(protocol, Protocol.IPPROTO_UDP)) {
            return new DatagramSocket(inside(() -> DatagramChannel.open(family)));
        }
        throw type.equals(Type.SOCK_RAW) ? new NotOffered(call, Capability.RAW) : new NotOffered(call);
    }

    ServerSocketChannel listener(Domain domain) throws IOException {
        ProtocolFamily family = family(domain, "listen() in " + domain);
        return inside(() -> ServerSocketChannel.open(family));
    }

    private static boolean chosen(Protocol protocol, Protocol only) {
        return protocol.equals(Protocol.DEFAULT) || protocol.equals(only);
    }

    private static ProtocolFamily family(Domain domain, String call) {
        ProtocolFamily family = FAMILIES.get(domain);
        if (family == null) {
            throw domain.equals(Domain.AF_PACKET) ? new NotOffered(call, Capability.PACKET) : new NotOffered(call);
        }
        return family;
    }

    private <C> C inside(Open<C> open) throws IOException {
        try {
            return place.in(() -> {
                try {
                    return open.open();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
