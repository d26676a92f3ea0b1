package io.sockspec.wire;

import io.sockspec.socket.Bytes;
import io.sockspec.wire.packet.Checksum;
import io.sockspec.wire.packet.Packet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One named field: the places where a frame may hold it, and what a frame lacks that does not.
record Field(String name, String header, List<Function<Packet, Optional<Held>>> places) {
    Field {
        places = List.copyOf(places);
    }

    Reading read(Packet packet) {
        return places.stream()
                .flatMap(place -> place.apply(packet).stream())
                .findFirst()
                .<Reading>map(held -> new Reading.Value(name, held.text, held.bytes))
                .orElseGet(() -> new Reading.Absent(
                        name, "absent: the frame is " + packet.protocol() + " and has no " + header));
    }

    /// What a field holds: as features write it, and as it lies in the header.
    record Held(String text, Bytes bytes) {
        static Held number(long value, int width) {
            return new Held(String.valueOf(value), networkOrder(value, width));
        }

        static Held hex(long value, int width) {
            return new Held("0x" + HexFormat.of().toHexDigits(value, width * 2), networkOrder(value, width));
        }

        static Held raw(Bytes bytes) {
            return new Held(bytes.toString(), bytes);
        }

        static Held yes(boolean value) {
            return new Held(value ? "yes" : "no", networkOrder(value ? 1 : 0, 1));
        }

        /// `right`, `wrong`, `absent` or `unknown`.
        static Held verdict(Checksum checksum, int field) {
            return new Held(checksum.toString(), networkOrder(field, 2));
        }

        private static Bytes networkOrder(long value, int width) {
            byte[] bytes = new byte[width];
            for (int i = 0; i < width; i++) {
                bytes[i] = (byte) (value >> (8 * (width - 1 - i)));
            }
            return Bytes.copyOf(bytes);
        }
    }
}
