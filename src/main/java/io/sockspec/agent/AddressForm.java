package io.sockspec.agent;

import io.sockspec.socket.Bytes;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Addresses as the protocol writes them.
public final class AddressForm {
    private static final int MOST_PORT = 0xffff;

    private AddressForm() {}

    public static ObjectNode write(SocketAddress address) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (address) {
            case Inet4(Ip4 ip, Port port) ->
                node.put("family", "AF_INET").put("ip", ip.toString()).put("port", port.number());
            case Inet6(Ip6 ip, Port port, int scopeId) ->
                node.put("family", "AF_INET6")
                        .put("ip", ip.toString())
                        .put("port", port.number())
                        .put("scope", Integer.toUnsignedLong(scopeId));
            case Unix(String path) -> node.put("family", "AF_UNIX").put("path", path);
            case Abstract(Bytes name) -> node.put("family", "AF_UNIX").put("abstract", Hex.of(name));
            case Link(int protocol, int interfaceIndex, int packetType, Bytes mac) ->
                node.put("family", "AF_PACKET")
                        .put("protocol", protocol)
                        .put("interface", interfaceIndex)
                        .put("type", packetType)
                        .put("mac", Hex.of(mac));
            case Unspecified() -> node.put("family", "AF_UNSPEC");
            case Raw(Bytes sockaddr) -> node.put("sockaddr", Hex.of(sockaddr));
        };
    }

    /// @throws IllegalArgumentException with a clause that says what is wrong about the form
    public static SocketAddress read(JsonNode node) {
        Members members = new Members(node);
        if (members.has("sockaddr")) {
            return new Raw(members.bytes("sockaddr"));
        }
        String family = members.text("family");
        return switch (family) {
            case "AF_INET" -> new Inet4(Ip4.parse(members.text("ip")), port(members));
            case "AF_INET6" ->
                new Inet6(Ip6.parse(members.text("ip")), port(members), (int) members.number("scope", 0, 0xffffffffL));
            case "AF_UNIX" ->
                members.has("abstract") ? new Abstract(members.bytes("abstract")) : new Unix(members.text("path"));
            case "AF_PACKET" ->
                new Link(
                        (int) members.number("protocol", 0, MOST_PORT),
                        members.count("interface"),
                        (int) members.number("type", 0, 0xff),
                        members.bytes("mac"));
            case "AF_UNSPEC" -> new Unspecified();
            default -> throw new IllegalArgumentException("'family' is \"" + family + "\", which has no form here");
        };
    }

    private static Port port(Members members) {
        return new Port((int) members.number("port", 0, MOST_PORT));
    }
}
