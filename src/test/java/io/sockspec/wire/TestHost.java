package io.sockspec.wire;

import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A port over a socket pair, as close to a TAP device as it gets without a kernel's stack: it can
/// be polled, one read is one frame, and a write returns after the host has reacted.
final class TestHost implements Port {
    private static final int AF_UNIX = 1;
    private static final int SOCK_SEQPACKET_NONBLOCK_CLOEXEC = 5 | 0x800 | 0x80000;

    private final String host;
    private final String name;
    private final String segment;
    private final int near;
    private final int far;
    private final List<Bytes> received = new CopyOnWriteArrayList<>();
    private final List<Long> receivedAt = new CopyOnWriteArrayList<>();
    private volatile Function<Bytes, List<Bytes>> reaction = frame -> List.of();

    TestHost(String host) {
        this(host, host, "lan");
    }

    TestHost(String host, String name, String segment) {
        this.host = host;
        this.name = name;
        this.segment = segment;
        try (Memory pair = Memory.confined(8)) {
            int result = Libc.socketpair(AF_UNIX, SOCK_SEQPACKET_NONBLOCK_CLOEXEC, 0, pair);
            if (result < 0) {
                throw new IllegalStateException("socketpair failed with errno " + -result);
            }
            near = pair.intAt(0);
            far = pair.intAt(4);
        }
    }

    /// What the host sends, on the wire's thread, when it gets a frame.
    TestHost reacting(Function<Bytes, List<Bytes>> answers) {
        reaction = answers;
        return this;
    }

    /// The host sends a frame.
    void send(Bytes frame) {
        try (Memory memory = Memory.of(frame)) {
            long result = Libc.write(far, memory, frame.length());
            if (result != frame.length()) {
                throw new IllegalStateException("the host could not send: " + result);
            }
        }
    }

    void send(String text) {
        send(frame(text));
    }

    /// A frame for everybody with an experimental EtherType and a text.
    static Bytes frame(String text) {
        byte[] body = Bytes.text(text).toArray();
        byte[] frame = new byte[14 + body.length];
        java.util.Arrays.fill(frame, 0, 6, (byte) 0xff);
        frame[6] = 2;
        frame[12] = (byte) 0x88;
        frame[13] = (byte) 0xb5;
        System.arraycopy(body, 0, frame, 14, body.length);
        return Bytes.copyOf(frame);
    }

    static String text(Bytes frame) {
        return frame.slice(14, frame.length()).asText();
    }

    List<Bytes> received() {
        return received;
    }

    List<String> receivedTexts() {
        return received.stream().map(TestHost::text).toList();
    }

    /// When each frame was received, on the clock of System.nanoTime().
    List<Long> receivedAt() {
        return receivedAt;
    }

    @Override
    public String host() {
        return host;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String segment() {
        return segment;
    }

    @Override
    public int fd() {
        return near;
    }

    @Override
    public int read(Memory buffer) {
        return (int) Libc.read(near, buffer, buffer.size());
    }

    @Override
    public void write(Memory buffer, int length) {
        Bytes frame = Bytes.copyOf(buffer.bytesAt(0, length));
        received.add(frame);
        receivedAt.add(System.nanoTime());
        reaction.apply(frame).forEach(this::send);
    }

    @Override
    public void close() {
        Libc.close(near);
        Libc.close(far);
    }
}
