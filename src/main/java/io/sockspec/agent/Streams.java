package io.sockspec.agent;

import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import io.sockspec.spi.Program;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The standard streams of an agent. One thread reads what it answers and what it logs, so that
/// neither can fill up and stop it.
final class Streams {
    private static final int ROOM = 1 << 16;
    private static final int POLLIN = 1;
    private static final int ENTRY = 8;
    private static final int EFD_CLOEXEC = 0x80000;
    private static final long STATUS_MILLIS = 200;

    private final Program program;
    private final AgentProcess.Listener listener;
    private final int wake;
    private final Thread reader;
    private final Object writing = new Object();
    private boolean inputClosed;
    private byte[] log = new byte[0];

    Streams(Program program, AgentProcess.Listener listener) {
        this.program = program;
        this.listener = listener;
        wake = Libc.eventfd(0, EFD_CLOEXEC);
        reader = Thread.ofPlatform().daemon().name("agent " + program.output()).unstarted(this::read);
        reader.start();
    }

    void write(byte[] line) {
        synchronized (writing) {
            int written = 0;
            while (written < line.length) {
                if (inputClosed) {
                    throw new AgentFailed("was asked after its standard input was closed");
                }
                written += written(Arrays.copyOfRange(line, written, line.length));
            }
        }
    }

    private int written(byte[] rest) {
        try (Memory memory = Memory.of(Bytes.copyOf(rest))) {
            long result = Libc.write(program.input(), memory, rest.length);
            if (result < 0) {
                throw new AgentFailed("does not read its standard input: " + new Errno((int) -result));
            }
            return (int) result;
        }
    }

    void closeInput() {
        synchronized (writing) {
            if (!inputClosed) {
                inputClosed = true;
                Libc.close(program.input());
            }
        }
    }

    synchronized String log() {
        return new String(log, StandardCharsets.UTF_8);
    }

    private synchronized void logged(byte[] more) {
        byte[] all = Arrays.copyOf(log, log.length + more.length);
        System.arraycopy(more, 0, all, log.length, more.length);
        log = all.length <= ROOM ? all : Arrays.copyOfRange(all, all.length - ROOM, all.length);
    }

    /// Ends the thread; the process must be gone, so that no write still waits for it.
    void close() {
        closeInput();
        try (Memory one = Memory.confined(Long.BYTES).putLong(0, 1)) {
            Libc.write(wake, one, Long.BYTES);
        }
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Libc.close(program.output());
        Libc.close(program.errors());
        Libc.close(wake);
    }

    private void read() {
        Lines lines = new Lines();
        try (Memory entries = Memory.confined(3 * ENTRY);
                Memory buffer = Memory.confined(ROOM)) {
            int[] fds = {program.output(), program.errors(), wake};
            for (int i = 0; i < fds.length; i++) {
                entries.putInt((long) ENTRY * i, fds[i]).putShort((long) ENTRY * i + 4, POLLIN);
            }
            while (entries.shortAt(2L * ENTRY + 6) == 0) {
                Libc.poll(entries, fds.length, -1);
                if (isReady(entries, 0)) {
                    byte[] part = part(program.output(), buffer);
                    lines.add(part);
                    ignoreAtEnd(part, entries, 0);
                    if (part.length == 0) {
                        listener.ended(ending());
                    }
                }
                if (isReady(entries, 1)) {
                    byte[] part = part(program.errors(), buffer);
                    logged(part);
                    ignoreAtEnd(part, entries, 1);
                }
            }
        }
    }

    private static boolean isReady(Memory entries, int index) {
        return entries.intAt((long) ENTRY * index) >= 0 && entries.shortAt((long) ENTRY * index + 6) != 0;
    }

    /// poll() passes over an entry whose descriptor is negative.
    private static void ignoreAtEnd(byte[] part, Memory entries, int index) {
        if (part.length == 0) {
            entries.putInt((long) ENTRY * index, -1).putShort((long) ENTRY * index + 6, 0);
        }
    }

    private static byte[] part(int fd, Memory buffer) {
        long length = Libc.read(fd, buffer, ROOM);
        return buffer.bytesAt(0, (int) Math.max(0, length));
    }

    /// Its streams close a moment before it is a zombie.
    private String ending() {
        long deadline = System.nanoTime() + STATUS_MILLIS * 1_000_000;
        while (!program.hasEnded() && System.nanoTime() - deadline < 0) {
            Thread.onSpinWait();
        }
        return program.hasEnded() ? program.ending() : "closed its standard output";
    }

    /// Puts the parts that were read together to lines.
    private final class Lines {
        private final ByteArrayOutputStream open = new ByteArrayOutputStream();
        private boolean tooLong;

        void add(byte[] part) {
            int from = 0;
            for (int i = 0; i < part.length; i++) {
                if (part[i] == '\n') {
                    open.write(part, from, i - from);
                    from = i + 1;
                    end();
                }
            }
            open.write(part, from, part.length - from);
            if (open.size() > AgentProcess.LINE_BYTES && !tooLong) {
                tooLong = true;
                listener.line(open.toByteArray());
            }
            if (tooLong) {
                open.reset();
            }
        }

        private void end() {
            if (!tooLong) {
                listener.line(open.toByteArray());
            }
            tooLong = false;
            open.reset();
        }
    }
}
