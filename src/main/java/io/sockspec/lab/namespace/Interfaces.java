package io.sockspec.lab.namespace;

import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;

/// What is asked of interfaces by ioctl(2), on any socket of their namespace.
///
/// @spec netdevice(7)
final class Interfaces {
    private static final long SIOCGIFINDEX = 0x8933;
    private static final long SIOCETHTOOL = 0x8946;
    private static final int IFREQ_BYTES = 40;
    private static final int IFREQ_VALUE = 16;
    private static final int[] OFFLOADS = {
        0x17, // ETHTOOL_STXCSUM: checksums are complete
        0x1f, // ETHTOOL_STSO: TCP segments are no longer than the MTU allows
        0x24, // ETHTOOL_SGSO
        0x2c, // ETHTOOL_SGRO
    };

    private Interfaces() {}

    static int index(int socket, String name) {
        try (Memory request = request(name)) {
            Namespace.check(Libc.ioctl(socket, SIOCGIFINDEX, request.address()), "find the interface '" + name + "'");
            return request.intAt(IFREQ_VALUE);
        }
    }

    /// Has the stack send frames as a network card would: with checksums, and no longer than the
    /// MTU.
    static void withoutOffloads(int socket, String name) {
        try (Memory request = request(name);
                Memory command = Memory.confined(8)) {
            request.putLong(IFREQ_VALUE, command.address());
            for (int offload : OFFLOADS) {
                command.putInt(0, offload).putInt(4, 0);
                Namespace.check(
                        Libc.ioctl(socket, SIOCETHTOOL, request.address()), "switch the offloads of " + name + " off");
            }
        }
    }

    private static Memory request(String name) {
        byte[] text = Bytes.text(name).toArray();
        if (text.length >= IFREQ_VALUE) {
            throw new IllegalArgumentException("'" + name + "' is longer than an interface name can be");
        }
        return Memory.confined(IFREQ_BYTES).put(0, text);
    }
}
