package io.sockspec.host;

import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
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
import io.sockspec.spi.Place;
import io.sockspec.spi.Sockets;
import io.sockspec.spi.Started;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The calls of libc on one host, which owns every descriptor and thread that came from them.
///
/// close() of a number that is not open here is passed on as asked. In a JVM that runs several
/// scenarios it may be
/// somebody else's by then, so a test that needs a closed number should take one that is never
/// given out.
final class HostSockets implements Sockets {
    /// How long a call may take to follow a signal before it is said not to.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int F_GETFL = 3;
    private static final int F_SETFL = 4;
    private static final int INET4_BYTES = 4;
    private static final int INET6_BYTES = 16;
    /// INET6_ADDRSTRLEN, the longest text of an address with the zero that ends it.
    private static final int TEXT_BYTES = 46;

    private final Place place;
    private final Opened opened;
    private final CallThreads threads;
    private final HostDescriptors descriptors;

    HostSockets(Place place) {
        this.place = place;
        opened = new Opened(place.name());
        threads = new CallThreads(place.name(), PATIENCE);
        descriptors = new HostDescriptors(place, opened);
    }

    @Override
    public Outcome<Fd> socket(Domain domain, Type type, Protocol protocol) {
        int result = place.in(() -> opened.track(Libc.socket(domain.number(), type.number(), protocol.number())));
        return Outcome.of(result, Fd::new);
    }

    @Override
    public Outcome<Pair> socketpair(Domain domain, Type type, Protocol protocol) {
        return place.in(
                () -> opened.pair(pair -> Libc.socketpair(domain.number(), type.number(), protocol.number(), pair)));
    }

    @Override
    public Outcome<Done> bind(Fd fd, SocketAddress address) {
        Bytes sockaddr = AddressCodec.encode(address);
        try (Memory memory = Memory.of(sockaddr)) {
            return Outcome.done(Libc.bind(fd.number(), memory, sockaddr.length()));
        }
    }

    @Override
    public Outcome<Done> listen(Fd fd, int backlog) {
        return Outcome.done(Libc.listen(fd.number(), backlog));
    }

    @Override
    public Outcome<Accepted> accept(Fd fd, int flags) {
        try (AddressRoom peer = new AddressRoom()) {
            int result = opened.track(Libc.accept4(fd.number(), peer.address(), peer.length(), flags));
            return Outcome.of(result, number -> new Accepted(new Fd(number), peer.content()));
        }
    }

    @Override
    public Outcome<Done> connect(Fd fd, SocketAddress address) {
        Bytes sockaddr = AddressCodec.encode(address);
        try (Memory memory = Memory.of(sockaddr)) {
            return Outcome.done(Libc.connect(fd.number(), memory, sockaddr.length()));
        }
    }

    @Override
    public Outcome<Done> shutdown(Fd fd, How how) {
        int number = switch (how) {
            case SHUT_RD -> 0;
            case SHUT_WR -> 1;
            case SHUT_RDWR -> 2;
        };
        return Outcome.done(Libc.shutdown(fd.number(), number));
    }

    @Override
    public Outcome<Done> close(Fd fd) {
        opened.forget(fd.number());
        return Outcome.done(Libc.closeWatched(fd.number()));
    }

    @Override
    public Outcome<Integer> send(Fd fd, Bytes payload, MsgFlags flags) {
        try (Memory buffer = Memory.of(payload)) {
            return Outcome.of(Libc.send(fd.number(), buffer, payload.length(), flags.bits()));
        }
    }

    @Override
    public Outcome<Integer> sendto(Fd fd, Bytes payload, MsgFlags flags, SocketAddress destination) {
        Bytes sockaddr = AddressCodec.encode(destination);
        try (Memory buffer = Memory.of(payload);
                Memory to = Memory.of(sockaddr)) {
            return Outcome.of(Libc.sendto(fd.number(), buffer, payload.length(), flags.bits(), to, sockaddr.length()));
        }
    }

    @Override
    public Outcome<Integer> sendmsg(Fd fd, Message message, MsgFlags flags) {
        try (MessageHeader header = MessageHeader.sending(message)) {
            return Outcome.of(Libc.sendmsg(fd.number(), header.memory(), flags.bits()));
        }
    }

    @Override
    public Outcome<Bytes> recv(Fd fd, int lengthBytes, MsgFlags flags) {
        try (Memory buffer = Memory.confined(Math.max(1, lengthBytes))) {
            long result = Libc.recv(fd.number(), buffer, lengthBytes, flags.bits());
            return Outcome.of(result, count -> stored(buffer, Math.min(count, lengthBytes)));
        }
    }

    /// The control messages and flags of the answer are empty: the call does not tell them.
    @Override
    public Outcome<Received> recvfrom(Fd fd, int lengthBytes, MsgFlags flags) {
        try (Memory buffer = Memory.confined(Math.max(1, lengthBytes));
                AddressRoom from = new AddressRoom()) {
            long result = Libc.recvfrom(fd.number(), buffer, lengthBytes, flags.bits(), from.address(), from.length());
            return Outcome.of(
                    result,
                    count -> new Received(
                            stored(buffer, Math.min(count, lengthBytes)),
                            count,
                            from.contentIfAny(),
                            List.of(),
                            0,
                            MsgFlags.NONE));
        }
    }

    @Override
    public Outcome<Received> recvmsg(Fd fd, int lengthBytes, int controlLengthBytes, MsgFlags flags) {
        try (MessageHeader header = MessageHeader.receiving(lengthBytes, controlLengthBytes)) {
            long result = Libc.recvmsg(fd.number(), header.memory(), flags.bits());
            Outcome<Received> answer = Outcome.of(result, header::received);
            answer.returned().ifPresent(received -> opened.track(received.rights()));
            return answer;
        }
    }

    @Override
    public <T> Outcome<T> getsockopt(Fd fd, SocketOption<T> option) {
        int room = OptionCodec.roomBytes(option);
        try (Memory value = Memory.confined(room);
                Memory length = Memory.confined(Integer.BYTES).putInt(0, room)) {
            int result = Libc.getsockopt(fd.number(), option.level(), option.number(), value, length);
            return Outcome.of(result, success -> OptionCodec.decode(option, stored(value, length.intAt(0))));
        }
    }

    @Override
    public <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value) {
        Bytes bytes = OptionCodec.encode(option, value);
        try (Memory memory = Memory.of(bytes)) {
            return Outcome.done(Libc.setsockopt(fd.number(), option.level(), option.number(), memory, bytes.length()));
        }
    }

    @Override
    public Outcome<SocketAddress> getsockname(Fd fd) {
        try (AddressRoom room = new AddressRoom()) {
            int result = Libc.getsockname(fd.number(), room.address(), room.length());
            return Outcome.of(result, success -> room.content());
        }
    }

    @Override
    public Outcome<SocketAddress> getpeername(Fd fd) {
        try (AddressRoom room = new AddressRoom()) {
            int result = Libc.getpeername(fd.number(), room.address(), room.length());
            return Outcome.of(result, success -> room.content());
        }
    }

    /// A limit below zero waits for ever.
    @Override
    public Outcome<List<PollEvents>> poll(List<Polled> entries, Duration limit) {
        try (PollEntries memory = new PollEntries(entries)) {
            int result = Libc.poll(memory.memory(), entries.size(), PollEntries.millis(limit));
            return Outcome.of(result, ready -> memory.answers());
        }
    }

    @Override
    public Outcome<Integer> statusFlags(Fd fd) {
        return Outcome.of(Libc.fcntl(fd.number(), F_GETFL, 0));
    }

    @Override
    public Outcome<Done> setStatusFlags(Fd fd, int flags) {
        return Outcome.done(Libc.fcntl(fd.number(), F_SETFL, flags));
    }

    @Override
    public Outcome<Integer> ioctl(Fd fd, Ioctl request) {
        try (Memory value = Memory.confined(Integer.BYTES)) {
            int result = Libc.ioctl(fd.number(), request.number(), value.address());
            return Outcome.of(result, success -> value.intAt(0));
        }
    }

    @Override
    public Outcome<Optional<Bytes>> inetPton(Domain domain, String text) {
        int length = domain.equals(Domain.AF_INET6) ? INET6_BYTES : INET4_BYTES;
        try (Memory address = Memory.confined(INET6_BYTES)) {
            int result = Libc.inetPton(domain.number(), text, address);
            return Outcome.of(result, valid -> valid == 1 ? Optional.of(stored(address, length)) : Optional.empty());
        }
    }

    @Override
    public Outcome<String> inetNtop(Domain domain, Bytes address) {
        int length = domain.equals(Domain.AF_INET6) ? INET6_BYTES : INET4_BYTES;
        if (address.length() != length) {
            throw new IllegalArgumentException("an address of " + domain + " has " + length + " bytes: " + address);
        }
        try (Memory source = Memory.of(address);
                Memory text = Memory.confined(TEXT_BYTES)) {
            int result = Libc.inetNtop(domain.number(), source, text, TEXT_BYTES);
            return Outcome.of(result, success -> {
                String room = stored(text, TEXT_BYTES).asText();
                return room.substring(0, room.indexOf(0));
            });
        }
    }

    @Override
    public Outcome<Bytes> htons(List<Integer> hosts) {
        return new Outcome.Returned<>(ByteOrdering.htons(hosts));
    }

    @Override
    public Outcome<List<Integer>> ntohs(Bytes networks) {
        return new Outcome.Returned<>(ByteOrdering.ntohs(networks));
    }

    @Override
    public Outcome<Bytes> htonl(long host) {
        return new Outcome.Returned<>(ByteOrdering.htonl(host));
    }

    @Override
    public Outcome<Long> ntohl(Bytes network) {
        return new Outcome.Returned<>(ByteOrdering.ntohl(network));
    }

    @Override
    public <T> Started<T> start(Function<? super Sockets, Outcome<T>> call) {
        return threads.start(() -> call.apply(this));
    }

    @Override
    public <G> Optional<G> group(Class<G> group) {
        return Optional.of(descriptors).filter(group::isInstance).map(group::cast);
    }

    /// A call that cannot be ended keeps its thread, but no descriptor.
    @Override
    public void close() {
        try {
            threads.close();
        } finally {
            opened.closeAll();
        }
    }

    private static Bytes stored(Memory memory, int length) {
        return Bytes.copyOf(memory.bytesAt(0, length));
    }
}
