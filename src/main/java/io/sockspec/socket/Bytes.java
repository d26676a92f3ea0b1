package io.sockspec.socket;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// An immutable run of bytes; prints as spaced lower-case hex.
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes copyOf(byte[] content) {
        return new Bytes(content.clone());
    }

    /// The UTF-8 bytes of a text.
    public static Bytes text(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads hex with or without spaces between the bytes.
    ///
    /// @throws IllegalArgumentException when the text is not an even number of hex digits
    public static Bytes hex(String text) {
        try {
            return new Bytes(HexFormat.of().parseHex(text.replace(" ", "")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is not an even number of hex digits", e);
        }
    }

    /// A run of `lengthBytes` bytes that count 0, 1, … 255, 0, …: a payload whose misplaced parts
    /// show.
    public static Bytes counting(int lengthBytes) {
        byte[] content = new byte[lengthBytes];
        for (int i = 0; i < lengthBytes; i++) {
            content[i] = (byte) i;
        }
        return new Bytes(content);
    }

    public int length() {
        return content.length;
    }

    /// The byte at `index` as a number from 0 to 255.
    public int at(int index) {
        return content[index] & 0xff;
    }

    public byte[] toArray() {
        return content.clone();
    }

    public Bytes slice(int from, int to) {
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    public String asText() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return SPACED.formatHex(content);
    }
}
