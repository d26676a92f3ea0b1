package io.sockspec.wire.packet;

import io.sockspec.socket.Ip6;
import java.util.List;
import java.util.Optional;

/// A Multicast Listener Discovery message of either version.
///
/// @param type 130 query, 131 report of version 1, 132 done, 143 report of version 2
/// @param group the group of a query, a version 1 report or a done; :: for a version 2 report
/// @param records the records of a version 2 report
/// @spec RFC 2710; RFC 9777
public record Mld(int version, int type, Ip6 group, List<GroupRecord<Ip6>> records) {
    public static final int QUERY = 130;
    public static final int REPORT_V1 = 131;
    public static final int DONE = 132;
    public static final int REPORT_V2 = 143;
    private static final int WIDTH = 16;
    private static final int SHORT = 24;
    private static final int QUERY_V2 = 28;

    public Mld {
        records = List.copyOf(records);
    }

    static Optional<Mld> read(Carried carried) {
        Octets message = carried.payload();
        int type = message.length() < Icmp.LENGTH ? 0 : message.byteAt(0);
        if (type == REPORT_V2) {
            return GroupRecord.readAll(message, Icmp.LENGTH, message.shortAt(6), WIDTH, Mld::address)
                    .map(records -> new Mld(2, type, Ip6.ANY, records));
        }
        if (type < QUERY || type > DONE || message.length() < SHORT) {
            return Optional.empty();
        }
        int version = type == QUERY && message.length() >= QUERY_V2 ? 2 : 1;
        return Optional.of(new Mld(version, type, address(message, Icmp.LENGTH), List.of()));
    }

    private static Ip6 address(Octets message, int offset) {
        return new Ip6(message.copy(offset, offset + WIDTH));
    }

    public boolean isReport() {
        return type == REPORT_V1 || type == REPORT_V2;
    }
}
