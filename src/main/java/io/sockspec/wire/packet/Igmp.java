package io.sockspec.wire.packet;

import io.sockspec.socket.Ip4;
import java.util.List;

/// An IGMP message of any version.
///
/// @param type 0x11 query, 0x12 report of version 1, 0x16 of version 2, 0x22 of version 3, 0x17 leave
/// @param maximumResponse the second byte, in tenths of a second unless it is 128 or more
/// @param group the group of a query, a version 1 or 2 report or a leave; 0.0.0.0 for a version 3 report
/// @param records the group records of a version 3 report
/// @param sources the sources of a version 3 query
/// @spec RFC 1112 appendix I; RFC 2236; RFC 9776
public record Igmp(
        int version,
        int type,
        int maximumResponse,
        boolean checksumRight,
        Ip4 group,
        List<Record> records,
        List<Ip4> sources) {
    public static final int QUERY = 0x11;
    public static final int REPORT_V1 = 0x12;
    public static final int REPORT_V2 = 0x16;
    public static final int LEAVE = 0x17;
    public static final int REPORT_V3 = 0x22;

    public Igmp {
        records = List.copyOf(records);
        sources = List.copyOf(sources);
    }

    public boolean isReport() {
        return type == REPORT_V1 || type == REPORT_V2 || type == REPORT_V3;
    }

    /// A group record.
    ///
    /// @param type 1 MODE_IS_INCLUDE, 2 MODE_IS_EXCLUDE, 3 CHANGE_TO_INCLUDE, 4 CHANGE_TO_EXCLUDE, 5 ALLOW, 6 BLOCK
    public record Record(int type, Ip4 group, List<Ip4> sources) {
        public Record {
            sources = List.copyOf(sources);
        }
    }
}
