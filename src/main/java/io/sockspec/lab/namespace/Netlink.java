package io.sockspec.lab.namespace;

import io.sockspec.lab.LabFailure;
import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import java.util.function.Consumer;

/// A netlink socket of the namespace it was opened in. The kernel handles a request within the
/// send, so an answer is
/// there when the send returns: only a socket for notices waits in [#receive].
///
/// @spec netlink(7)
final class Netlink implements AutoCloseable {
    static final int ROUTE = 0;
    static final int SOCK_DIAG = 4;

    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
    private static final int SOL_NETLINK = 270;
    private static final int NETLINK_CAP_ACK = 10;
    private static final int NETLINK_EXT_ACK = 11;
    private static final int NLMSG_ERROR = 2;
    private static final int NLMSG_DONE = 3;
    private static final int NLM_F_ACK_TLVS = 0x200;
    private static final int NLMSGERR_ATTR_MSG = 1;
    private static final int RTMGRP_IPV6_IFADDR = 0x100;
    private static final int SOCKADDR_NL_BYTES = 12;
    private static final int HEADER = 16;
    private static final int ERROR_BODY = HEADER + 4 + HEADER;
    private static final int RECEIVE_BYTES = 32 * 1024;

    private final int fd;
    private final Memory received = Memory.confined(RECEIVE_BYTES);

    private Netlink(int fd) {
        this.fd = fd;
    }

    /// A socket that was opened elsewhere.
    static Netlink of(int fd) {
        return new Netlink(fd);
    }

    /// Opens a socket in the namespace of the calling thread.
    static Netlink open(int protocol) {
        int fd = Namespace.check(Libc.socket(AF_NETLINK, SOCK_RAW_CLOEXEC, protocol), "open a netlink socket");
        try (Memory one = Memory.confined(4).putInt(0, 1)) {
            // Older kernels lack one or both; they only make messages shorter and errors clearer.
            Libc.setsockopt(fd, SOL_NETLINK, NETLINK_CAP_ACK, one, 4);
            Libc.setsockopt(fd, SOL_NETLINK, NETLINK_EXT_ACK, one, 4);
        }
        return new Netlink(fd);
    }

    /// Opens a socket that receives a notice of every IPv6 address that becomes usable in the
    /// namespace.
    static Netlink openForAddresses() {
        Netlink netlink = open(ROUTE);
        try (Memory address = Memory.confined(SOCKADDR_NL_BYTES)) {
            address.putShort(0, AF_NETLINK).putInt(8, RTMGRP_IPV6_IFADDR);
            Namespace.check(Libc.bind(netlink.fd, address, SOCKADDR_NL_BYTES), "listen for addresses");
            return netlink;
        } catch (RuntimeException problem) {
            netlink.close();
            throw problem;
        }
    }

    int fd() {
        return fd;
    }

    /// Sends messages that each ask for an acknowledgment, and reads as many of them.
    ///
    /// @throws LabFailure for the first message that the kernel refused, with the kernel's own
    /// words where it has some
    void run(NetlinkBatch batch) {
        send(batch);
        int[] acknowledged = {0};
        while (acknowledged[0] < batch.count()) {
            receive((message, at) -> {
                if (message.shortAt(at + 4) == NLMSG_ERROR) {
                    requireSuccess(batch, message, at);
                    acknowledged[0]++;
                }
            });
        }
    }

    /// Sends one dump request and hands over each answer, header included.
    ///
    /// @throws LabFailure when the kernel refuses the dump
    void dump(NetlinkBatch request, Consumer<Bytes> answer) {
        send(request);
        boolean[] done = {false};
        while (!done[0]) {
            receive((message, at) -> {
                switch (message.shortAt(at + 4)) {
                    case NLMSG_DONE -> done[0] = true;
                    case NLMSG_ERROR -> requireSuccess(request, message, at);
                    default -> answer.accept(Bytes.copyOf(message.bytesAt(at, message.intAt(at))));
                }
            });
        }
    }

    /// What is done with one message, which begins at an offset of the memory.
    interface Reader {
        void read(Memory memory, int at);
    }

    /// Receives once, and hands over each message of what came.
    void receive(Reader reader) {
        int length = Namespace.check(Libc.recv(fd, received, RECEIVE_BYTES, 0), "read from netlink");
        for (int at = 0; at < length; at += aligned(received.intAt(at))) {
            reader.read(received, at);
        }
    }

    /// Sends messages that ask for no acknowledgment; those that fail, fail silently.
    void send(NetlinkBatch batch) {
        try (Memory bytes = Memory.of(Bytes.copyOf(batch.bytes()))) {
            Namespace.check(Libc.send(fd, bytes, bytes.size(), 0), "send to netlink");
        }
    }

    /// Reads what a kernel answered to messages and hands over what is neither an acknowledgment
    /// nor
    /// the end of a dump, header included.
    ///
    /// @throws LabFailure for the first message that it refused
    static void read(NetlinkBatch batch, Bytes answers, Consumer<Bytes> other) {
        try (Memory memory = Memory.of(answers)) {
            for (int at = 0; at + HEADER <= answers.length(); at += aligned(memory.intAt(at))) {
                switch (memory.shortAt(at + 4)) {
                    case NLMSG_DONE -> {}
                    case NLMSG_ERROR -> requireSuccess(batch, memory, at);
                    default -> other.accept(Bytes.copyOf(memory.bytesAt(at, memory.intAt(at))));
                }
            }
        }
    }

    private static void requireSuccess(NetlinkBatch batch, Memory received, int at) {
        int error = received.intAt(at + HEADER);
        if (error != 0) {
            String purpose = batch.purpose(received.intAt(at + 8));
            throw new LabFailure("cannot " + purpose + ": " + new Errno(-error) + explanation(received, at));
        }
    }

    /// The kernel's sentence about an error, or nothing.
    private static String explanation(Memory received, int at) {
        int end = at + received.intAt(at);
        boolean explained = (received.shortAt(at + 6) & NLM_F_ACK_TLVS) != 0;
        int next = at + ERROR_BODY;
        while (explained && next + 4 <= end) {
            int length = received.shortAt(next);
            if (received.shortAt(next + 2) == NLMSGERR_ATTR_MSG) {
                return " ("
                        + Bytes.copyOf(received.bytesAt(next + 4, length - 5)).asText() + ")";
            }
            next += aligned(length);
        }
        return "";
    }

    static int aligned(int lengthBytes) {
        return lengthBytes + 3 & ~3;
    }

    @Override
    public void close() {
        received.close();
        Libc.close(fd);
    }
}
