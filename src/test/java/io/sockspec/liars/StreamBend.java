package io.sockspec.liars;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Fd;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.spi.ForwardingSockets;
import io.sockspec.spi.Sockets;
import java.io.ByteArrayOutputStream;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Small ways to bend what recv() and send() do with a stream.
final class StreamBend {
    private StreamBend() {}

    /// One of the two calls, made on the real sockets.
    interface Receive {
        Outcome<Bytes> recv(Sockets real, Fd fd, int lengthBytes, MsgFlags flags);
    }

    interface Send {
        Outcome<Integer> send(Sockets real, Fd fd, Bytes payload, MsgFlags flags);
    }

    /// @param lie made afresh for each scenario, so that it may remember
    static UnaryOperator<Sockets> receiving(Supplier<Receive> lie) {
        return real -> new ForwardingSockets(real) {
            private final Receive receive = lie.get();

            @Override
            public Outcome<Bytes> recv(Fd fd, int lengthBytes, MsgFlags flags) {
                return receive.recv(real, fd, lengthBytes, flags);
            }
        };
    }

    static UnaryOperator<Sockets> sending(Supplier<Send> lie) {
        return real -> new ForwardingSockets(real) {
            private final Send send = lie.get();

            @Override
            public Outcome<Integer> send(Fd fd, Bytes payload, MsgFlags flags) {
                return send.send(real, fd, payload, flags);
            }
        };
    }

    /// Changes what was received, the end of the stream excepted.
    static UnaryOperator<Sockets> changing(UnaryOperator<Bytes> change) {
        return receiving(() -> (real, fd, lengthBytes, flags) -> switch (real.recv(fd, lengthBytes, flags)) {
            case Outcome.Returned<Bytes>(Bytes bytes) when bytes.length() > 0 -> Bend.answer(change.apply(bytes));
            case Outcome<Bytes> other -> other;
        });
    }

    /// Takes one answer of recv() for another.
    static UnaryOperator<Sockets> mistaking(Outcome<Bytes> answer, Outcome<Bytes> other) {
        return receiving(() -> (real, fd, lengthBytes, flags) -> {
            Outcome<Bytes> got = real.recv(fd, lengthBytes, flags);
            return got.equals(answer) ? other : got;
        });
    }

    static Bytes swapped(Bytes bytes, int first, int second) {
        byte[] changed = bytes.toArray();
        if (second < changed.length) {
            byte kept = changed[first];
            changed[first] = changed[second];
            changed[second] = kept;
        }
        return Bytes.copyOf(changed);
    }

    static Bytes without(Bytes bytes, int value) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        for (byte each : bytes.toArray()) {
            if (each != (byte) value) {
                rest.write(each);
            }
        }
        return Bytes.copyOf(rest.toByteArray());
    }
}
