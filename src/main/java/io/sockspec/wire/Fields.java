package io.sockspec.wire;

import io.sockspec.wire.packet.Packet;
import java.util.List;

/// The header fields that features can name.
///
/// A field of several records, such as `record group`, holds those of all records in order: text
/// joined by `, `, bytes one after another.
public final class Fields {
    private Fields() {}

    /// Reads a field by its standard name. Never throws: see [Reading].
    public static Reading read(Frame frame, String name) {
        return read(frame.packet(), name);
    }

    static Reading read(Packet packet, String name) {
        return FieldNames.find(name)
                .map(field -> field.read(packet))
                .orElseGet(() -> new Reading.Unknown(
                        name, "'" + name + "' is no field of a frame; known are " + String.join("; ", names())));
    }

    /// All names that [#read] knows.
    public static List<String> names() {
        return FieldNames.known();
    }
}
