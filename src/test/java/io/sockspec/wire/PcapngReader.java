package io.sockspec.wire;

import io.sockspec.socket.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads pcapng strictly, written from the specification and not from the writer.
final class PcapngReader {
    private final ByteBuffer file;
    private final List<String> interfaces = new ArrayList<>();
    private final List<Captured> frames = new ArrayList<>();

    record Captured(String port, long nanos, Bytes data, int lengthBytes, String comment) {}

    private PcapngReader(ByteBuffer file) {
        this.file = file;
    }

    static List<Captured> read(Path path) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        PcapngReader reader = new PcapngReader(content);
        while (content.hasRemaining()) {
            reader.block();
        }
        return reader.frames;
    }

    private void block() {
        int start = file.position();
        int type = file.getInt();
        int total = file.getInt();
        require(total % 4 == 0, "a block of " + total + " bytes");
        require(file.getInt(start + total - 4) == total, "two lengths of one block differ");
        int end = start + total - 4;
        require(start > 0 == (type != 0x0a0d0d0a), "the section header comes first, and once");
        switch (type) {
            case 0x0a0d0d0a -> section(end);
            case 1 -> describe(end);
            case 6 -> packet(end);
            default -> throw new AssertionError("block type " + type);
        }
        file.position(start + total);
    }

    private void section(int end) {
        require(file.getInt() == 0x1a2b3c4d, "byte order");
        require(file.getShort() == 1 && file.getShort() == 0, "version 1.0");
        require(file.getLong() == -1, "a section without a length");
        options(end);
    }

    private void describe(int end) {
        require(file.getShort() == 1, "Ethernet");
        file.getShort();
        require(file.getInt() == 0, "no limit on the captured length");
        Map<Integer, byte[]> options = options(end);
        require(Arrays.equals(options.get(9), new byte[] {9}), "nanoseconds");
        interfaces.add(new String(options.get(2), StandardCharsets.UTF_8));
    }

    private void packet(int end) {
        String port = interfaces.get(file.getInt());
        long nanos = ((file.getInt() & 0xffffffffL) << 32) | (file.getInt() & 0xffffffffL);
        int captured = file.getInt();
        int length = file.getInt();
        byte[] data = new byte[captured];
        file.get(data);
        align();
        byte[] comment = options(end).getOrDefault(1, new byte[0]);
        frames.add(new Captured(port, nanos, Bytes.copyOf(data), length, new String(comment, StandardCharsets.UTF_8)));
    }

    private Map<Integer, byte[]> options(int end) {
        Map<Integer, byte[]> options = new HashMap<>();
        while (file.position() < end) {
            int code = file.getShort();
            byte[] value = new byte[file.getShort() & 0xffff];
            file.get(value);
            align();
            if (code == 0) {
                require(file.position() == end, "the end of options is the end of the block");
                return options;
            }
            options.put(code, value);
        }
        require(options.isEmpty(), "options end with an end");
        return options;
    }

    private void align() {
        while (file.position() % 4 != 0) {
            require(file.get() == 0, "padding is zero");
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError("not so: " + what);
        }
    }
}
