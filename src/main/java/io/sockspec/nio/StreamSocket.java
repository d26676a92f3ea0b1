package io.sockspec.nio;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Outcome.Returned;
import io.sockspec.spi.NotOffered;
import io.sockspec.spi.Sockets.How;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/// A stream socket that does not listen.
///
/// A connection that was begun without blocking is NIO's only after finishConnect(), which the SPI
/// reaches by a second connect(). Until then NIO refuses to transfer without asking the kernel, so
/// that transferring is not offered.
record StreamSocket(SocketChannel channel) implements ChannelSocket {
    @Override
    public String kind() {
        return channel.isConnectionPending() ? "a socket whose connection is pending" : "a stream socket";
    }

    @Override
    public int readable() {
        return established("poll(POLLIN)", SelectionKey.OP_READ);
    }

    /// Only one of the two can be ready: the first while a connection is pending, the second
    /// afterwards.
    @Override
    public int writable() {
        return SelectionKey.OP_CONNECT | SelectionKey.OP_WRITE;
    }

    @Override
    public Outcome<Done> bind(SocketAddress address) throws IOException {
        channel.bind(address);
        return Answers.done();
    }

    /// A second SocketChannel.connect() would say that the first is pending, for good; what became
    /// of the first is asked with finishConnect().
    @Override
    public Outcome<Done> connect(SocketAddress address) throws IOException {
        if (channel.isConnectionPending()) {
            return channel.finishConnect() ? Answers.done() : Answers.failed("EALREADY");
        }
        return channel.connect(address) ? Answers.done() : Answers.failed("EINPROGRESS");
    }

    @Override
    public Outcome<Done> shutdown(How how) throws IOException {
        switch (how) {
            case SHUT_RD -> channel.shutdownInput();
            case SHUT_WR -> channel.shutdownOutput();
            case SHUT_RDWR -> throw new NotOffered("shutdown(SHUT_RDWR)");
        }
        return Answers.done();
    }

    /// The exception of a closed channel tells of an open one that it is closed for writing.
    @Override
    public Outcome<Integer> send(Bytes payload) throws IOException {
        ByteBuffer bytes = established("send()", ByteBuffer.wrap(payload.toArray()));
        try {
            return Answers.sent(channel.write(bytes), payload.length());
        } catch (ClosedChannelException closed) {
            return Answers.failed(channel.isOpen() ? "EPIPE" : "EBADF");
        }
    }

    /// A channel that does not block stores 0 bytes where C fails with EAGAIN; -1 is the end.
    @Override
    public Outcome<Bytes> recv(int lengthBytes) throws IOException {
        ByteBuffer room = established("recv()", ByteBuffer.allocate(lengthBytes));
        int count = channel.read(room);
        return count == 0 && lengthBytes > 0 ? Answers.failed("EAGAIN") : new Returned<>(Answers.stored(room));
    }

    @Override
    public Outcome<io.sockspec.socket.SocketAddress> peer() throws IOException {
        return Answers.peer(channel.getRemoteAddress());
    }

    private <T> T established(String call, T value) {
        if (channel.isConnectionPending()) {
            throw lacks(call);
        }
        return value;
    }
}
