package io.sockspec.lab.namespace;

import io.sockspec.socket.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Netlink messages for one send: a fixed part and attributes each, in the machine's byte order,
/// padded to 4 bytes.
///
/// @spec netlink(7)
public final class NetlinkBatch {
    static final int REQUEST = 1;
    static final int ACK = 4;
    static final int REPLACE = 0x100;
    static final int EXCLUSIVE = 0x200;
    static final int DUMP = 0x300;
    static final int CREATE = 0x400;

    private static final int HEADER_BYTES = 16;

    private final List<String> purposes = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private ByteBuffer buffer = ByteBuffer.allocate(2048).order(ByteOrder.nativeOrder());
    private int start;

    /// Reads what a kernel answered to these messages, and hands over what is neither an
    /// acknowledgment nor the end of a dump, header included.
    ///
    /// @throws io.sockspec.lab.LabFailure for the first message that it refused
    public void readAnswers(Bytes answers, Consumer<Bytes> other) {
        Netlink.read(this, answers, other);
    }

    /// Begins a message; its number is the count of messages so far.
    ///
    /// @param purpose what it does, as in "cannot … : EPERM"
    NetlinkBatch message(int type, int flags, String purpose) {
        finish();
        purposes.add(purpose);
        start = buffer.position();
        return word(0).half(type).half(flags | REQUEST).word(purposes.size()).word(0);
    }

    NetlinkBatch octet(int value) {
        room(1).put((byte) value);
        return this;
    }

    NetlinkBatch half(int value) {
        room(2).putShort((short) value);
        return this;
    }

    NetlinkBatch word(int value) {
        room(4).putInt(value);
        return this;
    }

    NetlinkBatch raw(byte[] bytes) {
        room(bytes.length).put(bytes);
        return this;
    }

    NetlinkBatch attribute(int type, byte[] value) {
        return begin(type).raw(value).end();
    }

    NetlinkBatch attribute(int type, int value) {
        return begin(type).word(value).end();
    }

    /// An attribute that is a C string.
    NetlinkBatch attribute(int type, String value) {
        return begin(type).raw(value.getBytes(StandardCharsets.UTF_8)).octet(0).end();
    }

    /// Begins an attribute that holds what is written until [#end].
    NetlinkBatch begin(int type) {
        open.push(buffer.position());
        return half(0).half(type);
    }

    NetlinkBatch end() {
        int from = open.pop();
        buffer.putShort(from, (short) (buffer.position() - from));
        return pad();
    }

    /// The messages as they are sent.
    public byte[] bytes() {
        finish();
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    int count() {
        return purposes.size();
    }

    /// What the message of a number, from 1, was for.
    String purpose(int number) {
        return purposes.get(number - 1);
    }

    private void finish() {
        if (buffer.position() >= start + HEADER_BYTES) {
            buffer.putInt(start, buffer.position() - start);
        }
    }

    private NetlinkBatch pad() {
        while (buffer.position() % 4 != 0) {
            octet(0);
        }
        return this;
    }

    private ByteBuffer room(int lengthBytes) {
        if (buffer.remaining() < lengthBytes) {
            ByteBuffer larger =
                    ByteBuffer.allocate(buffer.capacity() * 2 + lengthBytes).order(ByteOrder.nativeOrder());
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }
}
