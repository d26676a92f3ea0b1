package io.sockspec.host;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.SocketOption.Linger;
import io.sockspec.socket.SocketOption.Membership;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Option values as the kernel reads and writes them, by the type of the value.
///
/// @spec socket(7), ip(7); struct timeval, struct linger, struct ip_mreq
final class OptionCodec {
    private static final int ANY_BYTES = 256;
    private static final List<Form<?>> FORMS = List.of(
            new Form<>(Integer.class, 4, value -> struct(4).putInt(0, value), ByteBuffer::getInt),
            new Form<>(Errno.class, 4, value -> struct(4).putInt(0, value.number()), in -> new Errno(in.getInt())),
            new Form<>(
                    Duration.class,
                    Timeval.BYTES,
                    value -> Timeval.of(value).struct(),
                    in -> Timeval.read(in).duration()),
            new Form<>(
                    Linger.class,
                    8,
                    value -> struct(8).putInt(0, value.on() ? 1 : 0).putInt(4, value.seconds()),
                    in -> new Linger(in.getInt() != 0, in.getInt())),
            new Form<>(
                    Membership.class,
                    8,
                    value -> struct(8)
                            .put(0, value.group().bytes().toArray())
                            .put(4, value.interfaceAddress().bytes().toArray()),
                    in -> new Membership(ip4(in), ip4(in))),
            new Form<>(
                    Bytes.class, ANY_BYTES, value -> ByteBuffer.wrap(value.toArray()), in -> Bytes.copyOf(in.array())));

    /// How a type of value lies in memory; `roomBytes` is the length that getsockopt() is told.
    private record Form<T>(Class<T> type, int roomBytes, Function<T, ByteBuffer> write, Function<ByteBuffer, T> read) {}

    private OptionCodec() {}

    /// The size of the buffer to hand to getsockopt().
    static int roomBytes(SocketOption<?> option) {
        return form(option).roomBytes();
    }

    static <T> Bytes encode(SocketOption<T> option, T value) {
        return Bytes.copyOf(form(option).write().apply(value).array());
    }

    /// Reads what getsockopt() stored; an answer shorter than its type is filled up with zeros.
    static <T> T decode(SocketOption<T> option, Bytes answer) {
        Form<T> form = form(option);
        byte[] whole = answer.toArray();
        if (option.type() != Bytes.class && whole.length < form.roomBytes()) {
            whole = Arrays.copyOf(whole, form.roomBytes());
        }
        return form.read().apply(ByteBuffer.wrap(whole).order(ByteOrder.nativeOrder()));
    }

    @SuppressWarnings("unchecked") // the form was found by this very class
    private static <T> Form<T> form(SocketOption<T> option) {
        return (Form<T>) FORMS.stream()
                .filter(form -> form.type() == option.type())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        option + " has values of " + option.type() + ", which no structure of C is known for"));
    }

    private static ByteBuffer struct(int lengthBytes) {
        return ByteBuffer.allocate(lengthBytes).order(ByteOrder.nativeOrder());
    }

    private static Ip4 ip4(ByteBuffer in) {
        byte[] four = new byte[4];
        in.get(four);
        return Ip4.of(Bytes.copyOf(four));
    }
}
