package io.sockspec.wire.packet;

import java.util.List;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IllegalRawDataException;

/// A frame with every field of every header, for a reader of a report: the text is Pcap4J's, except
/// for the two protocols that it does not know.
final class Details {
    private Details() {}

    static List<String> of(Packet packet) {
        return packet.mld()
                .map(mld -> List.of(String.valueOf(packet.ipv6().orElseThrow()), mld.toString()))
                .or(() -> packet.igmp()
                        .map(igmp -> List.of(String.valueOf(packet.ipv4().orElseThrow()), igmp.toString())))
                .orElseGet(() -> decoded(packet));
    }

    private static List<String> decoded(Packet packet) {
        byte[] bytes = packet.frame().toArray();
        try {
            return EthernetPacket.newPacket(bytes, 0, bytes.length)
                    .toString()
                    .lines()
                    .toList();
        } catch (IllegalRawDataException | IllegalArgumentException malformed) {
            return List.of("not an Ethernet frame: " + packet.frame());
        }
    }
}
