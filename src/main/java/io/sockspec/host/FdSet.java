package io.sockspec.host;

import io.sockspec.libc.Memory;
import io.sockspec.socket.Fd;
import java.util.LinkedHashSet;
import java.util.Set;

/// An fd_set: one bit for each descriptor from 0 to 1023.
///
/// @spec POSIX.1-2024 <sys/select.h>
final class FdSet implements AutoCloseable {
    private static final int FD_SETSIZE = 1024;

    private final Memory bits = Memory.confined(FD_SETSIZE / Byte.SIZE);
    private final int highest;

    FdSet(Set<Fd> fds) {
        highest = fds.stream().mapToInt(Fd::number).max().orElse(-1);
        if (highest >= FD_SETSIZE) {
            bits.close();
            throw new IllegalArgumentException("descriptor " + highest + " does not fit into an fd_set of " + FD_SETSIZE
                    + " bits: FD_SET() would write outside the set");
        }
        for (Fd fd : fds) {
            bits.putLong(wordOf(fd.number()), bits.longAt(wordOf(fd.number())) | 1L << fd.number());
        }
    }

    private static long wordOf(int fd) {
        return fd / Long.SIZE * (long) Long.BYTES;
    }

    Memory memory() {
        return bits;
    }

    /// The highest descriptor that was put in, -1 for none.
    int highest() {
        return highest;
    }

    /// The descriptors whose bits are set now.
    Set<Fd> fds() {
        Set<Fd> fds = new LinkedHashSet<>();
        for (int number = 0; number <= highest; number++) {
            if ((bits.longAt(wordOf(number)) >>> number & 1) == 1) {
                fds.add(new Fd(number));
            }
        }
        return fds;
    }

    @Override
    public void close() {
        bits.close();
    }
}
