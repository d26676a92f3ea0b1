package io.sockspec.lab;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Ip6;

/// An IPv4 or IPv6 address (4 or 16 bytes) and how many of its leading bits name the network.
public record Prefix(Bytes address, int lengthBits) {
    public static final Prefix ALL_IP4 = parse("0.0.0.0/0");
    public static final Prefix ALL_IP6 = parse("::/0");

    public Prefix {
        int most = address.length() * Byte.SIZE;
        if (lengthBits < 0 || lengthBits > most) {
            throw new IllegalArgumentException("a prefix length is 0 to " + most + ", not " + lengthBits);
        }
    }

    /// Reads `198.51.100.0/24` or `2001:db8::/64`; without a slash it is the one address.
    ///
    /// @throws IllegalArgumentException when the text is not of that form
    public static Prefix parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        Bytes bytes = address.contains(":")
                ? Ip6.parse(address).bytes()
                : Ip4.parse(address).bytes();
        int length = slash < 0 ? bytes.length() * Byte.SIZE : Integer.parseInt(text.substring(slash + 1));
        return new Prefix(bytes, length);
    }

    /// The usual text of an address of 4 or 16 bytes.
    static String text(Bytes address) {
        return address.length() == 4 ? Ip4.of(address).toString() : new Ip6(address).toString();
    }

    @Override
    public String toString() {
        return text(address) + "/" + lengthBits;
    }
}
