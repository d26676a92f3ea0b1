package io.sockspec.host;

import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Message;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Received;
import io.sockspec.socket.SocketAddress;
import java.util.Optional;

/// A struct msghdr with one struct iovec, and all they point to, in one block of memory.
///
/// @spec POSIX.1-2024 <sys/socket.h> struct msghdr; recvmsg(2)
final class MessageHeader implements AutoCloseable {
    private static final int NAME = 0;
    private static final int NAME_LENGTH = 8;
    private static final int IOV = 16;
    private static final int IOV_LENGTH = 24;
    private static final int CONTROL = 32;
    private static final int CONTROL_LENGTH = 40;
    private static final int FLAGS = 48;
    private static final int HEADER_BYTES = 56;
    private static final int IOVEC_BYTES = 16;

    private final Memory memory;
    private final long nameAt = HEADER_BYTES + IOVEC_BYTES;
    private final long controlAt;
    private final long payloadAt;
    private final int payloadBytes;

    private MessageHeader(int nameBytes, int controlBytes, int payloadBytes) {
        controlAt = align(nameAt + nameBytes);
        payloadAt = align(controlAt + controlBytes);
        this.payloadBytes = payloadBytes;
        memory = Memory.confined(payloadAt + payloadBytes);
        long base = memory.address();
        memory.putLong(NAME, nameBytes == 0 ? 0 : base + nameAt).putInt(NAME_LENGTH, nameBytes);
        memory.putLong(IOV, base + HEADER_BYTES).putLong(IOV_LENGTH, 1);
        memory.putLong(HEADER_BYTES, base + payloadAt).putLong(HEADER_BYTES + 8, payloadBytes);
        memory.putLong(CONTROL, controlBytes == 0 ? 0 : base + controlAt).putLong(CONTROL_LENGTH, controlBytes);
    }

    private static long align(long offset) {
        return offset + 15 & ~15L;
    }

    static MessageHeader sending(Message message) {
        byte[] name = message.destination()
                .map(AddressCodec::encode)
                .orElse(Bytes.EMPTY)
                .toArray();
        byte[] control = ControlCodec.encode(message.control()).toArray();
        byte[] payload = message.payload().toArray();
        MessageHeader header = new MessageHeader(name.length, control.length, payload.length);
        header.memory.put(header.nameAt, name).put(header.controlAt, control).put(header.payloadAt, payload);
        return header;
    }

    /// Room for a sender of any form and for exactly so many bytes of control messages and of
    /// payload.
    static MessageHeader receiving(int lengthBytes, int controlLengthBytes) {
        return new MessageHeader(AddressCodec.STORAGE_BYTES, controlLengthBytes, lengthBytes);
    }

    Memory memory() {
        return memory;
    }

    /// What recvmsg() left here when it returned `returned`.
    Received received(int returned) {
        int controlBytes = (int) memory.longAt(CONTROL_LENGTH);
        int nameBytes = Math.min(memory.intAt(NAME_LENGTH), AddressCodec.STORAGE_BYTES);
        Optional<SocketAddress> sender =
                nameBytes == 0 ? Optional.empty() : Optional.of(AddressCodec.decode(bytes(nameAt, nameBytes)));
        return new Received(
                bytes(payloadAt, Math.min(returned, payloadBytes)),
                returned,
                sender,
                ControlCodec.decode(bytes(controlAt, controlBytes)),
                controlBytes,
                new MsgFlags(memory.intAt(FLAGS)));
    }

    private Bytes bytes(long at, int length) {
        return Bytes.copyOf(memory.bytesAt(at, length));
    }

    @Override
    public void close() {
        memory.close();
    }
}
