package io.sockspec.wire;

import java.util.List;

/// The header fields that features can name, one line each.
public final class Fields {
    private Fields() {}

    /// Reads a field by its standard name. Never throws: see [Reading].
    public static Reading read(Frame frame, String name) {
        throw new UnsupportedOperationException("to come");
    }

    public static List<String> names() {
        throw new UnsupportedOperationException("to come");
    }
}
