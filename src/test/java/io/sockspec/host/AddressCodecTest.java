package io.sockspec.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Ip6;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketAddress.Abstract;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.socket.SocketAddress.Inet6;
import io.sockspec.socket.SocketAddress.Link;
import io.sockspec.socket.SocketAddress.Raw;
import io.sockspec.socket.SocketAddress.Unix;
import io.sockspec.socket.SocketAddress.Unspecified;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The bytes below are those of a little-endian machine, which x86-64 and AArch64 are.
class AddressCodecTest {
    private final Random random = new Random(1);

    private Bytes randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.copyOf(bytes);
    }

    private static void encodes(SocketAddress address, String sockaddr) {
        assertThat(AddressCodec.encode(address)).isEqualTo(Bytes.hex(sockaddr));
        assertThat(AddressCodec.decode(Bytes.hex(sockaddr))).isEqualTo(address);
    }

    @Test
    void inet4HasPortAndAddressInNetworkOrder() {
        encodes(new Inet4(Ip4.parse("10.1.2.3"), new Port(8080)), "02 00 1f 90 0a 01 02 03 00 00 00 00 00 00 00 00");
    }

    @Test
    void inet6HasItsScopeInMachineOrder() {
        encodes(
                new Inet6(Ip6.parse("fe80::1"), new Port(80), 3),
                "0a 00 00 50 00 00 00 00 fe 80 00 00 00 00 00 00 00 00 00 00 00 00 00 01 03 00 00 00");
    }

    @Test
    void pathEndsWithAZeroByte() {
        encodes(new Unix("/a"), "01 00 2f 61 00");
    }

    @Test
    void unnamedIsTheFamilyAlone() {
        encodes(new Unix(""), "01 00");
    }

    @Test
    void abstractNamesMayHoldZeroBytes() {
        encodes(new Abstract(Bytes.hex("61 00 62")), "01 00 00 61 00 62");
        encodes(new Abstract(Bytes.EMPTY), "01 00 00");
    }

    @Test
    void linkHasItsProtocolInNetworkOrder() {
        encodes(
                new Link(0x0806, 2, 4, Bytes.hex("02 00 00 00 00 01")),
                "11 00 08 06 02 00 00 00 00 00 04 06 02 00 00 00 00 01 00 00");
    }

    @Test
    void unspecifiedIsAllZero() {
        encodes(new Unspecified(), "00 ".repeat(16));
    }

    @Test
    void rawIsPassedByteForByte() {
        assertThat(AddressCodec.encode(new Raw(Bytes.EMPTY))).isEqualTo(Bytes.EMPTY);
        assertThat(AddressCodec.encode(new Raw(Bytes.hex("02 00 1f")))).isEqualTo(Bytes.hex("02 00 1f"));
    }

    @Test
    void aFullPathHasNoRoomForTheZeroByte() {
        assertThat(AddressCodec.encode(new Unix("p".repeat(107))).length()).isEqualTo(110);
        assertThat(AddressCodec.encode(new Unix("p".repeat(108))).length()).isEqualTo(110);
        assertThat(AddressCodec.encode(new Unix("p".repeat(109))).length()).isEqualTo(111);
    }

    @Test
    void everyAddressComesBackAsItWas() {
        for (int i = 0; i < 2000; i++) {
            Port port = new Port(random.nextInt(0x10000));
            Bytes name = randomBytes(random.nextInt(108));
            comesBack(new Inet4(new Ip4(random.nextInt()), port));
            comesBack(new Inet6(new Ip6(randomBytes(16)), port, random.nextInt()));
            comesBack(new Abstract(name));
            comesBack(new Unix("/tmp/ä€" + "x".repeat(random.nextInt(100))));
            Bytes hardware = randomBytes(random.nextInt(21));
            comesBack(new Link(random.nextInt(0x10000), random.nextInt(), random.nextInt(256), hardware));
        }
    }

    private static void comesBack(SocketAddress address) {
        assertThat(AddressCodec.decode(AddressCodec.encode(address))).isEqualTo(address);
    }

    @Test
    void whatHasNoFormStaysRaw() {
        for (String sockaddr : new String[] {
            "",
            "02",
            "02 00 1f 90",
            "0a 00 00 50",
            "01 00 ff fe",
            "00 00 01",
            "10 00 00 00 00 00 00 00",
            "11 00 08 06 02 00 00 00 00 00 04 ff 01"
        }) {
            assertThat(AddressCodec.decode(Bytes.hex(sockaddr))).isEqualTo(new Raw(Bytes.hex(sockaddr)));
        }
    }

    @Test
    void anyBytesAreDecoded() {
        for (int i = 0; i < 20_000; i++) {
            byte[] sockaddr = randomBytes(random.nextInt(40)).toArray();
            if (sockaddr.length > 1) {
                sockaddr[0] = new byte[] {0, 1, 2, 10, 16, 17}[random.nextInt(6)];
                sockaddr[1] = 0;
            }
            assertThat(AddressCodec.decode(Bytes.copyOf(sockaddr))).isNotNull();
        }
    }
}
