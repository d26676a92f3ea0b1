package io.sockspec.wire;

import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Mac;
import io.sockspec.socket.SocketAddress.Inet4;

/// A host without a kernel. It answers ARP for its address and otherwise does what its connections are told.
public final class ScriptedHost implements Port {
    private ScriptedHost() {}

    /// Makes the host and attaches it to a segment of the wire.
    public static ScriptedHost attach(Wire wire, String host, String segment, Mac mac, Ip4 ip) {
        throw new UnsupportedOperationException("to come");
    }

    public Mac mac() {
        throw new UnsupportedOperationException("to come");
    }

    public Ip4 ip() {
        throw new UnsupportedOperationException("to come");
    }

    /// Whether ARP requests for its address are answered; initially they are.
    public void answerArp(boolean yes) {
        throw new UnsupportedOperationException("to come");
    }

    /// Awaits one connection to a port: the first SYN to it makes the peer known. A port may be listened to again.
    public Connection listen(int port, Manners manners) {
        throw new UnsupportedOperationException("to come");
    }

    /// Prepares a connection to a peer; the scenario sends its SYN. The peer's MAC is asked by ARP when not yet known.
    public Connection connection(int port, Inet4 peer, Manners manners) {
        throw new UnsupportedOperationException("to come");
    }

    /// Sends any frame; returns after it was delivered.
    public Frame send(Bytes frame) {
        throw new UnsupportedOperationException("to come");
    }

    @Override
    public String host() {
        throw new UnsupportedOperationException("to come");
    }

    @Override
    public String segment() {
        throw new UnsupportedOperationException("to come");
    }

    @Override
    public int fd() {
        return -1;
    }

    @Override
    public int read(Memory buffer) {
        throw new UnsupportedOperationException("to come");
    }

    @Override
    public void write(Memory buffer, int length) {
        throw new UnsupportedOperationException("to come");
    }

    /// Leaves the wire.
    @Override
    public void close() {
        throw new UnsupportedOperationException("to come");
    }
}
