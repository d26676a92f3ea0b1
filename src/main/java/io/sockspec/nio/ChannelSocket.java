package io.sockspec.nio;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Received;
import io.sockspec.spi.NotOffered;
import io.sockspec.spi.Sockets.How;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;

/// A socket as NIO has it: a channel, whose class decides which calls there are.
///
/// Each method is one call of the channel. What a class of channel has no call for is not offered.
sealed interface ChannelSocket permits ListenerSocket, StreamSocket, DatagramSocket {
    /// What the socket is called where it lacks a call: `a listener`.
    String kind();

    /// The channel, which each class has as its own kind; selectors know it as this.
    SelectableChannel channel();

    /// The same channel as the network's, which all three kinds are.
    default NetworkChannel network() {
        return (NetworkChannel) channel();
    }

    /// The operations of a selection key that stand for POLLIN.
    int readable();

    /// The operations of a selection key that stand for POLLOUT.
    int writable();

    default Outcome<Done> bind(SocketAddress address) throws IOException {
        throw lacks("bind()");
    }

    default Outcome<SocketChannel> accept() throws IOException {
        throw lacks("accept()");
    }

    default Outcome<Done> connect(SocketAddress address) throws IOException {
        throw lacks("connect()");
    }

    /// connect() to AF_UNSPEC.
    default Outcome<Done> disconnect() throws IOException {
        throw lacks("connect() to AF_UNSPEC");
    }

    default Outcome<Done> shutdown(How how) throws IOException {
        throw lacks("shutdown()");
    }

    default Outcome<Integer> send(Bytes payload) throws IOException {
        throw lacks("send()");
    }

    default Outcome<Integer> sendto(Bytes payload, SocketAddress destination) throws IOException {
        throw lacks("sendto()");
    }

    default Outcome<Bytes> recv(int lengthBytes) throws IOException {
        throw lacks("recv()");
    }

    default Outcome<Received> recvfrom(int lengthBytes) throws IOException {
        throw lacks("recvfrom()");
    }

    default Outcome<io.sockspec.socket.SocketAddress> peer() throws IOException {
        throw lacks("getpeername()");
    }

    default NotOffered lacks(String call) {
        return new NotOffered(call + " on " + kind());
    }
}
