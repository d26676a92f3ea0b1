package io.sockspec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.socket.Bytes;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.Packets;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
    private static final Frame SEGMENT = Frames.logged(Frames.tcp("PSH,ACK", 1000, 0x01020304, "hi"));
    private static final Frame JOIN = Frames.logged(Frames.IGMP_V3_JOIN);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            destination MAC       | 02:00:00:00:00:02 | 02 00 00 00 00 02
            source MAC            | 02:00:00:00:00:01 | 02 00 00 00 00 01
            EtherType             | 0x0800            | 08 00
            source address        | 10.0.0.1          | 0a 00 00 01
            destination address   | 10.0.0.2          | 0a 00 00 02
            TTL                   | 64                | 40
            IHL                   | 5                 | 05
            IP header length      | 20                | 14
            IP protocol           | 6                 | 06
            IP total length       | 42                | 00 2a
            don't fragment        | yes               | 01
            router alert          | no                | 00
            source port           | 40000             | 9c 40
            destination port      | 8080              | 1f 90
            sequence number       | 1000              | 00 00 03 e8
            acknowledgment number | 16909060          | 01 02 03 04
            flags                 | PSH,ACK           | 18
            window                | 65535             | ff ff
            payload               | 68 69             | 68 69
            payload text          | hi                | 68 69
            payload length        | 2                 | 00 02
            """)
    void readsASegment(String name, String text, String bytes) {
        assertThat(Fields.read(SEGMENT, name)).isEqualTo(new Reading.Value(name, text, Bytes.hex(bytes)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IHL                | 6                 | 06
            IP options         | 94 04 00 00       | 94 04 00 00
            router alert       | yes               | 01
            TTL                | 1                 | 01
            IGMP type          | 0x22              | 22
            IGMP version       | 3                 | 03
            number of records  | 1                 | 00 01
            record type        | 4                 | 04
            record group       | 239.1.2.3         | ef 01 02 03
            number of sources  | 0                 | 00 00
            destination MAC    | 01:00:5e:00:00:16 | 01 00 5e 00 00 16
            """)
    void readsAReport(String name, String text, String bytes) {
        assertThat(Fields.read(JOIN, name)).isEqualTo(new Reading.Value(name, text, Bytes.hex(bytes)));
    }

    @Test
    void readsVerdictsOnChecksums() {
        assertThat(Fields.read(SEGMENT, "TCP checksum").text()).isEqualTo("right");
        assertThat(Fields.read(SEGMENT, "IP checksum").text()).isEqualTo("right");
        byte[] wrong = SEGMENT.data().toArray();
        wrong[wrong.length - 1]++;
        assertThat(Fields.read(Frames.logged(Bytes.copyOf(wrong)), "TCP checksum")
                        .text())
                .isEqualTo("wrong");
    }

    @Test
    void readsRecordsByName() {
        assertThat(Fields.read(JOIN, "record name").text()).isEqualTo("CHANGE_TO_EXCLUDE");
        assertThat(Fields.read(Frames.logged(Frames.MLD_V2_JOIN), "record group")
                        .text())
                .isEqualTo("ff02::1:ff00:1");
    }

    @Test
    void readsWhatAnErrorQuotes() {
        Bytes error = Packets.icmpError(Frames.SERVER.ip(), Packet.of(Frames.udp("lost")), 3, 4, 1000);

        assertThat(Fields.read(Frames.logged(error), "quoted destination port").text())
                .isEqualTo("8080");
        assertThat(Fields.read(Frames.logged(error), "ICMP MTU").text()).isEqualTo("1000");
    }

    @Test
    void comparesAsNumbers() {
        Reading.Value value = (Reading.Value) Fields.read(SEGMENT, "source port");
        assertThat(value.number()).isEqualTo(BigInteger.valueOf(40000));
    }

    @Test
    void saysWhyAFieldIsAbsent() {
        assertThat(Fields.read(JOIN, "window"))
                .isEqualTo(new Reading.Absent("window", "absent: the frame is IGMP and has no TCP header"));
        assertThat(Fields.read(SEGMENT, "maximum segment size").text())
                .isEqualTo("absent: the frame is TCP and has no option for it");
    }

    @Test
    void namesTheFieldsThereAre() {
        assertThat(Fields.read(SEGMENT, "colour"))
                .isInstanceOf(Reading.Unknown.class)
                .extracting(Reading::text)
                .asString()
                .startsWith("'colour' is no field of a frame; known are destination MAC; source MAC; ");
    }
}
