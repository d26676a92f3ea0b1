package io.sockspec.wire;

import io.sockspec.socket.SocketAddress.Inet4;
import java.time.Duration;
import java.util.Optional;

/// What a scripted host knows of one TCP connection: addresses, both next sequence numbers, and nothing else.
public final class Connection {
    Connection() {}

    public Inet4 local() {
        throw new UnsupportedOperationException("to come");
    }

    /// Where the peer is; empty while a listening connection waits for its SYN.
    public Optional<Inet4> peer() {
        throw new UnsupportedOperationException("to come");
    }

    /// The next sequence number of one's own.
    public long sendNext() {
        throw new UnsupportedOperationException("to come");
    }

    /// The next sequence number expected from the peer; 0 before its SYN came.
    public long receiveNext() {
        throw new UnsupportedOperationException("to come");
    }

    /// The window that the peer announced last, as it lies in the header.
    public int peerWindow() {
        throw new UnsupportedOperationException("to come");
    }

    /// Changes what happens by itself from now on.
    public Connection manners(Manners manners) {
        throw new UnsupportedOperationException("to come");
    }

    /// Sends a segment; returns after the peer's stack got it.
    ///
    /// @throws IllegalStateException when the peer is not known yet
    public Frame send(Segment segment) {
        throw new UnsupportedOperationException("to come");
    }

    /// Waits for the next segment of this connection that fits and was not expected before.
    ///
    /// @return empty when the time is over and no such segment came
    public Optional<Frame> expect(Pattern pattern, Duration atMost) {
        throw new UnsupportedOperationException("to come");
    }
}
