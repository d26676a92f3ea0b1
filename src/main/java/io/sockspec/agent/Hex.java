package io.sockspec.agent;

import io.sockspec.socket.Bytes;
import java.util.HexFormat;

/// How the protocol writes bytes: two lower-case digits each, nothing between.
public final class Hex {
    private Hex() {}

    public static String of(Bytes bytes) {
        return HexFormat.of().formatHex(bytes.toArray());
    }
}
