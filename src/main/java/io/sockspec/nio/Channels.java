package io.sockspec.nio;

import io.sockspec.socket.Fd;
import io.sockspec.spi.NotOffered;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.util.ArrayList;
import java.util.List;

/// The channels of one host by the numbers they were given, those that were closed included.
final class Channels {
    private final String host;
    private final List<ChannelSocket> sockets = new ArrayList<>();
    private boolean closed;

    Channels(String host) {
        this.host = host;
    }

    /// @throws IllegalStateException when all was closed meanwhile; this channel is closed too
    synchronized Fd add(ChannelSocket socket) throws IOException {
        if (closed) {
            socket.network().close();
            throw new IllegalStateException("the sockets of " + host + " were closed already");
        }
        sockets.add(socket);
        return new Fd(sockets.size() - 1);
    }

    synchronized ChannelSocket of(Fd fd) {
        if (fd.number() >= sockets.size()) {
            throw new NotOffered("a call on the number " + fd + ", which no channel has");
        }
        return sockets.get(fd.number());
    }

    /// Closes all, each without waiting for unsent data.
    void closeAll() {
        List<IOException> failures = new ArrayList<>();
        for (ChannelSocket socket : takeAll()) {
            try (NetworkChannel channel = socket.network()) {
                dontLinger(channel);
            } catch (IOException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("a channel of " + host + " cannot be closed", failures.getFirst());
        }
    }

    private synchronized List<ChannelSocket> takeAll() {
        closed = true;
        return List.copyOf(sockets);
    }

    /// A scenario may have left SO_LINGER on with a peer that never acknowledges.
    private static void dontLinger(NetworkChannel channel) throws IOException {
        if (channel.isOpen() && channel.supportedOptions().contains(StandardSocketOptions.SO_LINGER)) {
            channel.setOption(StandardSocketOptions.SO_LINGER, -1);
        }
    }
}
