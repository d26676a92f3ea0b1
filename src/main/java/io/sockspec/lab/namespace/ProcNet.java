package io.sockspec.lab.namespace;

import io.sockspec.lab.GroupEntry;
import io.sockspec.lab.TcpEntry;
import io.sockspec.lab.TcpState;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Ip6;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Reads the tables of /proc/net. Addresses there are words in the machine's order, printed as hex.
///
/// @spec proc_pid_net(5)
final class ProcNet {
    private static final int HEX = 16;
    private static final int HEX_PER_WORD = 8;

    private ProcNet() {}

    /// The rows of `/proc/net/tcp` or `/proc/net/tcp6`; the first line is a heading.
    static List<TcpEntry> tcp(String table) {
        return table.lines()
                .skip(1)
                .map(line -> line.strip().split("\\s+", -1))
                .map(ProcNet::tcp)
                .toList();
    }

    private static TcpEntry tcp(String[] row) {
        String[] queues = row[4].split(":", -1);
        return new TcpEntry(
                address(row[1]),
                address(row[2]),
                TcpState.of(Integer.parseInt(row[3], HEX)),
                Long.parseLong(queues[0], HEX),
                Long.parseLong(queues[1], HEX));
    }

    private static SocketAddress address(String text) {
        int colon = text.indexOf(':');
        Bytes address = words(text.substring(0, colon));
        Port port = new Port(Integer.parseInt(text.substring(colon + 1), HEX));
        return address.length() == 4
                ? new SocketAddress.Inet4(Ip4.of(address), port)
                : new SocketAddress.Inet6(new Ip6(address), port, 0);
    }

    /// A line for each interface, then an indented one for each of its groups:
    /// ```
    /// 2	eth0      :     1      V3
    /// 				010000E0     1 0:00000000		0
    /// ```
    static List<GroupEntry> igmp(String table) {
        List<GroupEntry> entries = new ArrayList<>();
        String device = "";
        for (String line : table.lines().skip(1).toList()) {
            String[] row = line.strip().split("\\s+", -1);
            if (Character.isDigit(line.charAt(0))) {
                device = row[1];
            } else {
                entries.add(new GroupEntry(device, Ip4.of(words(row[0])), Integer.parseInt(row[1])));
            }
        }
        return List.copyOf(entries);
    }

    private static Bytes words(String hex) {
        ByteBuffer bytes = ByteBuffer.allocate(hex.length() / 2).order(ByteOrder.nativeOrder());
        for (int i = 0; i < hex.length(); i += HEX_PER_WORD) {
            bytes.putInt(Integer.parseUnsignedInt(hex.substring(i, i + HEX_PER_WORD), HEX));
        }
        return Bytes.copyOf(bytes.array());
    }
}
