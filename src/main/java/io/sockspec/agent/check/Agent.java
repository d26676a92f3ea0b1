package io.sockspec.agent.check;

import java.time.Duration;

/// A started agent, as far as a conversation needs one.
interface Agent extends AutoCloseable {
    /// What came from its standard output.
    sealed interface Heard {
        /// A line without its end, whatever it says.
        record Line(String text) implements Heard {}

        /// What cannot be read as a line.
        ///
        /// @param what it was, as a noun
        record Unreadable(String what) implements Heard {}

        /// Nothing, as long as it was waited for.
        record Silence() implements Heard {}

        /// Nothing will come any more.
        ///
        /// @param how why not, as a clause: `it ended with status 1`
        record End(String how) implements Heard {}
    }

    /// Writes one line, in whole, without waiting until it is read.
    void write(String line);

    Heard read(Duration limit);

    /// Ends its standard input.
    void endInput();

    /// Whether its process has ended.
    boolean hasEnded();

    /// Ends it and all that it started.
    @Override
    void close();
}
