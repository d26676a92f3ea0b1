package io.sockspec.lab.namespace;

import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;

/// A nonblocking packet socket by which the wire reads what comes in by one interface and sends by
/// it; it never reads what the kernel sends.
///
/// @spec packet(7)
final class PacketSocket {
    private static final int AF_PACKET = 17;
    private static final int SOCK_RAW_NONBLOCK_CLOEXEC = 3 | 0x800 | 0x80000;
    private static final int ETH_P_ALL = 3;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;
    private static final int SOL_PACKET = 263;
    private static final int PACKET_QDISC_BYPASS = 20;
    private static final int PACKET_IGNORE_OUTGOING = 23;
    private static final int RECEIVE_BYTES = 8 << 20;
    private static final int SOCKADDR_LL_BYTES = 20;

    private PacketSocket() {}

    /// Opens one in the namespace of the calling thread.
    ///
    /// @return its descriptor, the caller's to close
    static int open(int interfaceIndex) {
        // Protocol 0 receives nothing until bind, so no frame of another interface can slip in.
        int fd = Namespace.check(Libc.socket(AF_PACKET, SOCK_RAW_NONBLOCK_CLOEXEC, 0), "open a packet socket");
        try {
            configure(fd);
            bind(fd, interfaceIndex);
            return fd;
        } catch (RuntimeException problem) {
            Libc.close(fd);
            throw problem;
        }
    }

    private static void configure(int fd) {
        try (Memory value = Memory.confined(4).putInt(0, RECEIVE_BYTES)) {
            if (Libc.setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, value, 4) < 0) {
                // An unprivileged namespace may not exceed net.core.rmem_max.
                Libc.setsockopt(fd, SOL_SOCKET, SO_RCVBUF, value, 4);
            }
            value.putInt(0, 1);
            Namespace.check(
                    Libc.setsockopt(fd, SOL_PACKET, PACKET_IGNORE_OUTGOING, value, 4), "set PACKET_IGNORE_OUTGOING");
            // Without it, frames sent before the kernel has noticed the new carrier vanish in a queue.
            Namespace.check(Libc.setsockopt(fd, SOL_PACKET, PACKET_QDISC_BYPASS, value, 4), "set PACKET_QDISC_BYPASS");
        }
    }

    private static void bind(int fd, int index) {
        try (Memory address = Memory.confined(SOCKADDR_LL_BYTES)) {
            address.putShort(0, AF_PACKET).putNetworkShort(2, ETH_P_ALL).putInt(4, index);
            Namespace.check(Libc.bind(fd, address, SOCKADDR_LL_BYTES), "bind a packet socket");
        }
    }
}
