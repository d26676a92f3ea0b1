package io.sockspec.socket;

/// An IPv4 address; `bits` holds it most significant byte first (127.0.0.1 is 0x7f000001).
public record Ip4(int bits) {
    public static final Ip4 ANY = new Ip4(0);
    public static final Ip4 BROADCAST = new Ip4(0xffffffff);
    public static final Ip4 LOOPBACK = new Ip4(0x7f000001);

    /// Reads exactly four decimal parts without leading zeros.
    ///
    /// @throws IllegalArgumentException when the text is not of that form
    public static Ip4 parse(String text) {
        String[] parts = text.split("\\.", -1);
        int bits = 0;
        for (String part : parts) {
            if (parts.length != 4 || !part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
                throw new IllegalArgumentException("'" + text + "' is not a dotted IPv4 address");
            }
            bits = bits << 8 | Integer.parseInt(part);
        }
        return new Ip4(bits);
    }

    public static Ip4 of(Bytes four) {
        return new Ip4(four.at(0) << 24 | four.at(1) << 16 | four.at(2) << 8 | four.at(3));
    }

    public Bytes bytes() {
        return Bytes.copyOf(new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits});
    }

    public boolean isMulticast() {
        return bits >>> 28 == 0xe;
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >> 16 & 0xff) + "." + (bits >> 8 & 0xff) + "." + (bits & 0xff);
    }
}
