package io.sockspec.socket;

import java.util.List;

/// One control message of sendmsg() or recvmsg().
///
/// @spec POSIX.1-2024 <sys/socket.h> struct cmsghdr; cmsg(3)
public sealed interface Control {
    /// SCM_RIGHTS: file descriptors, in order.
    ///
    /// @spec unix(7)
    record Rights(List<Fd> fds) implements Control {
        public Rights {
            fds = List.copyOf(fds);
        }

        @Override
        public String toString() {
            return "SCM_RIGHTS " + fds;
        }
    }

    /// Any other control message by its numbers.
    record Raw(int level, int type, Bytes data) implements Control {
        @Override
        public String toString() {
            return "cmsg level " + level + " type " + type + " data " + data;
        }
    }
}
