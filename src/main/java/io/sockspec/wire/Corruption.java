package io.sockspec.wire;

import io.sockspec.socket.Bytes;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.Packets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Replaces bytes of a frame.
final class Corruption {
    private static final int NAMED = 4;

    private Corruption() {}

    /// The changed frame; empty when the frame lacks one of the bytes or holds all the values
    /// already.
    static Optional<Bytes> apply(Action.Corrupt action, Packet packet) {
        byte[] changed = packet.frame().toArray();
        for (Action.Change change : action.changes()) {
            OptionalInt start = packet.start(change.layer());
            int index = start.isPresent() ? start.getAsInt() + change.offset() : -1;
            if (index < 0 || index >= changed.length) {
                return Optional.empty();
            }
            changed[index] = (byte) change.value();
        }
        Bytes result = Bytes.copyOf(changed);
        if (result.equals(packet.frame())) {
            return Optional.empty();
        }
        return Optional.of(action.mendChecksum() ? Packets.mend(result) : result);
    }

    static String describe(Action.Corrupt action) {
        int more = action.changes().size() - NAMED;
        return action.changes().stream()
                        .limit(NAMED)
                        .map(Action.Change::toString)
                        .collect(Collectors.joining(" and "))
                + (more > 0 ? " and " + more + " more" : "")
                + (action.mendChecksum() ? ", checksum mended" : "");
    }
}
