package io.sockspec.steps;

import io.sockspec.socket.Bytes;
import java.util.Random;

/// The bytes that a scenario sends.
record Payload(Bytes bytes) {
    private static final String GIVEN = "the bytes ";

    /// Reads `300000 bytes`, `the bytes 61 00 62` or `every byte value`. A number of bytes means
    /// the same ones in every run; they look random, so that no two pieces are alike.
    static Payload parse(String text) {
        if (text.startsWith(GIVEN)) {
            return new Payload(Bytes.hex(text.substring(GIVEN.length())));
        }
        if (text.equals("every byte value")) {
            return new Payload(Bytes.counting(256));
        }
        byte[] bytes = new byte[Words.number(text.substring(0, text.indexOf(' ')))];
        new Random(bytes.length).nextBytes(bytes);
        return new Payload(Bytes.copyOf(bytes));
    }
}
