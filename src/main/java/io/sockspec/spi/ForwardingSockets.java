package io.sockspec.spi;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Ioctl;
import io.sockspec.socket.Message;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.PollEvents;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.Received;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Passes every call on to other sockets: the base of a wrapper that changes a few of them.
public class ForwardingSockets implements Sockets {
    protected final Sockets real;

    public ForwardingSockets(Sockets real) {
        this.real = real;
    }

    @Override
    public Outcome<Fd> socket(Domain domain, Type type, Protocol protocol) {
        return real.socket(domain, type, protocol);
    }

    @Override
    public Outcome<Pair> socketpair(Domain domain, Type type, Protocol protocol) {
        return real.socketpair(domain, type, protocol);
    }

    @Override
    public Outcome<Done> bind(Fd fd, SocketAddress address) {
        return real.bind(fd, address);
    }

    @Override
    public Outcome<Done> listen(Fd fd, int backlog) {
        return real.listen(fd, backlog);
    }

    @Override
    public Outcome<Accepted> accept(Fd fd, int flags) {
        return real.accept(fd, flags);
    }

    @Override
    public Outcome<Done> connect(Fd fd, SocketAddress address) {
        return real.connect(fd, address);
    }

    @Override
    public Outcome<Done> shutdown(Fd fd, How how) {
        return real.shutdown(fd, how);
    }

    @Override
    public Outcome<Done> close(Fd fd) {
        return real.close(fd);
    }

    @Override
    public Outcome<Integer> send(Fd fd, Bytes payload, MsgFlags flags) {
        return real.send(fd, payload, flags);
    }

    @Override
    public Outcome<Integer> sendto(Fd fd, Bytes payload, MsgFlags flags, SocketAddress destination) {
        return real.sendto(fd, payload, flags, destination);
    }

    @Override
    public Outcome<Integer> sendmsg(Fd fd, Message message, MsgFlags flags) {
        return real.sendmsg(fd, message, flags);
    }

    @Override
    public Outcome<Bytes> recv(Fd fd, int lengthBytes, MsgFlags flags) {
        return real.recv(fd, lengthBytes, flags);
    }

    @Override
    public Outcome<Received> recvfrom(Fd fd, int lengthBytes, MsgFlags flags) {
        return real.recvfrom(fd, lengthBytes, flags);
    }

    @Override
    public Outcome<Received> recvmsg(Fd fd, int lengthBytes, int controlLengthBytes, MsgFlags flags) {
        return real.recvmsg(fd, lengthBytes, controlLengthBytes, flags);
    }

    @Override
    public <T> Outcome<T> getsockopt(Fd fd, SocketOption<T> option) {
        return real.getsockopt(fd, option);
    }

    @Override
    public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
        return real.setsockopt(fd, option, value);
    }

    @Override
    public Outcome<SocketAddress> getsockname(Fd fd) {
        return real.getsockname(fd);
    }

    @Override
    public Outcome<SocketAddress> getpeername(Fd fd) {
        return real.getpeername(fd);
    }

    @Override
    public Outcome<List<PollEvents>> poll(List<Polled> entries, Duration limit) {
        return real.poll(entries, limit);
    }

    @Override
    public Outcome<Integer> statusFlags(Fd fd) {
        return real.statusFlags(fd);
    }

    @Override
    public Outcome<Done> setStatusFlags(Fd fd, int flags) {
        return real.setStatusFlags(fd, flags);
    }

    @Override
    public Outcome<Integer> ioctl(Fd fd, Ioctl request) {
        return real.ioctl(fd, request);
    }

    @Override
    public Outcome<Optional<Bytes>> inetPton(Domain domain, String text) {
        return real.inetPton(domain, text);
    }

    @Override
    public Outcome<String> inetNtop(Domain domain, Bytes address) {
        return real.inetNtop(domain, address);
    }

    @Override
    public Outcome<Bytes> htons(List<Integer> hosts) {
        return real.htons(hosts);
    }

    @Override
    public Outcome<List<Integer>> ntohs(Bytes networks) {
        return real.ntohs(networks);
    }

    @Override
    public Outcome<Bytes> htonl(long host) {
        return real.htonl(host);
    }

    @Override
    public Outcome<Long> ntohl(Bytes network) {
        return real.ntohl(network);
    }

    @Override
    public void settle() {
        real.settle();
    }

    @Override
    public String log() {
        return real.log();
    }

    /// The started call runs through this wrapper, so that what it changes is changed there too.
    @Override
    public <T> Started<T> start(Function<? super Sockets, Outcome<T>> call) {
        return real.start(unwrapped -> call.apply(this));
    }

    /// A group this wrapper implements itself, else that of the wrapped sockets.
    @Override
    public <G> Optional<G> group(Class<G> group) {
        return group.isInstance(this) ? Optional.of(group.cast(this)) : real.group(group);
    }

    @Override
    public void close() {
        real.close();
    }
}
