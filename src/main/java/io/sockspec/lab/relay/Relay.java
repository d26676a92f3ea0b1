package io.sockspec.lab.relay;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import eu.rekawek.toxiproxy.model.ToxicList;
import io.sockspec.lab.Host;
import io.sockspec.lab.LabFailure;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.wire.Frame;
import io.sockspec.wire.packet.Tcp;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A Toxiproxy server on a host of a lab, which forwards one of its TCP ports to a server.
///
/// It ends TCP itself: it accepts before it connects to the server, and acknowledges for it. Where
/// one of its connections ends, it closes the other, in both directions. Used by one scenario's
/// thread, whose end is also the server's.
public final class Relay implements AutoCloseable {
    private final Host host;
    private final RelayServer server;
    private final Port port;
    private final Inet4 upstream;
    private final Proxy proxy;
    private int troubles;

    /// Starts a server; forwards connections from now on.
    ///
    /// @param program the server of this machine, looked for where the host has none of its own
    /// @param upstream where to, an address of another host
    /// @throws NoRelay when there is no server
    /// @throws LabFailure when it does not start, or cannot have the port
    public Relay(Host host, Supplier<Path> program, Port port, Inet4 upstream) {
        this.host = host;
        this.port = port;
        this.upstream = upstream;
        server = RelayServer.start(host, program);
        try {
            InetSocketAddress address = server.api();
            ToxiproxyClient api = new ToxiproxyClient(address.getAddress().getHostAddress(), address.getPort());
            proxy = server.ask(() -> api.createProxy("stream", "0.0.0.0:" + port, upstream.toString()));
        } catch (RuntimeException problem) {
            server.close();
            throw problem;
        }
    }

    /// Makes trouble for connections from now on.
    ///
    /// @param towardsServer whether it is for what the server is sent, or for what it answers
    public void make(Trouble trouble, boolean towardsServer) {
        ToxicDirection direction = towardsServer ? ToxicDirection.UPSTREAM : ToxicDirection.DOWNSTREAM;
        String name = "trouble-" + ++troubles;
        server.ask(() -> {
            add(proxy.toxics(), name, direction, trouble);
            return proxy;
        });
    }

    private static void add(ToxicList toxics, String name, ToxicDirection direction, Trouble trouble)
            throws IOException {
        switch (trouble) {
            case Trouble.Delays delays ->
                toxics.latency(name, direction, delays.by().toMillis());
            case Trouble.Cuts cuts ->
                toxics.slicer(name, direction, cuts.lengthBytes(), cuts.apart().toNanos() / 1000);
            case Trouble.Limits limits -> toxics.bandwidth(name, direction, limits.kilobytesPerSecond());
            case Trouble.Ends ends -> toxics.limitData(name, direction, ends.afterBytes());
            case Trouble.Resets resets -> {
                // As long as it touches no data it only sees to it that what ends is reset.
                toxics.resetPeer(name + "-reset", direction, 0).setToxicity(0);
                toxics.limitData(name, direction, resets.afterBytes());
            }
            case Trouble.Holds() -> toxics.timeout(name, direction, 0);
            case Trouble.EndsLate late ->
                toxics.slowClose(name, direction, late.by().toMillis());
        }
    }

    /// Closes all connections and refuses new ones.
    public void goDown() {
        server.ask(() -> {
            proxy.disable();
            return proxy;
        });
    }

    /// Whether its server has ended, which only [#close] should bring about.
    boolean hasEnded() {
        return server.hasEnded();
    }

    /// What passed through in one direction.
    ///
    /// @param frames all frames of the wire
    public Passage passage(List<Frame> frames, boolean towardsServer) {
        Predicate<Frame> mine = frame -> frame.host().equals(host.name());
        Predicate<Frame> toServer =
                segment(tcp -> tcp.destinationPort() == upstream.port().number());
        Predicate<Frame> fromServer =
                segment(tcp -> tcp.sourcePort() == upstream.port().number());
        Predicate<Frame> toClient = segment(tcp -> tcp.sourcePort() == port.number());
        Predicate<Frame> fromClient = segment(tcp -> tcp.destinationPort() == port.number());
        return towardsServer
                ? Passage.of(frames, mine.negate().and(fromClient), mine.and(toServer))
                : Passage.of(frames, mine.negate().and(fromServer), mine.and(toClient));
    }

    private static Predicate<Frame> segment(Predicate<Tcp> which) {
        return frame -> frame.packet().tcp().filter(which).isPresent();
    }

    /// Ends the server.
    ///
    /// @throws LabFailure when it had ended before: whatever was observed since is worth nothing
    @Override
    public void close() {
        server.close();
    }
}
