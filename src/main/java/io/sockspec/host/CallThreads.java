package io.sockspec.host;

import io.sockspec.socket.Outcome;
import io.sockspec.spi.Started;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// The threads that run the started calls of one host. A thread that has run a call waits for the
/// next one, since making
/// a thread costs ten times as much as waking one.
final class CallThreads {
    private final String host;
    private final Duration patience;
    private final Deque<CallThread> idle = new ArrayDeque<>();
    private final Set<StartedCall<?>> running = new HashSet<>();
    private boolean closed;

    CallThreads(String host, Duration patience) {
        this.host = host;
        this.patience = patience;
    }

    synchronized <T> Started<T> start(Supplier<Outcome<T>> call) {
        if (closed) {
            throw new IllegalStateException("the sockets of " + host + " were closed already");
        }
        CallThread thread = idle.isEmpty() ? new CallThread("call on " + host, this::returned) : idle.pop();
        StartedCall<T> started = new StartedCall<>(call, thread, patience);
        running.add(started);
        thread.run(started);
        return started;
    }

    /// A thread whose call got a signal is not used again: the signal may still be pending and
    /// would hit another call.
    private synchronized boolean returned(CallThread thread, StartedCall<?> call) {
        running.remove(call);
        boolean again = !closed && !call.wasSignalled();
        if (again) {
            idle.push(thread);
        }
        return again;
    }

    /// Ends all calls and threads.
    ///
    /// @throws IllegalStateException when a call cannot be ended; the others are ended all the same
    void close() {
        List<CallThread> waiting = stopStarting();
        waiting.forEach(CallThread::retire);
        List<IllegalStateException> failures = new ArrayList<>();
        for (StartedCall<?> call : running()) {
            try {
                call.cancel();
            } catch (IllegalStateException unending) {
                failures.add(unending);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private synchronized List<CallThread> stopStarting() {
        closed = true;
        List<CallThread> waiting = List.copyOf(idle);
        idle.clear();
        return waiting;
    }

    private synchronized List<StartedCall<?>> running() {
        return List.copyOf(running);
    }
}
