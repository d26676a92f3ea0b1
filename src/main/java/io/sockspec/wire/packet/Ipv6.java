package io.sockspec.wire.packet;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip6;
import java.util.Optional;

/// An IPv6 header with its extension headers.
///
/// @param protocol the next header behind all extension headers
/// @param payloadLengthBytes extension headers and payload, as the header says
/// @param routerAlert whether a hop-by-hop header holds Router Alert
/// @param fragment whether there is a fragment header
/// @param payload what follows the extension headers
/// @spec RFC 8200; RFC 2711 for Router Alert
public record Ipv6(
        Ip6 source,
        Ip6 destination,
        int hopLimit,
        int protocol,
        int payloadLengthBytes,
        boolean routerAlert,
        boolean fragment,
        Bytes payload) {
    public static final int HOP_BY_HOP = 0;
    public static final int ICMP6 = 58;
    private static final int LENGTH = 40;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int DESTINATION_OPTIONS = 60;
    private static final int ROUTER_ALERT = 5;

    static Optional<Ipv6> read(Octets packet) {
        return Chain.walk(packet)
                .map(chain -> new Ipv6(
                        new Ip6(packet.copy(8, 24)),
                        new Ip6(packet.copy(24, LENGTH)),
                        packet.byteAt(7),
                        chain.protocol,
                        packet.shortAt(4),
                        chain.routerAlert,
                        chain.fragment,
                        chain.rest.copy()));
    }

    static Optional<Carried> carried(Octets packet) {
        return Chain.walk(packet)
                .filter(chain -> !chain.fragment)
                .map(chain -> new Carried(
                        6,
                        packet.part(8, LENGTH),
                        chain.protocol,
                        chain.rest,
                        packet.shortAt(4) - (chain.rest.from() - packet.from() - LENGTH)));
    }

    /// Where the chain of extension headers ends, and what was met on the way.
    private record Chain(int protocol, boolean routerAlert, boolean fragment, Octets rest) {
        static Optional<Chain> walk(Octets packet) {
            if (packet.length() < LENGTH || packet.byteAt(0) >> 4 != 6) {
                return Optional.empty();
            }
            Octets rest = packet.part(LENGTH, LENGTH + packet.shortAt(4));
            Chain chain = new Chain(packet.byteAt(6), false, false, rest);
            while (chain.atExtension()) {
                int length = chain.extensionBytes();
                if (length > chain.rest.length()) {
                    return Optional.empty();
                }
                chain = chain.next(length);
            }
            return Optional.of(chain);
        }

        private boolean atExtension() {
            // A later fragment has no further headers, only data.
            return !fragment
                    && (protocol == HOP_BY_HOP
                            || protocol == ROUTING
                            || protocol == FRAGMENT
                            || protocol == DESTINATION_OPTIONS);
        }

        private int extensionBytes() {
            return protocol == FRAGMENT || rest.length() < 2 ? 8 : rest.byteAt(1) * 8 + 8;
        }

        private Chain next(int length) {
            boolean alert = protocol == HOP_BY_HOP && holdsRouterAlert(rest.part(2, length));
            return new Chain(rest.byteAt(0), routerAlert || alert, protocol == FRAGMENT, rest.from(length));
        }

        private static boolean holdsRouterAlert(Octets options) {
            int at = 0;
            while (at + 1 < options.length()) {
                if (options.byteAt(at) == ROUTER_ALERT) {
                    return true;
                }
                // Pad1 is a lone byte; any other option, PadN of length 0 too, has a length behind its type.
                at += options.byteAt(at) == 0 ? 1 : 2 + options.byteAt(at + 1);
            }
            return false;
        }
    }
}
