package io.sockspec.liars;

import static io.sockspec.liars.Bend.answer;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Fd;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.spi.ForwardingSockets;
import io.sockspec.spi.Sockets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// Liars about the echo.
final class EchoLiars {
    private static final int BUFFER_BYTES = 4096;

    private EchoLiars() {}

    static List<Liar> all() {
        return List.of(
                Liar.calls(
                        "TCP-ECHO-01",
                        "the tail of a full buffer is lost",
                        "client receives the \\d+ bytes that client sent \\| \\d+ bytes came",
                        StreamBend.sending(() -> (real, fd, payload, flags) -> {
                            int taken = Math.min(payload.length(), BUFFER_BYTES - 1);
                            return whole(real.send(fd, payload.slice(0, taken), flags), taken, payload);
                        })),
                Liar.calls(
                        "TCP-ECHO-01",
                        "a byte follows the last",
                        "recv\\(16\\) on client answers \"\" \\| it answers \"!\"",
                        StreamBend.receiving(() -> (real, fd, lengthBytes, flags) -> {
                            Outcome<Bytes> got = real.recv(fd, lengthBytes, flags);
                            if (got.equals(answer(Bytes.EMPTY))) {
                                real.send(fd, Bytes.text("!"), MsgFlags.MSG_NOSIGNAL);
                            }
                            return got;
                        })),
                Liar.calls(
                        "TCP-ECHO-02",
                        "a payload ends at the first NUL",
                        "client receives the 3 bytes that client sent",
                        StreamBend.changing(EchoLiars::untilNul)),
                Liar.calls(
                        "TCP-ECHO-02",
                        "carriage returns vanish",
                        "client receives the 256 bytes that client sent",
                        StreamBend.changing(bytes -> StreamBend.without(bytes, '\r'))),
                Liar.calls(
                        "TCP-ECHO-03",
                        "an answer is that to the question before",
                        "client receives the 32 bytes that client sent \\| byte 2 of them is another",
                        StreamBend.sending(EchoLiars::late)),
                Liar.calls(
                        "TCP-ECHO-04",
                        "what is unanswered at the end stays unanswered",
                        "client receives the 10000 bytes that client sent",
                        Forgetful::new));
    }

    /// Says that the whole payload was sent when the part was.
    private static Outcome<Integer> whole(Outcome<Integer> sent, int part, Bytes payload) {
        return sent.equals(answer(part)) ? answer(payload.length()) : sent;
    }

    private static Bytes untilNul(Bytes bytes) {
        int length = 0;
        while (length < bytes.length() && bytes.at(length) != 0) {
            length++;
        }
        // Nothing at all would be the end of the stream.
        return bytes.slice(0, Math.max(1, length));
    }

    /// Answers one piece late, and the last one never.
    private static final class Forgetful extends ForwardingSockets {
        private Bytes unanswered = Bytes.EMPTY;

        Forgetful(Sockets real) {
            super(real);
        }

        @Override
        public Outcome<Integer> send(Fd fd, Bytes payload, MsgFlags flags) {
            Bytes due = unanswered;
            unanswered = payload;
            Outcome<Integer> sent = real.send(fd, due, flags);
            return sent instanceof Outcome.Returned ? answer(payload.length()) : sent;
        }
    }

    private static StreamBend.Send late() {
        AtomicReference<Bytes> before = new AtomicReference<>(Bytes.EMPTY);
        return (real, fd, payload, flags) -> {
            Bytes last = before.getAndSet(payload);
            return real.send(fd, last.length() == payload.length() ? last : payload, flags);
        };
    }
}
