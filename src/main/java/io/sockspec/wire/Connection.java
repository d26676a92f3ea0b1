package io.sockspec.wire;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.wire.Manners.Answer;
import io.sockspec.wire.packet.Ipv4;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.Packets;
import io.sockspec.wire.packet.Tcp;
import io.sockspec.wire.packet.TcpFlag;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a scripted host knows of one TCP connection: addresses, both next sequence numbers, and
/// nothing else.
///
/// It follows what the peer sends in order, whether its manners answer or not, so that a segment
/// sent later acknowledges all of it. Nothing is ever sent again by itself.
public final class Connection {
    /// A fixed start makes captures of two runs alike; it is far from both ends of the number
    /// space.
    private static final long INITIAL_SEQUENCE = 1_000_000;
    private static final int LARGEST_WINDOW = 65535;
    private static final long NUMBER = 0xffffffffL;

    private final ScriptedHost host;
    private final Inet4 local;
    // Written on the wire's thread, except that a scenario sets manners and window.
    private volatile @Nullable Inet4 peer;
    private volatile Manners manners;
    private volatile int window = LARGEST_WINDOW;
    private volatile long sendNext = INITIAL_SEQUENCE;
    private volatile long receiveNext;
    private volatile int peerWindow;
    private volatile boolean spoken;
    private volatile boolean heard;
    private long expected;

    Connection(ScriptedHost host, Inet4 local, @Nullable Inet4 peer, Manners manners, long mark) {
        this.host = host;
        this.local = local;
        this.peer = peer;
        this.manners = manners;
        this.expected = mark;
    }

    public Inet4 local() {
        return local;
    }

    /// Where the peer is; empty while a listening connection waits for its SYN.
    public Optional<Inet4> peer() {
        return Optional.ofNullable(peer);
    }

    /// The next sequence number of one's own.
    public long sendNext() {
        return sendNext;
    }

    /// The next sequence number expected from the peer; 0 before its SYN came.
    public long receiveNext() {
        return receiveNext;
    }

    /// The window that the peer announced last, as it lies in the header.
    public int peerWindow() {
        return peerWindow;
    }

    /// Changes what happens by itself from now on.
    public Connection manners(Manners answers) {
        manners = answers;
        return this;
    }

    /// The window that segments announce which name none; initially 65535.
    public Connection window(int field) {
        window = field;
        return this;
    }

    /// Begins at another sequence number than 1,000,000; to be called before anything was sent.
    public Connection initialSequence(long number) {
        sendNext = number & NUMBER;
        return this;
    }

    /// Sends a segment; returns after the peer's stack got it, as the wire logged it.
    ///
    /// @throws IllegalStateException when the peer is not known yet
    public Frame send(Segment segment) {
        return host.transmit(this, segment);
    }

    /// Waits for the next segment from the peer that fits, reached the host and was not expected
    /// before.
    ///
    /// @return empty when the time is over and no such segment came
    public Optional<Frame> expect(Pattern pattern, Duration atMost) {
        Pattern here =
                pattern.and("to " + local, packet -> comesFromPeer(packet) ? Optional.empty() : stranger(packet));
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            Optional<Frame> frame = host.wire().await(Selection.first(here).after(expected), left);
            frame.ifPresent(found -> expected = found.number());
            if (frame.isEmpty() || !frame.get().isLost()) {
                return frame;
            }
        }
    }

    private Optional<Miss> stranger(Packet packet) {
        return Optional.of(new Miss("connection", "to " + local, packet.protocol() + " of another connection"));
    }

    private boolean comesFromPeer(Packet packet) {
        return packet.tcp().isPresent()
                && packet.ipv4().isPresent()
                && belongs(packet.ipv4().get(), packet.tcp().get());
    }

    /// Whether a segment is for this connection; a listening one takes any sender.
    boolean belongs(Ipv4 ip, Tcp tcp) {
        Inet4 known = peer;
        return ip.destination().equals(local.ip())
                && tcp.destinationPort() == local.port().number()
                && (known == null
                        || (ip.source().equals(known.ip())
                                && tcp.sourcePort() == known.port().number()));
    }

    /// The segment as a frame, and its effect on the next own number. On the wire's thread.
    Bytes build(Segment segment, Packets.Link link) {
        Inet4 to = peer;
        if (to == null) {
            throw new IllegalStateException("nobody has connected to " + local + " yet");
        }
        Packets.TcpFields fields = new Packets.TcpFields(
                segment.flags(),
                (sendNext + segment.sequence()) & NUMBER,
                segment.has(TcpFlag.ACK) ? (receiveNext + segment.acknowledgment()) & NUMBER : 0,
                segment.window().orElse(window),
                segment.urgentPointer(),
                segment.options(),
                segment.payload());
        spoken = true;
        if (segment.advances()) {
            sendNext = (sendNext + segment.sequenceSpace()) & NUMBER;
        }
        return Packets.tcp(link, local, to, fields);
    }

    /// Follows a segment of the peer and says what to answer by itself. On the wire's thread.
    Optional<Segment> follow(Inet4 from, Tcp tcp) {
        peer = from;
        peerWindow = tcp.window();
        boolean inOrder = tcp.has(TcpFlag.SYN) || tcp.sequence() == receiveNext;
        if (tcp.has(TcpFlag.SYN) && !heard) {
            heard = true;
            receiveNext = tcp.sequence();
        }
        if (inOrder && !tcp.has(TcpFlag.RST) && heard) {
            receiveNext = (tcp.sequence() + tcp.sequenceSpace()) & NUMBER;
        }
        return tcp.has(TcpFlag.RST) ? Optional.empty() : answer(tcp);
    }

    private Optional<Segment> answer(Tcp tcp) {
        Manners now = manners;
        if (tcp.has(TcpFlag.SYN)) {
            return tcp.has(TcpFlag.ACK) ? ack(now.answer(Answer.SYN_ACK)) : synAck(now.answer(Answer.SYN));
        }
        return ack((tcp.payloadLengthBytes() > 0 && now.answer(Answer.DATA))
                || (tcp.has(TcpFlag.FIN) && now.answer(Answer.FIN)));
    }

    private static Optional<Segment> ack(boolean wanted) {
        return wanted ? Optional.of(Segment.of("ACK")) : Optional.empty();
    }

    private Optional<Segment> synAck(boolean wanted) {
        // A SYN that is repeated, or that crosses one's own, gets the number that the own SYN had.
        return wanted ? Optional.of(Segment.synAck().sequence(spoken ? -1 : 0)) : Optional.empty();
    }
}
