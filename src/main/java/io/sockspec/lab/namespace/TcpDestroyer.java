package io.sockspec.lab.namespace;

import io.sockspec.lab.LabFailure;
import java.util.ArrayList;
import java.util.List;

/// Ends every TCP connection of a namespace.
///
/// A socket that was closed with data under way lives on without its process, retransmits into the
/// stopped wire for
/// minutes, and keeps its namespace alive for as long.
///
/// @spec sock_diag(7)
final class TcpDestroyer {
    private static final int SOCK_DIAG_BY_FAMILY = 20;
    private static final int SOCK_DESTROY = 21;
    private static final int IPPROTO_TCP = 6;
    /// All states but TIME_WAIT, which keeps nothing alive.
    private static final int STATES = 0xfff & ~(1 << 6);

    private static final int AT_ONCE = 200;
    private static final int ID_BYTES = 48;
    private static final int ID_IN_ANSWER = 16 + 4;
    private static final String[] COUNTS = {"TCP: inuse ", "TCP6: inuse "};
    private static final String[] FILES = {"sockstat", "sockstat6"};
    private static final int[] FAMILIES = {2, 10};

    private TcpDestroyer() {}

    /// A kernel without this facility is tolerated: the namespace then goes when its last
    /// connection
    /// gives up.
    static void destroyAll(Kernel kernel) {
        for (int i = 0; i < FAMILIES.length; i++) {
            // A kernel with one table for all namespaces walks it for 4 ms; the count is read in 40 us.
            if (!kernel.table(FILES[i]).contains(COUNTS[i] + "0")) {
                destroy(kernel, FAMILIES[i]);
            }
        }
    }

    private static void destroy(Kernel kernel, int family) {
        NetlinkBatch dump = new NetlinkBatch();
        request(dump, SOCK_DIAG_BY_FAMILY, NetlinkBatch.DUMP, "list TCP sockets", family)
                .raw(new byte[ID_BYTES]);
        List<byte[]> sockets = new ArrayList<>();
        try {
            kernel.dumpSockets(
                    dump,
                    answer -> sockets.add(
                            answer.slice(ID_IN_ANSWER, ID_IN_ANSWER + ID_BYTES).toArray()));
            for (int from = 0; from < sockets.size(); from += AT_ONCE) {
                kernel.tellSockets(kill(family, sockets.subList(from, Math.min(from + AT_ONCE, sockets.size()))));
            }
        } catch (LabFailure lacking) {
            // No INET_DIAG, or no INET_DIAG_DESTROY, in this kernel.
        }
    }

    private static NetlinkBatch kill(int family, List<byte[]> sockets) {
        NetlinkBatch batch = new NetlinkBatch();
        for (byte[] socket : sockets) {
            request(batch, SOCK_DESTROY, 0, "destroy a TCP socket", family).raw(socket);
        }
        return batch;
    }

    private static NetlinkBatch request(NetlinkBatch batch, int type, int flags, String purpose, int family) {
        return batch.message(type, flags, purpose)
                .octet(family)
                .octet(IPPROTO_TCP)
                .octet(0)
                .octet(0)
                .word(STATES);
    }
}
