package io.sockspec.wire;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Mac;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.wire.packet.Packets;
import io.sockspec.wire.packet.Packets.Link;
import io.sockspec.wire.packet.Packets.TcpFields;
import java.util.List;

/// Frames between 10.0.0.1:40000 and 10.0.0.2:8080 for tests.
final class Frames {
    static final Mac CLIENT_MAC = Mac.parse("02:00:00:00:00:01");
    static final Mac SERVER_MAC = Mac.parse("02:00:00:00:00:02");
    static final Link TO_SERVER = new Link(CLIENT_MAC, SERVER_MAC);
    static final Link TO_CLIENT = new Link(SERVER_MAC, CLIENT_MAC);
    static final Inet4 CLIENT = new Inet4(Ip4.parse("10.0.0.1"), new Port(40000));
    static final Inet4 SERVER = new Inet4(Ip4.parse("10.0.0.2"), new Port(8080));

    /// An IGMPv3 report as Linux sends it on joining 239.1.2.3.
    static final Bytes IGMP_V3_JOIN = Bytes.hex("01 00 5e 00 00 16 02 00 00 00 00 01 08 00"
            + "46 c0 00 28 00 00 40 00 01 02 f9 f8 0a 00 00 01 e0 00 00 16 94 04 00 00"
            + "22 00 e8 f9 00 00 00 01 04 00 00 00 ef 01 02 03");

    /// An MLDv2 report as Linux sends it on joining ff02::1:ff00:1, the hop-by-hop header padded by
    /// a PadN of length 0.
    static final Bytes MLD_V2_JOIN = Bytes.hex("33 33 00 00 00 16 02 00 00 00 00 01 86 dd"
            + "60 00 00 00 00 24 00 01 fe 80 00 00 00 00 00 00 00 00 00 00 00 00 00 01"
            + "ff 02 00 00 00 00 00 00 00 00 00 00 00 00 00 16"
            + "3a 00 05 02 00 00 01 00"
            + "8f 00 71 07 00 00 00 01 04 00 00 00 ff 02 00 00 00 00 00 00 00 00 00 01 ff 00 00 01");

    private Frames() {}

    /// From client to server.
    static Bytes tcp(String flags, long sequence, long acknowledgment, String payload) {
        return tcp(TO_SERVER, CLIENT, SERVER, flags, sequence, acknowledgment, payload);
    }

    /// From server to client.
    static Bytes tcpBack(String flags, long sequence, long acknowledgment, String payload) {
        return tcp(TO_CLIENT, SERVER, CLIENT, flags, sequence, acknowledgment, payload);
    }

    static Bytes tcp(
            Link link, Inet4 from, Inet4 to, String flags, long sequence, long acknowledgment, String payload) {
        TcpFields fields = TcpFields.of(flags, sequence, acknowledgment).withPayload(Bytes.text(payload));
        return Packets.tcp(link, from, to, fields);
    }

    static Bytes udp(String payload) {
        return Packets.udp(TO_SERVER, CLIENT, SERVER, Bytes.text(payload));
    }

    static Frame logged(Bytes data) {
        return logged(1, 0, "client", "server", data);
    }

    static Frame logged(long number, long millis, String host, String to, Bytes data, Fate... fates) {
        return new Frame(number, millis * 1_000_000, host, host, "lan", to, data, data.length(), List.of(fates));
    }
}
