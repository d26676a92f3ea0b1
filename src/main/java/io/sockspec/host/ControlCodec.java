package io.sockspec.host;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Control;
import io.sockspec.socket.Control.Raw;
import io.sockspec.socket.Control.Rights;
import io.sockspec.socket.Fd;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Control messages as they lie in the buffer of sendmsg() and recvmsg(): a struct cmsghdr of 16
/// bytes before each, each
/// at a multiple of 8 bytes.
///
/// @spec cmsg(3), unix(7)
final class ControlCodec {
    private static final int HEADER_BYTES = 16;
    private static final int SOL_SOCKET = 1;
    private static final int SCM_RIGHTS = 1;
    private static final int FD_BYTES = 4;

    private ControlCodec() {}

    /// CMSG_SPACE(): what a message with so much data takes in the buffer.
    static int space(int dataBytes) {
        return HEADER_BYTES + align(dataBytes);
    }

    private static int align(int bytes) {
        return bytes + 7 & ~7;
    }

    static Bytes encode(List<Control> messages) {
        List<Raw> raws = messages.stream().map(ControlCodec::raw).toList();
        int length = raws.stream().mapToInt(raw -> space(raw.data().length())).sum();
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        int at = 0;
        for (Raw raw : raws) {
            int dataBytes = raw.data().length();
            buffer.putLong(at, HEADER_BYTES + dataBytes)
                    .putInt(at + 8, raw.level())
                    .putInt(at + 12, raw.type())
                    .put(at + HEADER_BYTES, raw.data().toArray());
            at += space(dataBytes);
        }
        return Bytes.copyOf(buffer.array());
    }

    private static Raw raw(Control message) {
        return switch (message) {
            case Raw raw -> raw;
            case Rights(List<Fd> fds) -> {
                ByteBuffer data = ByteBuffer.allocate(FD_BYTES * fds.size()).order(ByteOrder.nativeOrder());
                fds.forEach(fd -> data.putInt(fd.number()));
                yield new Raw(SOL_SOCKET, SCM_RIGHTS, Bytes.copyOf(data.array()));
            }
        };
    }

    /// Walks the buffer as CMSG_NXTHDR() does, never past its end: a message that says it is longer
    /// than the buffer, or
    /// shorter than its header, ends the walk.
    static List<Control> decode(Bytes control) {
        ByteBuffer buffer = ByteBuffer.wrap(control.toArray()).order(ByteOrder.nativeOrder());
        List<Control> messages = new ArrayList<>();
        int at = 0;
        while (at <= buffer.capacity() - HEADER_BYTES) {
            long length = buffer.getLong(at);
            if (length < HEADER_BYTES || length > buffer.capacity() - at) {
                break;
            }
            Bytes data = control.slice(at + HEADER_BYTES, at + (int) length);
            messages.add(message(buffer.getInt(at + 8), buffer.getInt(at + 12), data));
            at += align((int) length);
        }
        return messages;
    }

    private static Control message(int level, int type, Bytes data) {
        if (level != SOL_SOCKET || type != SCM_RIGHTS) {
            return new Raw(level, type, data);
        }
        ByteBuffer numbers = ByteBuffer.wrap(data.toArray()).order(ByteOrder.nativeOrder());
        List<Fd> fds = new ArrayList<>();
        while (numbers.remaining() >= FD_BYTES) {
            fds.add(new Fd(numbers.getInt()));
        }
        return new Rights(fds);
    }
}
