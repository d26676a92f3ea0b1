package io.sockspec.host;

import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.spi.Descriptors;
import io.sockspec.spi.Place;
import io.sockspec.spi.Selecting;
import io.sockspec.spi.Sockets.Pair;
import java.time.Duration;

/// The optional groups of calls that libc offers: those on any descriptor, and select().
final class HostDescriptors implements Descriptors, Selecting {
    private static final int O_RDWR = 2;
    private static final int O_CLOEXEC = 0x80000;
    private static final int MFD_CLOEXEC = 1;
    private static final int F_GETFD = 1;
    private static final int F_SETFD = 2;
    private static final int FD_CLOEXEC = 1;
    private static final int SEEK_SET = 0;
    private static final int SEEK_CUR = 1;
    private static final int LOCK_SH = 1;
    private static final int LOCK_EX = 2;
    private static final int LOCK_NB = 4;
    private static final int LOCK_UN = 8;

    private final Place place;
    private final Opened opened;

    HostDescriptors(Place place, Opened opened) {
        this.place = place;
        this.opened = opened;
    }

    @Override
    public Outcome<Fd> file() {
        int result = place.in(() -> opened.track(Libc.memfdCreate("sockspec", MFD_CLOEXEC)));
        return Outcome.of(result, Fd::new);
    }

    @Override
    public Outcome<Fd> reopen(Fd fd) {
        String path = "/proc/self/fd/" + fd;
        int result = place.in(() -> opened.track(Libc.open(path, O_RDWR | O_CLOEXEC, 0)));
        return Outcome.of(result, Fd::new);
    }

    @Override
    public Outcome<Pair> pipe() {
        return opened.pair(pair -> Libc.pipe2(pair, O_CLOEXEC));
    }

    @Override
    public Outcome<Fd> dup(Fd fd) {
        return Outcome.of(opened.track(Libc.dup(fd.number())), Fd::new);
    }

    @Override
    public Outcome<Boolean> closeOnExec(Fd fd) {
        return Outcome.of(Libc.fcntl(fd.number(), F_GETFD, 0), flags -> (flags & FD_CLOEXEC) != 0);
    }

    @Override
    public Outcome<Done> setCloseOnExec(Fd fd, boolean closed) {
        return Outcome.done(Libc.fcntl(fd.number(), F_SETFD, closed ? FD_CLOEXEC : 0));
    }

    @Override
    public Outcome<Bytes> read(Fd fd, int lengthBytes) {
        try (Memory buffer = Memory.confined(Math.max(1, lengthBytes))) {
            long result = Libc.read(fd.number(), buffer, lengthBytes);
            return Outcome.of(result, count -> Bytes.copyOf(buffer.bytesAt(0, count)));
        }
    }

    @Override
    public Outcome<Integer> write(Fd fd, Bytes payload) {
        try (Memory buffer = Memory.of(payload)) {
            return Outcome.of(Libc.write(fd.number(), buffer, payload.length()));
        }
    }

    @Override
    public Outcome<Long> seek(Fd fd, long offsetBytes) {
        return offset(Libc.lseek(fd.number(), offsetBytes, SEEK_SET));
    }

    @Override
    public Outcome<Long> offset(Fd fd) {
        return offset(Libc.lseek(fd.number(), 0, SEEK_CUR));
    }

    /// An offset may need more than 31 bits.
    private static Outcome<Long> offset(long result) {
        return Outcome.of(Math.min(result, 0), success -> result);
    }

    @Override
    public Outcome<Done> flock(Fd fd, Lock operation) {
        int bits = switch (operation) {
            case LOCK_SH -> LOCK_SH;
            case LOCK_EX -> LOCK_EX;
            case LOCK_SH_NB -> LOCK_SH | LOCK_NB;
            case LOCK_EX_NB -> LOCK_EX | LOCK_NB;
            case LOCK_UN -> LOCK_UN;
        };
        return Outcome.done(Libc.flock(fd.number(), bits));
    }

    /// The limit is passed on as it is, rounded up to microseconds: one below zero is EINVAL.
    @Override
    public Outcome<Selected> select(Sets asked, Duration limit) {
        try (FdSet read = new FdSet(asked.read());
                FdSet write = new FdSet(asked.write());
                FdSet except = new FdSet(asked.except());
                Memory timeout =
                        Memory.of(Bytes.copyOf(Timeval.of(limit).struct().array()))) {
            int highest = Math.max(read.highest(), Math.max(write.highest(), except.highest()));
            int result = Libc.select(highest + 1, read.memory(), write.memory(), except.memory(), timeout);
            return Outcome.of(result, count -> new Selected(count, new Sets(read.fds(), write.fds(), except.fds())));
        }
    }
}
