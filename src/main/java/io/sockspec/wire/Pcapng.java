package io.sockspec.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The blocks of a pcapng file, little endian.
///
/// @spec draft-ietf-opsawg-pcapng sections 4.1 to 4.3
final class Pcapng {
    private static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int LINKTYPE_ETHERNET = 1;
    private static final int OPT_COMMENT = 1;
    private static final int SHB_USERAPPL = 4;
    private static final int IF_NAME = 2;
    private static final int IF_TSRESOL = 9;
    private static final byte NANOSECONDS = 9;

    private final OutputStream out;
    private final Map<String, Integer> interfaces = new LinkedHashMap<>();

    Pcapng(OutputStream out) {
        this.out = out;
    }

    void write(List<Frame> frames) throws IOException {
        byte[] program = "sockspec".getBytes(StandardCharsets.UTF_8);
        ByteBuffer section = block(SECTION_HEADER, 16 + option(program.length) + 4)
                .putInt(BYTE_ORDER_MAGIC)
                .putShort((short) 1)
                .putShort((short) 0)
                .putLong(-1);
        putOption(section, SHB_USERAPPL, program);
        finish(section);
        for (Frame frame : frames) {
            if (interfaces.putIfAbsent(frame.port(), interfaces.size()) == null) {
                writeInterface(frame.port());
            }
        }
        for (Frame frame : frames) {
            writeFrame(frame);
        }
    }

    private void writeInterface(String name) throws IOException {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer block = block(INTERFACE_DESCRIPTION, 8 + option(text.length) + option(1) + 4)
                .putShort((short) LINKTYPE_ETHERNET)
                .putShort((short) 0)
                .putInt(0);
        putOption(block, IF_NAME, text);
        putOption(block, IF_TSRESOL, new byte[] {NANOSECONDS});
        finish(block);
    }

    private void writeFrame(Frame frame) throws IOException {
        byte[] data = frame.data().toArray();
        byte[] comment = frame.note().getBytes(StandardCharsets.UTF_8);
        int options = comment.length == 0 ? 0 : option(comment.length) + 4;
        ByteBuffer block = block(ENHANCED_PACKET, 20 + padded(data.length) + options)
                .putInt(interfaces.getOrDefault(frame.port(), 0))
                .putInt((int) (frame.nanos() >>> 32))
                .putInt((int) frame.nanos())
                .putInt(data.length)
                .putInt(frame.lengthBytes())
                .put(data);
        align(block);
        if (comment.length > 0) {
            putOption(block, OPT_COMMENT, comment);
        }
        finish(block);
    }

    private static ByteBuffer block(int type, int bodyBytes) {
        int total = 12 + bodyBytes;
        return ByteBuffer.allocate(total)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(type)
                .putInt(total);
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static int option(int length) {
        return 4 + padded(length);
    }

    private static void putOption(ByteBuffer block, int code, byte[] value) {
        block.putShort((short) code).putShort((short) value.length).put(value);
        align(block);
    }

    private static void align(ByteBuffer block) {
        block.position(padded(block.position()));
    }

    /// Closes the block; four zero bytes before the end, where there are options, end those.
    private void finish(ByteBuffer block) throws IOException {
        block.putInt(block.capacity() - 4, block.capacity());
        byte[] content = new byte[block.capacity()];
        block.get(0, content);
        out.write(content);
    }
}
