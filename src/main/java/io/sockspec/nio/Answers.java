package io.sockspec.nio;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Outcome.Failed;
import io.sockspec.socket.Outcome.Returned;
import io.sockspec.socket.SocketAddress;
import io.sockspec.spi.NotOffered;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// What calls of NIO answered, as outcomes.
final class Answers {
    /// A call of NIO.
    @FunctionalInterface
    interface Call<T> {
        Outcome<T> make() throws IOException;
    }

    private Answers() {}

    /// Makes a call; an exception that stands for an errno is an answer.
    static <T> Outcome<T> of(Call<T> call) {
        try {
            return call.make();
        } catch (NotOffered lacking) {
            throw lacking;
        } catch (IOException | RuntimeException thrown) {
            return new Failed<>(ErrnoOf.exception(thrown));
        }
    }

    static Outcome<Done> done() {
        return new Returned<>(Done.DONE);
    }

    static <T> Outcome<T> failed(String errno) {
        return new Failed<>(Errno.named(errno));
    }

    /// A channel that does not block takes 0 bytes where C fails with EAGAIN.
    static Outcome<Integer> sent(int count, int lengthBytes) {
        return count == 0 && lengthBytes > 0 ? failed("EAGAIN") : new Returned<>(count);
    }

    /// A peer that NIO does not know is none.
    static Outcome<SocketAddress> peer(java.net.@Nullable SocketAddress peer) {
        return peer == null ? failed("ENOTCONN") : new Returned<>(Addresses.fromJava(peer));
    }

    static Bytes stored(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        return Bytes.copyOf(bytes);
    }
}
