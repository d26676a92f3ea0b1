package io.sockspec.host;

import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Outcome;
import io.sockspec.spi.Sockets.Pair;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/// The descriptors that were opened through the sockets of one host and not closed yet.
final class Opened {
    private static final int SOL_SOCKET = 1;
    private static final int SO_LINGER = 13;
    private static final int LINGER_BYTES = 8;

    private final String host;
    private final Set<Integer> numbers = new HashSet<>();
    private boolean closed;

    Opened(String host) {
        this.host = host;
    }

    /// Remembers a descriptor and answers it; a result below zero is none and is answered as it is.
    int track(int result) {
        if (result >= 0) {
            track(List.of(new Fd(result)));
        }
        return result;
    }

    /// Remembers descriptors.
    ///
    /// @throws IllegalStateException when all was closed meanwhile; these are closed too
    void track(List<Fd> fds) {
        List<Fd> late = fds.stream().filter(fd -> !add(fd.number())).toList();
        late.forEach(fd -> Libc.close(fd.number()));
        if (!late.isEmpty()) {
            throw closedAlready();
        }
    }

    /// Makes a call that stores two descriptors, and remembers them.
    Outcome<Pair> pair(ToIntFunction<Memory> call) {
        try (Memory memory = Memory.confined(2 * Integer.BYTES)) {
            return Outcome.of(call.applyAsInt(memory), success -> {
                Pair pair = new Pair(new Fd(memory.intAt(0)), new Fd(memory.intAt(Integer.BYTES)));
                track(List.of(pair.first(), pair.second()));
                return pair;
            });
        }
    }

    private synchronized boolean add(int fd) {
        if (closed) {
            return false;
        }
        numbers.add(fd);
        return true;
    }

    /// Must come before the call of close(): after it the number may already be somebody else's.
    synchronized void forget(int fd) {
        if (closed) {
            throw closedAlready();
        }
        numbers.remove(fd);
    }

    /// Closes what is left, each number once, without waiting for unsent data.
    void closeAll() {
        for (int fd : takeAll()) {
            dontLinger(fd);
            Libc.close(fd);
        }
    }

    private synchronized List<Integer> takeAll() {
        closed = true;
        List<Integer> left = List.copyOf(numbers);
        numbers.clear();
        return left;
    }

    /// A scenario may have left SO_LINGER on with a peer that never acknowledges: close() would
    /// wait for the time set.
    private static void dontLinger(int fd) {
        try (Memory off = Memory.confined(LINGER_BYTES)) {
            Libc.setsockopt(fd, SOL_SOCKET, SO_LINGER, off, LINGER_BYTES);
        }
    }

    private IllegalStateException closedAlready() {
        return new IllegalStateException("the sockets of " + host + " were closed already");
    }
}
