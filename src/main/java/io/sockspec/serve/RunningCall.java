package io.sockspec.serve;

import io.sockspec.socket.Outcome;
import io.sockspec.spi.Capability;
import io.sockspec.spi.NotOffered;
import io.sockspec.spi.Sockets;
import io.sockspec.spi.Started;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A call that was started, and may be blocked.
final class RunningCall {
    private @Nullable Started<?> started;

    /// Starts the call; who comes to end it meanwhile waits until it has begun.
    synchronized <T> void start(Sockets sockets, Function<? super Sockets, Outcome<T>> call) {
        started = sockets.start(call);
    }

    /// @throws NotOffered when the call cannot be ended
    void cancel() {
        try {
            started().ifPresent(Started::cancel);
        } catch (IllegalStateException | UnsupportedOperationException e) {
            throw new NotOffered("cancel");
        }
    }

    /// @throws NotOffered when the implementation has no signals
    void interrupt(boolean restart) {
        try {
            started().ifPresent(call -> call.interrupt(restart));
        } catch (UnsupportedOperationException e) {
            throw new NotOffered("interrupt", Capability.SIGNALS);
        }
    }

    /// Empty where the call could not be started.
    private synchronized Optional<Started<?>> started() {
        return Optional.ofNullable(started);
    }
}
