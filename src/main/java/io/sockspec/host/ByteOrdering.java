package io.sockspec.host;

import io.sockspec.libc.Libc;
import io.sockspec.socket.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// htons(), ntohs(), htonl() and ntohl() between numbers and the bytes a variable of C holds.
///
/// @spec POSIX.1-2024 htonl()
final class ByteOrdering {
    private ByteOrdering() {}

    static Bytes htons(List<Integer> hosts) {
        byte[] memory = new byte[Short.BYTES * hosts.size()];
        ByteBuffer variables = machineOrder(memory);
        hosts.forEach(host -> variables.putShort((short) Libc.htons(host)));
        return Bytes.copyOf(memory);
    }

    static List<Integer> ntohs(Bytes networks) {
        ByteBuffer variables = machineOrder(whole(networks, networks.length() / Short.BYTES * Short.BYTES));
        List<Integer> hosts = new ArrayList<>();
        while (variables.hasRemaining()) {
            hosts.add(Libc.ntohs(variables.getShort()));
        }
        return hosts;
    }

    static Bytes htonl(long host) {
        byte[] memory = new byte[Integer.BYTES];
        machineOrder(memory).putInt(Libc.htonl((int) host));
        return Bytes.copyOf(memory);
    }

    static long ntohl(Bytes network) {
        return Integer.toUnsignedLong(
                Libc.ntohl(machineOrder(whole(network, Integer.BYTES)).getInt()));
    }

    private static byte[] whole(Bytes variables, int lengthBytes) {
        if (variables.length() != lengthBytes) {
            throw new IllegalArgumentException("these bytes fill no variable: " + variables);
        }
        return variables.toArray();
    }

    private static ByteBuffer machineOrder(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }
}
