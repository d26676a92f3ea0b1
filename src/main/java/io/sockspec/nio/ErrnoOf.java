package io.sockspec.nio;

import io.sockspec.socket.Errno;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.channels.AlreadyBoundException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.NotYetBoundException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The errno that an exception of NIO stands for.
///
/// NIO throws what the system call answered as an IOException with the text of strerror(), so the
/// text is read back. What it finds itself has an exception class of its own.
final class ErrnoOf {
    /// What some messages name behind the text: ` (setsockopt failed)`.
    private static final Pattern FAILING_CALL = Pattern.compile(" \\([a-z]+ failed\\)$");

    private static final Map<String, Errno> TEXTS = new HashMap<>();

    static {
        String table = """
                EPERM        Operation not permitted
                ENOENT       No such file or directory
                EINTR        Interrupted system call
                ENXIO        No such device or address
                EBADF        Bad file descriptor
                EAGAIN       Resource temporarily unavailable
                ENOMEM       Cannot allocate memory
                EACCES       Permission denied
                ENODEV       No such device
                ENOTDIR      Not a directory
                EINVAL       Invalid argument
                ENFILE       Too many open files in system
                EMFILE       Too many open files
                ENOSPC       No space left on device
                EROFS        Read-only file system
                EPIPE        Broken pipe
                ENAMETOOLONG File name too long
                ELOOP        Too many levels of symbolic links
                EPROTO       Protocol error
                EDESTADDRREQ Destination address required
                EMSGSIZE     Message too long
                EPROTOTYPE   Protocol wrong type for socket
                ENOPROTOOPT  Protocol not available
                EPROTONOSUPPORT Protocol not supported
                EOPNOTSUPP   Operation not supported
                EAFNOSUPPORT Address family not supported by protocol
                EADDRINUSE   Address already in use
                EADDRNOTAVAIL Cannot assign requested address
                EADDRINUSE   Already a member of group
                EADDRNOTAVAIL Not a member of group
                ENETDOWN     Network is down
                ENETUNREACH  Network is unreachable
                ENETRESET    Network dropped connection on reset
                ECONNABORTED Software caused connection abort
                ECONNRESET   Connection reset by peer
                ECONNRESET   Connection reset
                ENOBUFS      No buffer space available
                EISCONN      Transport endpoint is already connected
                ENOTCONN     Transport endpoint is not connected
                ETIMEDOUT    Connection timed out
                ECONNREFUSED Connection refused
                EHOSTDOWN    Host is down
                EHOSTUNREACH No route to host
                EALREADY     Operation already in progress
                EINPROGRESS  Operation now in progress
                """;
        table.lines().forEach(line -> {
            String name = line.substring(0, line.indexOf(' '));
            TEXTS.put(line.substring(name.length()).strip(), Errno.named(name));
        });
    }

    private ErrnoOf() {}

    /// @throws IllegalStateException when NIO does not tell which errno it was
    static Errno exception(Exception thrown) {
        return switch (thrown) {
            case PortUnreachableException refused -> Errno.named("ECONNREFUSED");
            // Also when another thread closes the channel under a call.
            case ClosedChannelException closed -> Errno.named("EBADF");
            case IOException failed -> text(failed);
            case NotYetConnectedException unconnected -> Errno.named("ENOTCONN");
            case AlreadyConnectedException connected -> Errno.named("EISCONN");
            case ConnectionPendingException pending -> Errno.named("EALREADY");
            case AlreadyBoundException bound -> Errno.named("EINVAL");
            case NotYetBoundException unbound -> Errno.named("EINVAL");
            case UnsupportedAddressTypeException type -> Errno.named("EAFNOSUPPORT");
            default -> throw unknown(thrown);
        };
    }

    private static Errno text(IOException failed) {
        Errno errno = TEXTS.get(
                FAILING_CALL.matcher(String.valueOf(failed.getMessage())).replaceFirst(""));
        if (errno == null) {
            throw unknown(failed);
        }
        return errno;
    }

    private static IllegalStateException unknown(Exception thrown) {
        return new IllegalStateException("NIO threw " + thrown + ", which tells no errno", thrown);
    }
}
