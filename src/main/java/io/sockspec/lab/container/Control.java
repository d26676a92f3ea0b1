package io.sockspec.lab.container;

import io.sockspec.lab.LabFailure;
import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The connection to process 1 of a host's container, which `containers/host` describes. Every
/// request is answered at once. The container ends when the connection is closed, also by the end
/// of this process.
///
/// @spec unix(7)
final class Control implements AutoCloseable {
    static final int MOST_FDS = 3;

    private static final int PATIENCE_SECONDS = 10;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVTIMEO = 20;
    static final int MSG_NOSIGNAL = 0x4000;
    private static final int MSG_CMSG_CLOEXEC = 0x40000000;
    private static final int ROOM = 1 << 18;
    private static final int HEADER_BYTES = 56;
    private static final int IOVEC_BYTES = 16;
    private static final int CONTROL_HEADER = 16;
    private static final int CONTROL_BYTES = CONTROL_HEADER + 16;
    private static final int CONTROL_AT = HEADER_BYTES + IOVEC_BYTES;
    private static final int DATA_AT = CONTROL_AT + CONTROL_BYTES;

    private final String container;
    private final int fd;
    private final Memory message = Memory.shared(DATA_AT + ROOM);
    private boolean closed;

    /// What was answered.
    ///
    /// @param errno 0 when what was asked for was done
    record Answer(int errno, Bytes data, List<Integer> fds) {
        boolean succeeded() {
            return errno == 0;
        }

        Errno error() {
            return new Errno(errno);
        }

        /// The number that was asked for.
        int number() {
            if (data.length() < Integer.BYTES) {
                throw new LabFailure("process 1 of a container answered " + data.length()
                        + " bytes where a number was due; name an image with /sockspec/host as process 1");
            }
            try (Memory memory = Memory.of(data)) {
                return memory.intAt(0);
            }
        }
    }

    /// @param container what the engine knows it by
    /// @param fd the connection, closed with this
    Control(String container, int fd) {
        this.container = container;
        this.fd = fd;
        try (Memory limit = Memory.confined(16).putLong(0, PATIENCE_SECONDS)) {
            Libc.setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, limit, 16);
        }
    }

    /// Asks for something.
    ///
    /// @param words the request's name and its texts
    /// @throws LabFailure when the container is gone or does not answer
    Answer ask(String... words) {
        return ask(new byte[0], words);
    }

    /// Asks for something that takes bytes behind its texts.
    synchronized Answer ask(byte[] bytes, String... words) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        for (String word : words) {
            request.writeBytes(word.getBytes(StandardCharsets.UTF_8));
            request.write(0);
        }
        request.writeBytes(bytes);
        try (Memory memory = Memory.of(Bytes.copyOf(request.toByteArray()))) {
            long sent = closed ? -1 : Libc.send(fd, memory, request.size(), MSG_NOSIGNAL);
            if (sent < 0) {
                throw gone();
            }
        }
        return receive(words[0]);
    }

    /// Asks for something that must succeed.
    Answer due(String purpose, byte[] bytes, String... words) {
        return require(ask(bytes, words), purpose);
    }

    private Answer require(Answer answer, String purpose) {
        if (!answer.succeeded()) {
            throw new LabFailure("%s cannot %s: %s".formatted(this, purpose, answer.error()));
        }
        return answer;
    }

    /// The descriptor of an answer that must be one, the caller's to close.
    int descriptor(Answer answer, String purpose) {
        List<Integer> fds = require(answer, purpose).fds();
        if (fds.size() != 1) {
            fds.forEach(Libc::close);
            throw new LabFailure("%s passed %d descriptors when it was to %s".formatted(this, fds.size(), purpose));
        }
        return fds.getFirst();
    }

    private Answer receive(String request) {
        long base = message.address();
        message.putLong(0, 0).putInt(8, 0);
        message.putLong(16, base + HEADER_BYTES).putLong(24, 1);
        message.putLong(HEADER_BYTES, base + DATA_AT).putLong(HEADER_BYTES + 8L, ROOM);
        message.putLong(32, base + CONTROL_AT).putLong(40, CONTROL_BYTES).putInt(48, 0);
        long length = Libc.recvmsg(fd, message, MSG_CMSG_CLOEXEC);
        if (length == -Errno.named("EAGAIN").number()) {
            // Its answer would be taken for the next one's.
            close();
            throw new LabFailure("%s did not answer '%s' within %d s".formatted(this, request, PATIENCE_SECONDS));
        }
        if (length < Integer.BYTES) {
            throw gone();
        }
        Bytes data = Bytes.copyOf(message.bytesAt(DATA_AT + 4, (int) length - Integer.BYTES));
        return new Answer(message.intAt(DATA_AT), data, fds());
    }

    private List<Integer> fds() {
        List<Integer> fds = new ArrayList<>();
        if (message.longAt(40) >= CONTROL_HEADER) {
            long end = message.longAt(CONTROL_AT);
            for (long at = CONTROL_HEADER; at + Integer.BYTES <= end; at += Integer.BYTES) {
                fds.add(message.intAt(CONTROL_AT + at));
            }
        }
        return fds;
    }

    private LabFailure gone() {
        return new LabFailure(
                this + " is gone: its process 1 failed, or it was ended from outside, with the engine perhaps");
    }

    String container() {
        return container;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            Libc.close(fd);
        }
    }

    @Override
    public String toString() {
        return "the container " + container;
    }
}
