package io.sockspec.nio;

import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Returned;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// A stream socket that listens.
record ListenerSocket(ServerSocketChannel channel) implements ChannelSocket {
    /// Binds and listens in one call.
    static ListenerSocket listening(ServerSocketChannel channel, SocketAddress address, int backlog)
            throws IOException {
        try {
            channel.bind(address, backlog);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        return new ListenerSocket(channel);
    }

    @Override
    public String kind() {
        return "a listener";
    }

    @Override
    public int readable() {
        return SelectionKey.OP_ACCEPT;
    }

    @Override
    public int writable() {
        throw lacks("poll(POLLOUT)");
    }

    /// A channel that does not block answers null where C fails with EAGAIN.
    @Override
    public Outcome<SocketChannel> accept() throws IOException {
        @Nullable SocketChannel accepted = channel.accept();
        return accepted == null ? Answers.failed("EAGAIN") : new Returned<>(accepted);
    }
}
