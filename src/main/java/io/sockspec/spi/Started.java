package io.sockspec.spi;

import io.sockspec.socket.Outcome;
import java.time.Duration;
import java.util.Optional;

/// A call that was started and may still be blocked.
public interface Started<T> {
    /// Waits for the answer, at most `limit`; [Outcome.Blocked] when there is none yet. May be
    /// asked again.
    Outcome<T> await(Duration limit);

    /// How long the call took, measured where it was made; empty when the wait for it tells that as
    /// well, and while it has not answered.
    default Optional<Duration> took() {
        return Optional.empty();
    }

    /// Sends the thread in the call one signal whose handler does nothing.
    ///
    /// @param restart whether the handler is installed with SA_RESTART
    /// @throws UnsupportedOperationException without [Capability#SIGNALS]
    void interrupt(boolean restart);

    /// Ends the call, whatever it waits for, and returns when its thread is gone.
    ///
    /// @throws IllegalStateException when the call cannot be ended within five seconds
    void cancel();
}
