package io.sockspec.nio;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Outcome.Failed;
import io.sockspec.socket.Outcome.Returned;
import io.sockspec.socket.Received;
import io.sockspec.socket.SocketOption.Membership;
import io.sockspec.spi.NotOffered;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SelectionKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A datagram socket, and the groups it has joined.
///
/// @param keys what leaves a group again, also when it was left already
record DatagramSocket(DatagramChannel channel, Map<Membership, MembershipKey> keys) implements ChannelSocket {
    DatagramSocket(DatagramChannel channel) {
        this(channel, new ConcurrentHashMap<>());
    }

    @Override
    public String kind() {
        return "a datagram socket";
    }

    @Override
    public int readable() {
        return SelectionKey.OP_READ;
    }

    @Override
    public int writable() {
        return SelectionKey.OP_WRITE;
    }

    @Override
    public Outcome<Done> bind(SocketAddress address) throws IOException {
        channel.bind(address);
        return Answers.done();
    }

    @Override
    public Outcome<Done> connect(SocketAddress address) throws IOException {
        channel.connect(withPort("connect()", address));
        return Answers.done();
    }

    @Override
    public Outcome<Done> disconnect() throws IOException {
        channel.disconnect();
        return Answers.done();
    }

    /// A datagram without a peer lacks its destination, as POSIX has it for sockets of this type.
    @Override
    public Outcome<Integer> send(Bytes payload) throws IOException {
        try {
            return Answers.sent(channel.write(ByteBuffer.wrap(payload.toArray())), payload.length());
        } catch (NotYetConnectedException unconnected) {
            return Answers.failed("EDESTADDRREQ");
        }
    }

    @Override
    public Outcome<Integer> sendto(Bytes payload, SocketAddress destination) throws IOException {
        return Answers.sent(
                channel.send(ByteBuffer.wrap(payload.toArray()), withPort("sendto()", destination)), payload.length());
    }

    /// NIO refuses port 0 without asking the kernel.
    private SocketAddress withPort(String call, SocketAddress address) {
        if (address instanceof InetSocketAddress inet && inet.getPort() == 0) {
            throw lacks(call + " to port 0");
        }
        return address;
    }

    /// By receive(), which any datagram channel has, and not by read(), which only a connected one
    /// has.
    @Override
    public Outcome<Bytes> recv(int lengthBytes) throws IOException {
        return switch (recvfrom(lengthBytes)) {
            case Returned<Received>(Received received) -> new Returned<>(received.payload());
            case Failed<Received>(var errno) -> new Failed<>(errno);
            case Outcome.Blocked<Received> blocked -> throw new IllegalStateException("a call that returned blocks");
        };
    }

    /// A channel that does not block answers null where C fails with EAGAIN.
    @Override
    public Outcome<Received> recvfrom(int lengthBytes) throws IOException {
        ByteBuffer room = ByteBuffer.allocate(lengthBytes);
        @Nullable SocketAddress sender = channel.receive(room);
        if (sender == null) {
            return Answers.failed("EAGAIN");
        }
        Bytes payload = Answers.stored(room);
        return new Returned<>(new Received(
                payload, payload.length(), Optional.of(Addresses.fromJava(sender)), List.of(), 0, MsgFlags.NONE));
    }

    @Override
    public Outcome<io.sockspec.socket.SocketAddress> peer() throws IOException {
        return Answers.peer(channel.getRemoteAddress());
    }

    Outcome<Done> join(Membership membership, NetworkInterface on) throws IOException {
        keys.put(membership, channel.join(Addresses.inet(membership.group()), on));
        return Answers.done();
    }

    /// NIO can only leave what it has joined.
    Outcome<Done> leave(Membership membership) {
        MembershipKey key = keys.get(membership);
        if (key == null) {
            throw new NotOffered("IP_DROP_MEMBERSHIP of " + membership + ", which was not joined");
        }
        key.drop();
        return Answers.done();
    }

    /// A channel joins on an interface that the program names. That the system may choose one can
    /// only be said to the socket that the channel hands out for such calls.
    Outcome<Done> joinAnywhere(Ip4 group) throws IOException {
        channel.socket().joinGroup(new InetSocketAddress(Addresses.inet(group), 0), null);
        return Answers.done();
    }

    Outcome<Done> leaveAnywhere(Ip4 group) throws IOException {
        channel.socket().leaveGroup(new InetSocketAddress(Addresses.inet(group), 0), null);
        return Answers.done();
    }
}
