package io.sockspec.agent.check;

import io.sockspec.agent.AgentFailed;
import io.sockspec.agent.AgentProcess;
import io.sockspec.agent.Command;
import io.sockspec.spi.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// An agent that runs on this machine as a scenario would run it, in the network namespace of this
/// process.
final class LiveAgent implements Agent {
    /// So much is heard in advance; whoever writes more has to wait.
    private static final int LINES = 64;

    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(LINES);
    private final AgentProcess process;
    /// Writes, since an agent may not read.
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("check-agent").factory());
    private volatile boolean closed;

    /// @throws IOException when the machine refuses to start it
    LiveAgent(Command command) throws IOException {
        try {
            process = AgentProcess.start(command, Place.NOWHERE, new AgentProcess.Listener() {
                @Override
                public void line(byte[] line) {
                    hear(readable(line));
                }

                @Override
                public void ended(String clause) {
                    hear(new Heard.End("it " + clause));
                }
            });
        } catch (AgentFailed e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void write(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        writer.execute(() -> {
            try {
                process.write(bytes);
            } catch (AgentFailed e) {
                hear(new Heard.End("it " + e.getMessage()));
            }
        });
    }

    @Override
    public Heard read(Duration limit) {
        try {
            Heard next = heard.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
            return next == null ? new Heard.Silence() : withLog(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Heard.End("the check was interrupted");
        }
    }

    @Override
    public void endInput() {
        writer.execute(process::closeInput);
    }

    @Override
    public boolean hasEnded() {
        return process.hasEnded();
    }

    @Override
    public void close() {
        closed = true;
        heard.clear();
        process.close();
        writer.close();
    }

    private Heard withLog(Heard next) {
        if (!(next instanceof Heard.End(String how))) {
            return next;
        }
        return process.log()
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .<Heard>map(line -> new Heard.End(how + "; its log ends with " + Brief.quoted(line)))
                .orElse(next);
    }

    private void hear(Heard what) {
        try {
            while (!closed && !heard.offer(what, 100, TimeUnit.MILLISECONDS)) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Heard readable(byte[] line) {
        if (line.length > AgentProcess.LINE_BYTES) {
            return new Heard.Unreadable("a line of more than 1 MiB");
        }
        try {
            return new Heard.Line(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString());
        } catch (CharacterCodingException e) {
            return new Heard.Unreadable(Brief.quoted(new String(line, StandardCharsets.UTF_8)) + ", which is no UTF-8");
        }
    }
}
