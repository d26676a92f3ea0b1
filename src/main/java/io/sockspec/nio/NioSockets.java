package io.sockspec.nio;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Ioctl;
import io.sockspec.socket.Message;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Outcome.Returned;
import io.sockspec.socket.PollEvents;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.Received;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.Type;
import io.sockspec.spi.Listening;
import io.sockspec.spi.NotOffered;
import io.sockspec.spi.Place;
import io.sockspec.spi.Sockets;
import io.sockspec.spi.Started;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The calls of NIO on one host, which owns every channel and thread that came from them.
final class NioSockets implements Sockets, Listening {
    private static final int O_RDWR = 2;
    private static final int O_NONBLOCK = 0x800;

    private final Channels channels;
    private final Opening opening;
    private final Options options;
    private final StartedCalls calls;

    NioSockets(Place place) {
        channels = new Channels(place.name());
        opening = new Opening(place);
        options = new Options(place);
        calls = new StartedCalls(place.name());
    }

    @Override
    public Outcome<Fd> socket(Domain domain, Type type, Protocol protocol) {
        return Answers.of(() -> new Returned<>(channels.add(opening.socket(domain, type, protocol))));
    }

    @Override
    public Outcome<Fd> listener(Domain domain, SocketAddress address, int backlog) {
        return Answers.of(() -> new Returned<>(channels.add(
                ListenerSocket.listening(opening.listener(domain), Addresses.toJava("listen()", address), backlog))));
    }

    @Override
    public Outcome<Pair> socketpair(Domain domain, Type type, Protocol protocol) {
        throw new NotOffered("socketpair()");
    }

    @Override
    public Outcome<Done> bind(Fd fd, SocketAddress address) {
        return Answers.of(() -> channels.of(fd).bind(Addresses.toJava("bind()", address)));
    }

    @Override
    public Outcome<Done> listen(Fd fd, int backlog) {
        throw new NotOffered("listen() apart from bind()");
    }

    @Override
    public Outcome<Accepted> accept(Fd fd, int flags) {
        if (flags != 0) {
            throw new NotOffered("accept4()");
        }
        return Answers.of(() -> switch (channels.of(fd).accept()) {
            case Returned<SocketChannel>(SocketChannel accepted) -> {
                SocketAddress peer = Addresses.fromJava(accepted.getRemoteAddress());
                yield new Returned<>(new Accepted(channels.add(new StreamSocket(accepted)), peer));
            }
            case Outcome.Failed<SocketChannel>(var errno) -> new Outcome.Failed<>(errno);
            case Outcome.Blocked<SocketChannel>(var waited) -> new Outcome.Blocked<>(waited);
        });
    }

    @Override
    public Outcome<Done> connect(Fd fd, SocketAddress address) {
        return Answers.of(() -> address instanceof SocketAddress.Unspecified
                ? channels.of(fd).disconnect()
                : channels.of(fd).connect(Addresses.toJava("connect()", address)));
    }

    @Override
    public Outcome<Done> shutdown(Fd fd, How how) {
        return Answers.of(() -> channels.of(fd).shutdown(how));
    }

    @Override
    public Outcome<Done> close(Fd fd) {
        return Answers.of(() -> {
            channels.of(fd).network().close();
            return Answers.done();
        });
    }

    /// MSG_NOSIGNAL asks for what is always so: a Java runtime ignores SIGPIPE.
    @Override
    public Outcome<Integer> send(Fd fd, Bytes payload, MsgFlags flags) {
        return Answers.of(
                () -> given(fd, "send()", flags, MsgFlags.MSG_NOSIGNAL).send(payload));
    }

    @Override
    public Outcome<Integer> sendto(Fd fd, Bytes payload, MsgFlags flags, SocketAddress destination) {
        return Answers.of(() -> given(fd, "sendto()", flags, MsgFlags.MSG_NOSIGNAL)
                .sendto(payload, Addresses.toJava("sendto()", destination)));
    }

    @Override
    public Outcome<Integer> sendmsg(Fd fd, Message message, MsgFlags flags) {
        throw new NotOffered("sendmsg()");
    }

    @Override
    public Outcome<Bytes> recv(Fd fd, int lengthBytes, MsgFlags flags) {
        return Answers.of(() -> given(fd, "recv()", flags, MsgFlags.NONE).recv(lengthBytes));
    }

    @Override
    public Outcome<Received> recvfrom(Fd fd, int lengthBytes, MsgFlags flags) {
        return Answers.of(() -> given(fd, "recvfrom()", flags, MsgFlags.NONE).recvfrom(lengthBytes));
    }

    @Override
    public Outcome<Received> recvmsg(Fd fd, int lengthBytes, int controlLengthBytes, MsgFlags flags) {
        throw new NotOffered("recvmsg()");
    }

    /// The socket of a call that has no flags in NIO. MSG_DONTWAIT adds nothing where the channel
    /// does not block anyway.
    private ChannelSocket given(Fd fd, String call, MsgFlags flags, MsgFlags always) {
        ChannelSocket socket = channels.of(fd);
        MsgFlags allowed = socket.channel().isBlocking() ? always : always.with(MsgFlags.MSG_DONTWAIT);
        if (!allowed.has(flags)) {
            throw new NotOffered(
                    call + " with " + flags + (flags.has(MsgFlags.MSG_DONTWAIT) ? " on a blocking socket" : ""));
        }
        return socket;
    }

    @Override
    public <T> Outcome<T> getsockopt(Fd fd, SocketOption<T> option) {
        return Answers.of(() -> options.get(channels.of(fd), option));
    }

    @Override
    public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
        return Answers.of(() -> options.set(channels.of(fd), option, value));
    }

    /// NIO knows no name of a socket that it has not bound or connected itself.
    @Override
    public Outcome<SocketAddress> getsockname(Fd fd) {
        return Answers.of(() -> {
            java.net.@Nullable SocketAddress name = channels.of(fd).network().getLocalAddress();
            if (name == null) {
                throw channels.of(fd).lacks("getsockname()");
            }
            return new Returned<>(Addresses.fromJava(name));
        });
    }

    @Override
    public Outcome<SocketAddress> getpeername(Fd fd) {
        return Answers.of(() -> channels.of(fd).peer());
    }

    @Override
    public Outcome<List<PollEvents>> poll(List<Polled> entries, Duration limit) {
        return Answers.of(() -> Polling.poll(entries, limit, channels));
    }

    @Override
    public Outcome<Integer> statusFlags(Fd fd) {
        return new Returned<>(O_RDWR | (channels.of(fd).channel().isBlocking() ? 0 : O_NONBLOCK));
    }

    @Override
    public Outcome<Done> setStatusFlags(Fd fd, int flags) {
        if ((flags & ~(O_RDWR | O_NONBLOCK)) != 0) {
            throw new NotOffered("fcntl(F_SETFL, 0x" + Integer.toHexString(flags) + ")");
        }
        return Answers.of(() -> {
            channels.of(fd).channel().configureBlocking((flags & O_NONBLOCK) == 0);
            return Answers.done();
        });
    }

    @Override
    public Outcome<Integer> ioctl(Fd fd, Ioctl request) {
        throw new NotOffered("ioctl(" + request + ")");
    }

    @Override
    public Outcome<Optional<Bytes>> inetPton(Domain domain, String text) {
        throw new NotOffered("inet_pton()");
    }

    @Override
    public Outcome<String> inetNtop(Domain domain, Bytes address) {
        throw new NotOffered("inet_ntop()");
    }

    @Override
    public Outcome<Bytes> htons(List<Integer> hosts) {
        throw new NotOffered("htons()");
    }

    @Override
    public Outcome<List<Integer>> ntohs(Bytes networks) {
        throw new NotOffered("ntohs()");
    }

    @Override
    public Outcome<Bytes> htonl(long host) {
        throw new NotOffered("htonl()");
    }

    @Override
    public Outcome<Long> ntohl(Bytes network) {
        throw new NotOffered("ntohl()");
    }

    @Override
    public <T> Started<T> start(Function<? super Sockets, Outcome<T>> call) {
        return calls.start(() -> call.apply(this));
    }

    @Override
    public void close() {
        try {
            calls.close();
        } finally {
            channels.closeAll();
        }
    }
}
