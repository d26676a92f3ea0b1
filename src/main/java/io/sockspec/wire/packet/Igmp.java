package io.sockspec.wire.packet;

import io.sockspec.socket.Ip4;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An IGMP message of any version.
///
/// @param type 0x11 query, 0x12 report of version 1, 0x16 of version 2, 0x22 of version 3, 0x17
///     leave
/// @param maximumResponse the second byte, in tenths of a second unless it is 128 or more
/// @param group the group of a query, a version 1 or 2 report or a leave; 0.0.0.0 for a version 3
///     report
/// @param records the group records of a version 3 report
/// @param sources the sources of a version 3 query
/// @spec RFC 1112 appendix I; RFC 2236; RFC 9776
public record Igmp(
        int version,
        int type,
        int maximumResponse,
        int checksumField,
        Ip4 group,
        List<GroupRecord<Ip4>> records,
        List<Ip4> sources) {
    public static final int QUERY = 0x11;
    public static final int REPORT_V1 = 0x12;
    public static final int REPORT_V2 = 0x16;
    public static final int LEAVE = 0x17;
    public static final int REPORT_V3 = 0x22;
    private static final int SHORT = 8;
    private static final int QUERY_V3 = 12;

    public Igmp {
        records = List.copyOf(records);
        sources = List.copyOf(sources);
    }

    static Optional<Igmp> read(Carried carried) {
        Octets message = carried.payload();
        if (message.length() < SHORT) {
            return Optional.empty();
        }
        return message.byteAt(0) == REPORT_V3 ? report(carried) : other(carried);
    }

    private static Optional<Igmp> report(Carried carried) {
        Octets message = carried.payload();
        return GroupRecord.readAll(message, SHORT, message.shortAt(6), 4, Igmp::address)
                .map(records ->
                        new Igmp(3, REPORT_V3, message.byteAt(1), message.shortAt(2), Ip4.ANY, records, List.of()));
    }

    private static Optional<Igmp> other(Carried carried) {
        Octets message = carried.payload();
        int type = message.byteAt(0);
        int count = type == QUERY && message.length() >= QUERY_V3 ? message.shortAt(10) : 0;
        if (QUERY_V3 + count * 4 > Math.max(QUERY_V3, message.length())) {
            return Optional.empty();
        }
        List<Ip4> sources = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sources.add(address(message, QUERY_V3 + i * 4));
        }
        return Optional.of(new Igmp(
                version(message),
                type,
                message.byteAt(1),
                message.shortAt(2),
                address(message, 4),
                List.of(),
                sources));
    }

    private static int version(Octets message) {
        return switch (message.byteAt(0)) {
            case REPORT_V1 -> 1;
            case QUERY -> message.length() >= QUERY_V3 ? 3 : message.byteAt(1) == 0 ? 1 : 2;
            default -> 2;
        };
    }

    private static Ip4 address(Octets message, int offset) {
        return new Ip4(message.intAt(offset));
    }

    public boolean isReport() {
        return type == REPORT_V1 || type == REPORT_V2 || type == REPORT_V3;
    }
}
