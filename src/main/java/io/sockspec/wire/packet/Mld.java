package io.sockspec.wire.packet;

import io.sockspec.socket.Ip6;
import java.util.List;

/// A Multicast Listener Discovery message of either version.
///
/// @param type 130 query, 131 report of version 1, 132 done, 143 report of version 2
/// @param group the group of a query, a version 1 report or a done; :: for a version 2 report
/// @param records the records of a version 2 report
/// @spec RFC 2710; RFC 9777
public record Mld(int version, int type, boolean checksumRight, Ip6 group, List<Record> records) {
    public static final int QUERY = 130;
    public static final int REPORT_V1 = 131;
    public static final int DONE = 132;
    public static final int REPORT_V2 = 143;

    public Mld {
        records = List.copyOf(records);
    }

    public boolean isReport() {
        return type == REPORT_V1 || type == REPORT_V2;
    }

    /// A multicast address record; the types are those of [Igmp.Record].
    public record Record(int type, Ip6 group, List<Ip6> sources) {
        public Record {
            sources = List.copyOf(sources);
        }
    }
}
