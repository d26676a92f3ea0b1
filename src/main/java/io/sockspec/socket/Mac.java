package io.sockspec.socket;

/// A 48-bit link-layer address.
public record Mac(Bytes bytes) {
    public static final Mac BROADCAST = new Mac(Bytes.hex("ffffffffffff"));

    public Mac {
        if (bytes.length() != 6) {
            throw new IllegalArgumentException("a MAC address has 6 bytes, not " + bytes.length());
        }
    }

    /// Reads six hex pairs with colons between them.
    ///
    /// @throws IllegalArgumentException when the text is not of that form
    public static Mac parse(String text) {
        if (!text.matches("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}")) {
            throw new IllegalArgumentException("'" + text + "' is not a MAC address");
        }
        return new Mac(Bytes.hex(text.replace(":", "")));
    }

    @Override
    public String toString() {
        return bytes.toString().replace(' ', ':');
    }
}
