package io.sockspec.lab;

import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Ip6;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress;

/// A socket on a host, for tests of the laboratory. No call waits for more than ten seconds.
public final class TestSocket implements AutoCloseable {
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int SOL_SOCKET = 1;
    private static final int ADDRESS_BYTES = 28;
    private static final int PATIENCE_SECONDS = 10;

    private final int fd;

    private TestSocket(int fd) {
        this.fd = fd;
    }

    public static TestSocket tcp(Host host) {
        return open(host, 2, 1, 0);
    }

    public static TestSocket tcp6(Host host) {
        return open(host, 10, 1, 0);
    }

    public static TestSocket udp(Host host) {
        return open(host, 2, 2, 0);
    }

    /// Sends and receives ICMP echo messages, whole but for their identifier and checksum.
    public static TestSocket ping(Host host) {
        return open(host, 2, 2, 1);
    }

    private static TestSocket open(Host host, int domain, int type, int protocol) {
        int fd = check(host.in(() -> Libc.socket(domain, type | SOCK_CLOEXEC, protocol)));
        TestSocket socket = new TestSocket(fd);
        try (Memory timeout = Memory.confined(16).putLong(0, PATIENCE_SECONDS)) {
            check(Libc.setsockopt(fd, SOL_SOCKET, 20, timeout, 16));
            check(Libc.setsockopt(fd, SOL_SOCKET, 21, timeout, 16));
        }
        return socket;
    }

    public static SocketAddress at(Ip4 ip, int port) {
        return new SocketAddress.Inet4(ip, new Port(port));
    }

    public static SocketAddress at(Ip6 ip, int port) {
        return new SocketAddress.Inet6(ip, new Port(port), 0);
    }

    public int fd() {
        return fd;
    }

    public TestSocket bind(SocketAddress address) {
        option(SOL_SOCKET, 2, 1);
        try (Memory memory = encode(address)) {
            check(Libc.bind(fd, memory, length(address)));
        }
        return this;
    }

    public TestSocket listen() {
        check(Libc.listen(fd, 16));
        return this;
    }

    public TestSocket accept() {
        try (Memory address = Memory.confined(ADDRESS_BYTES);
                Memory length = Memory.confined(4).putInt(0, ADDRESS_BYTES)) {
            return new TestSocket(check(Libc.accept4(fd, address, length, SOCK_CLOEXEC)));
        }
    }

    public TestSocket connect(SocketAddress address) {
        check(tryConnect(address));
        return this;
    }

    /// @return 0, or the negated errno
    public int tryConnect(SocketAddress address) {
        try (Memory memory = encode(address)) {
            return Libc.connect(fd, memory, length(address));
        }
    }

    public TestSocket option(int level, int number, int value) {
        try (Memory memory = Memory.confined(4).putInt(0, value)) {
            check(Libc.setsockopt(fd, level, number, memory, 4));
        }
        return this;
    }

    /// Joins an IPv4 group on the interface of an address.
    TestSocket join(Ip4 group, Ip4 by) {
        try (Memory mreq = Memory.confined(8)
                .put(0, group.bytes().toArray())
                .put(4, by.bytes().toArray())) {
            check(Libc.setsockopt(fd, 0, 35, mreq, 8));
        }
        return this;
    }

    public void send(String text) {
        try (Memory memory = Memory.of(Bytes.text(text))) {
            check(Libc.send(fd, memory, text.length(), 0x4000));
        }
    }

    public void sendTo(SocketAddress address, String text) {
        check(trySendTo(address, text));
    }

    /// @return the bytes sent, or the negated errno
    public long trySendTo(SocketAddress address, String text) {
        try (Memory memory = Memory.of(Bytes.text(text));
                Memory to = encode(address)) {
            return Libc.sendto(fd, memory, text.length(), 0, to, length(address));
        }
    }

    /// The text of the next datagram, or what is there of a stream.
    public String receive() {
        try (Memory memory = Memory.confined(65536)) {
            return Bytes.copyOf(memory.bytesAt(0, check(Libc.recv(fd, memory, 65536, 0))))
                    .asText();
        }
    }

    /// @return the bytes received, or the negated errno
    public int tryReceive() {
        try (Memory memory = Memory.confined(65536)) {
            return (int) Libc.recv(fd, memory, 65536, 0);
        }
    }

    /// As [#receive] without waiting, and the errno's name when there is nothing.
    public String poll() {
        try (Memory memory = Memory.confined(65536)) {
            long length = Libc.recv(fd, memory, 65536, 0x40);
            return length < 0
                    ? new Errno((int) -length).toString()
                    : Bytes.copyOf(memory.bytesAt(0, (int) length)).asText();
        }
    }

    @Override
    public void close() {
        Libc.close(fd);
    }

    static int check(long result) {
        if (result < 0) {
            throw new AssertionError("the call failed with " + new Errno((int) -result));
        }
        return (int) result;
    }

    private static Memory encode(SocketAddress address) {
        Memory memory = Memory.confined(ADDRESS_BYTES);
        switch (address) {
            case SocketAddress.Inet4(Ip4 ip, Port port) ->
                memory.putShort(0, 2)
                        .putNetworkShort(2, port.number())
                        .put(4, ip.bytes().toArray());
            case SocketAddress.Inet6(Ip6 ip, Port port, int scope) ->
                memory.putShort(0, 10)
                        .putNetworkShort(2, port.number())
                        .put(8, ip.bytes().toArray())
                        .putInt(24, scope);
            default -> throw new IllegalArgumentException("no test uses " + address);
        }
        return memory;
    }

    private static int length(SocketAddress address) {
        return address instanceof SocketAddress.Inet4 ? 16 : ADDRESS_BYTES;
    }
}
