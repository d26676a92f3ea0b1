package io.sockspec.socket;

/// A TCP or UDP port as a number in host order, 0 to 65535; 0 asks the implementation to choose.
///
/// @spec RFC 9293 section 3.1
public record Port(int number) {
    public static final Port ANY = new Port(0);

    public Port {
        if (number < 0 || number > 0xffff) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + number);
        }
    }

    /// The two bytes that name this port in a header: most significant first.
    public Bytes networkOrder() {
        return Bytes.copyOf(new byte[] {(byte) (number >> 8), (byte) number});
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
