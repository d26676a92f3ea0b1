package io.sockspec.socket;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/// An IPv6 address of 16 bytes; prints in the form of RFC 5952.
public record Ip6(Bytes bytes) {
    public static final Ip6 ANY = new Ip6(Bytes.copyOf(new byte[16]));

    public Ip6 {
        if (bytes.length() != 16) {
            throw new IllegalArgumentException("an IPv6 address has 16 bytes, not " + bytes.length());
        }
    }

    /// Reads a numeric address; never asks a resolver.
    ///
    /// @throws IllegalArgumentException when the text is not a numeric IPv6 address
    public static Ip6 parse(String text) {
        if (!text.contains(":") || !text.matches("[0-9a-fA-F:.]+")) {
            throw new IllegalArgumentException("'" + text + "' is not an IPv6 address");
        }
        try {
            byte[] address = InetAddress.getByName(text).getAddress();
            return new Ip6(address.length == 16 ? Bytes.copyOf(address) : mapped(address));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + text + "' is not an IPv6 address", e);
        }
    }

    private static Bytes mapped(byte[] four) {
        byte[] sixteen = new byte[16];
        sixteen[10] = (byte) 0xff;
        sixteen[11] = (byte) 0xff;
        System.arraycopy(four, 0, sixteen, 12, 4);
        return Bytes.copyOf(sixteen);
    }

    @Override
    public String toString() {
        List<Integer> groups = new ArrayList<>();
        for (int i = 0; i < 16; i += 2) {
            groups.add(bytes.at(i) << 8 | bytes.at(i + 1));
        }
        int best = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int run = i;
            while (run < 8 && groups.get(run) == 0) {
                run++;
            }
            if (run - i > length) {
                best = i;
                length = run - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == best) {
                text.append("::");
                i += length - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups.get(i)));
            }
        }
        return text.toString();
    }
}
