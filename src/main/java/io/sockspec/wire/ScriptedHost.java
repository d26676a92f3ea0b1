package io.sockspec.wire;

import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Mac;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.wire.packet.Arp;
import io.sockspec.wire.packet.Ipv4;
import io.sockspec.wire.packet.Packet;
import io.sockspec.wire.packet.Packets;
import io.sockspec.wire.packet.Packets.Link;
import io.sockspec.wire.packet.Tcp;
import io.sockspec.wire.packet.TcpFlag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// A host without a kernel. It answers ARP for its address and otherwise does what its connections
/// are told.
///
/// A segment of no known connection is not answered: a scenario that wants a reset sends one.
public final class ScriptedHost implements Port {
    private final Wire wire;
    private final String host;
    private final String segment;
    private final Mac mac;
    private final Ip4 ip;
    private volatile boolean answersArp = true;
    // Only the wire's thread touches these three.
    private final Queue<Bytes> outgoing = new ArrayDeque<>();
    private final List<Connection> connections = new ArrayList<>();
    private final Map<Ip4, Mac> neighbours = new HashMap<>();

    private ScriptedHost(Wire wire, String host, String segment, Mac mac, Ip4 ip) {
        this.wire = wire;
        this.host = host;
        this.segment = segment;
        this.mac = mac;
        this.ip = ip;
    }

    /// Makes the host and attaches it to a segment of the wire.
    public static ScriptedHost attach(Wire wire, String host, String segment, Mac mac, Ip4 ip) {
        ScriptedHost scripted = new ScriptedHost(wire, host, segment, mac, ip);
        wire.attach(scripted);
        return scripted;
    }

    public Mac mac() {
        return mac;
    }

    public Ip4 ip() {
        return ip;
    }

    Wire wire() {
        return wire;
    }

    /// Whether ARP requests for its address are answered; initially they are.
    public void answerArp(boolean yes) {
        answersArp = yes;
    }

    /// Awaits one connection to a port: the first SYN to it makes the peer known. Listen again for
    /// a further one.
    public Connection listen(int port, Manners manners) {
        return remember(new Connection(this, endpoint(port), null, manners, wire.mark()));
    }

    /// Prepares a connection to a peer; the scenario sends its SYN. The peer's MAC is asked by ARP
    /// when it is not known.
    ///
    /// @throws IllegalStateException when nobody answers for the peer's address
    public Connection connection(int port, Inet4 peer, Manners manners) {
        resolve(peer.ip());
        return remember(new Connection(this, endpoint(port), peer, manners, wire.mark()));
    }

    private Inet4 endpoint(int port) {
        return new Inet4(ip, new io.sockspec.socket.Port(port));
    }

    private Connection remember(Connection connection) {
        return wire.call(() -> {
            connections.add(connection);
            return connection;
        });
    }

    /// The link-layer address of a neighbour, asked by ARP when it is not known.
    ///
    /// @throws IllegalStateException when nobody answers
    public Mac resolve(Ip4 neighbour) {
        if (!wire.call(() -> neighbours.containsKey(neighbour))) {
            send(Packets.arpRequest(mac, ip, neighbour));
            wire.drain();
        }
        return wire.call(() -> Optional.ofNullable(neighbours.get(neighbour)))
                .orElseThrow(() ->
                        new IllegalStateException("nobody answered the ARP request of " + host + " for " + neighbour));
    }

    /// Sends any frame; returns after it was delivered.
    public Frame send(Bytes frame) {
        return wire.send(this, frame);
    }

    Frame transmit(Connection connection, Segment what) {
        return wire.call(() -> wire.send(this, frame(connection, what)));
    }

    /// A segment as a frame; on the wire's thread.
    private Bytes frame(Connection connection, Segment what) {
        Mac to = connection.peer().map(peer -> neighbours.get(peer.ip())).orElse(null);
        return connection.build(what, new Link(mac, to == null ? Mac.BROADCAST : to));
    }

    @Override
    public String host() {
        return host;
    }

    @Override
    public String segment() {
        return segment;
    }

    @Override
    public int fd() {
        return -1;
    }

    @Override
    public int read(Memory buffer) {
        Bytes frame = outgoing.poll();
        if (frame == null) {
            return 0;
        }
        buffer.put(0, frame.toArray());
        return frame.length();
    }

    @Override
    public void write(Memory buffer, int length) {
        Packet packet = Packet.of(Bytes.copyOf(buffer.bytesAt(0, length)));
        if (packet.ethernet()
                .filter(link -> link.isMulticast() || link.destination().equals(mac))
                .isEmpty()) {
            return;
        }
        packet.arp().ifPresent(this::hear);
        if (packet.ipv4().isPresent() && packet.tcp().isPresent()) {
            Mac sender = Link.answering(packet).destination();
            hear(sender, packet.ipv4().get(), packet.tcp().get());
        }
    }

    private void hear(Arp arp) {
        neighbours.put(arp.senderIp(), arp.senderMac());
        if (answersArp && arp.operation() == Arp.REQUEST && arp.targetIp().equals(ip)) {
            outgoing.add(Packets.arpReply(mac, ip, arp.senderMac(), arp.senderIp()));
        }
    }

    private void hear(Mac sender, Ipv4 header, Tcp tcp) {
        Connection connection = find(header, tcp);
        if (connection == null) {
            return;
        }
        // A static neighbour entry on the other side is no reason not to find the way back.
        neighbours.putIfAbsent(header.source(), sender);
        connection
                .follow(new Inet4(header.source(), new io.sockspec.socket.Port(tcp.sourcePort())), tcp)
                .ifPresent(answer -> outgoing.add(frame(connection, answer)));
    }

    /// A connection with this very peer, or the first that still waits for one when this is a SYN.
    private @Nullable Connection find(Ipv4 header, Tcp tcp) {
        Connection waiting = null;
        for (Connection connection : connections) {
            if (!connection.belongs(header, tcp)) {
                continue;
            }
            if (connection.peer().isPresent()) {
                return connection;
            }
            waiting = waiting == null ? connection : waiting;
        }
        return tcp.has(TcpFlag.SYN) && !tcp.has(TcpFlag.ACK) ? waiting : null;
    }

    /// Leaves the wire.
    @Override
    public void close() {
        wire.detach(this);
    }
}
