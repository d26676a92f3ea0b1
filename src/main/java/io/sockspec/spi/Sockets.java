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

/// The core calls, shaped like the system calls of the same name. One method is one call of the
/// implementation: nothing
/// is retried, emulated or hidden. Every answer is an [Outcome]; a method throws [NotOffered] where
/// the implementation has no such call, and anything else only when the adapter itself is broken.
///
/// Methods may be called from any platform thread, several at once, also on one descriptor.
///
/// @spec POSIX.1-2024 XSH 2.10; the Linux manual pages of section 2
public interface Sockets extends AutoCloseable {
    /// How shutdown() closes: `SHUT_RD`, `SHUT_WR` or `SHUT_RDWR`.
    enum How {
        SHUT_RD,
        SHUT_WR,
        SHUT_RDWR
    }

    /// The two ends of socketpair() or pipe(); a pipe is read at `first` and written at `second`.
    record Pair(Fd first, Fd second) {}

    /// What accept() answered: the new descriptor and the peer's address.
    record Accepted(Fd fd, SocketAddress peer) {}

    /// One entry of poll(): a descriptor and the events asked for.
    record Polled(Fd fd, PollEvents events) {}

    Outcome<Fd> socket(Domain domain, Type type, Protocol protocol);

    Outcome<Pair> socketpair(Domain domain, Type type, Protocol protocol);

    Outcome<Done> bind(Fd fd, SocketAddress address);

    Outcome<Done> listen(Fd fd, int backlog);

    /// accept4() with the flags SOCK_NONBLOCK and SOCK_CLOEXEC of [Type], or 0 for accept().
    Outcome<Accepted> accept(Fd fd, int flags);

    Outcome<Done> connect(Fd fd, SocketAddress address);

    Outcome<Done> shutdown(Fd fd, How how);

    Outcome<Done> close(Fd fd);

    /// Sends on a connected socket and answers the number of bytes taken.
    Outcome<Integer> send(Fd fd, Bytes payload, MsgFlags flags);

    Outcome<Integer> sendto(Fd fd, Bytes payload, MsgFlags flags, SocketAddress destination);

    Outcome<Integer> sendmsg(Fd fd, Message message, MsgFlags flags);

    /// Receives into a buffer of `lengthBytes`, 0 or more; no bytes mean end of file on a stream.
    Outcome<Bytes> recv(Fd fd, int lengthBytes, MsgFlags flags);

    Outcome<Received> recvfrom(Fd fd, int lengthBytes, MsgFlags flags);

    /// Receives with a control buffer: `controlLengthBytes`, 0 or more, is the value of
    /// msg_controllen.
    Outcome<Received> recvmsg(Fd fd, int lengthBytes, int controlLengthBytes, MsgFlags flags);

    <T> Outcome<T> getsockopt(Fd fd, SocketOption<T> option);

    <T> Outcome<Done> setsockopt(Fd fd, SocketOption<T> option, T value);

    Outcome<SocketAddress> getsockname(Fd fd);

    Outcome<SocketAddress> getpeername(Fd fd);

    /// Waits for events; the answer holds one entry per entry asked, in order, [PollEvents#NONE]
    /// where none came.
    ///
    /// @param limit rounded up to milliseconds; zero asks without waiting
    Outcome<List<PollEvents>> poll(List<Polled> entries, Duration limit);

    /// fcntl(F_GETFL): the status flags, as Linux numbers them (O_NONBLOCK is 0x800, O_APPEND is
    /// 0x400).
    Outcome<Integer> statusFlags(Fd fd);

    /// fcntl(F_SETFL).
    Outcome<Done> setStatusFlags(Fd fd, int flags);

    /// ioctl() with a request that answers an int.
    Outcome<Integer> ioctl(Fd fd, Ioctl request);

    /// inet_pton(): the address in network order, empty where the text is none (the call answers
    /// 0).
    Outcome<Optional<Bytes>> inetPton(Domain domain, String text);

    /// inet_ntop() of an address in network order.
    Outcome<String> inetNtop(Domain domain, Bytes address);

    /// htons() of each number, 0 to 65535, as the bytes that lie in memory afterwards, two for
    /// each.
    Outcome<Bytes> htons(List<Integer> hosts);

    /// ntohs() of each uint16_t that lies in memory, widened to int as C does.
    Outcome<List<Integer>> ntohs(Bytes networks);

    /// htonl() of a number, 0 to 2^32-1, as the four bytes that lie in memory afterwards.
    Outcome<Bytes> htonl(long host);

    /// ntohl() of the four bytes that lie in memory, widened to 64 bits as C does.
    Outcome<Long> ntohl(Bytes network);

    /// Returns when everything that has reached the implementation so far is processed. A kernel
    /// needs nothing for it; a stack that runs beside the wire answers when it has read its device
    /// empty.
    default void settle() {}

    /// What the implementation wrote to its log so far, the end of it when that is long; empty when
    /// it has none.
    default String log() {
        return "";
    }

    /// Starts a call that may block, on a thread of its own.
    <T> Started<T> start(Function<? super Sockets, Outcome<T>> call);

    /// An optional group of calls, for instance [Descriptors] or [Selecting]; empty when it is not
    /// offered.
    default <G> Optional<G> group(Class<G> group) {
        return group.isInstance(this) ? Optional.of(group.cast(this)) : Optional.empty();
    }

    /// Releases every descriptor and thread of this host's calls.
    @Override
    void close();
}
