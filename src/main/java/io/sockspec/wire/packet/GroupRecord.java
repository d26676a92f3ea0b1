package io.sockspec.wire.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// A record of a report of IGMP version 3 or MLD version 2: how one group is listened to.
///
/// @param type 1 MODE_IS_INCLUDE, 2 MODE_IS_EXCLUDE, 3 CHANGE_TO_INCLUDE, 4 CHANGE_TO_EXCLUDE, 5
///     ALLOW_NEW_SOURCES, 6 BLOCK_OLD_SOURCES
/// @spec RFC 9776 section 4.2; RFC 9777 section 5.2
public record GroupRecord<A>(int type, A group, List<A> sources) {
    private static final List<String> NAMES = List.of(
            "MODE_IS_INCLUDE",
            "MODE_IS_EXCLUDE",
            "CHANGE_TO_INCLUDE",
            "CHANGE_TO_EXCLUDE",
            "ALLOW_NEW_SOURCES",
            "BLOCK_OLD_SOURCES");

    public GroupRecord {
        sources = List.copyOf(sources);
    }

    /// The name of the type, such as `CHANGE_TO_EXCLUDE`, or its number.
    public String typeName() {
        return type >= 1 && type <= NAMES.size() ? NAMES.get(type - 1) : "record type " + type;
    }

    /// Reads `count` records; empty when the message ends before the last of them.
    ///
    /// @param address reads one address of `width` bytes
    static <A> Optional<List<GroupRecord<A>>> readAll(
            Octets message, int offset, int count, int width, BiFunction<Octets, Integer, A> address) {
        List<GroupRecord<A>> records = new ArrayList<>();
        int at = offset;
        for (int i = 0; i < count; i++) {
            int sourceCount = at + 4 <= message.length() ? message.shortAt(at + 2) : 0;
            int firstSource = at + 4 + width;
            int end = firstSource + sourceCount * width;
            if (end > message.length()) {
                return Optional.empty();
            }
            List<A> sources = new ArrayList<>();
            for (int source = firstSource; source < end; source += width) {
                sources.add(address.apply(message, source));
            }
            records.add(new GroupRecord<>(message.byteAt(at), address.apply(message, at + 4), sources));
            // Auxiliary data is counted in words and has no meaning yet.
            at = end + message.byteAt(at + 1) * 4;
        }
        return Optional.of(records);
    }
}
