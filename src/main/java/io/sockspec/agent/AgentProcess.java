package io.sockspec.agent;

import io.sockspec.spi.Place;
import io.sockspec.spi.Program;

/// The process of an agent: lines go in and come out, and nothing of it is left when it is closed.
///
/// It runs with the three capabilities that socket calls may need, and does not outlive this JVM.
public final class AgentProcess implements AutoCloseable {
    /// The longest line of the protocol.
    public static final int LINE_BYTES = 1 << 20;

    /// What comes from the agent; called by one thread.
    public interface Listener {
        /// A line without its end.
        void line(byte[] line);

        /// Nothing more comes.
        ///
        /// @param clause why, to be put behind the agent's name: `ended with status 3`
        void ended(String clause);
    }

    private final Program program;
    private final Streams streams;
    private boolean closed;

    private AgentProcess(Program program, Listener listener) {
        this.program = program;
        streams = new Streams(program, listener);
    }

    /// Starts a command inside a place.
    ///
    /// @throws AgentFailed when the machine refuses to start it
    public static AgentProcess start(Command command, Place place, Listener listener) {
        Program program = place.start(command.words()).orElseGet(() -> LocalProgram.start(command.words(), place));
        return new AgentProcess(program, listener);
    }

    /// Writes a line; the agent may not read it at once.
    ///
    /// @throws AgentFailed when it has closed its standard input
    public void write(byte[] line) {
        streams.write(line);
    }

    /// The end of what it wrote to its standard error.
    public String log() {
        return streams.log();
    }

    public boolean hasEnded() {
        return program.hasEnded();
    }

    /// Closes its standard input, which asks it to end.
    public void closeInput() {
        streams.closeInput();
    }

    /// Ends it and all it started, and returns when they are gone. A second time does nothing: the
    /// numbers of its streams may be others' by then.
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            program.end();
            streams.close();
        }
    }
}
