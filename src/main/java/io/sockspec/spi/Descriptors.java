package io.sockspec.spi;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;

/// The group of calls on descriptors of any kind; goes with [Capability#SCM_RIGHTS].
public interface Descriptors {
    /// The operations of flock(2); those with `NB` do not wait.
    enum Lock {
        LOCK_SH,
        LOCK_EX,
        LOCK_SH_NB,
        LOCK_EX_NB,
        LOCK_UN
    }

    /// A new empty regular file without a name, open for reading and writing; it vanishes with its
    /// last descriptor.
    Outcome<Fd> file();

    /// Opens the file behind a descriptor once more: the same file, a new open file description.
    Outcome<Fd> reopen(Fd fd);

    Outcome<Sockets.Pair> pipe();

    /// dup(): the lowest free number for the same open file description.
    Outcome<Fd> dup(Fd fd);

    /// fcntl(F_GETFD): whether the descriptor is closed by exec().
    Outcome<Boolean> closeOnExec(Fd fd);

    /// fcntl(F_SETFD) with FD_CLOEXEC or 0.
    Outcome<Done> setCloseOnExec(Fd fd, boolean closed);

    Outcome<Bytes> read(Fd fd, int lengthBytes);

    /// Writes at the current offset and answers the number of bytes taken.
    Outcome<Integer> write(Fd fd, Bytes payload);

    /// Moves the offset with lseek(SEEK_SET) and answers the new one in bytes.
    Outcome<Long> seek(Fd fd, long offsetBytes);

    /// Answers the offset in bytes, by lseek(0, SEEK_CUR).
    Outcome<Long> offset(Fd fd);

    Outcome<Done> flock(Fd fd, Lock operation);
}
