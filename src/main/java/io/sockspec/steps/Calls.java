package io.sockspec.steps;

import io.sockspec.register.LabBroken;
import io.sockspec.socket.Outcome;
import io.sockspec.spi.NotOffered;
import io.sockspec.spi.Sockets;
import io.sockspec.spi.Started;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Makes the calls of a scenario, each bounded in time, and keeps their answers.
final class Calls {
    /// Longer than any call of a scenario takes on purpose; what still blocks then is an answer
    /// too.
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    /// A connect() may wait for many lost SYNs.
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);

    /// What a call that the implementation does not offer means for the scenario.
    private final Function<NotOffered, RuntimeException> missing;

    private final List<Answer<?>> answers = new ArrayList<>();
    private final List<Pending<?>> pending = new ArrayList<>();
    private String waitingFor = "its first step";

    Calls(Function<NotOffered, RuntimeException> missing) {
        this.missing = missing;
    }

    private static final class Pending<T> {
        final String host;
        final String call;
        final String arguments;
        final long started = System.nanoTime();
        final Started<T> running;
        /// When the call returned; set by the thread that makes it.
        volatile long ended;

        Pending(Sockets sockets, String host, String call, String arguments, Function<Sockets, Outcome<T>> body) {
            this.host = host;
            this.call = call;
            this.arguments = arguments;
            this.running = sockets.start(calls -> {
                Outcome<T> outcome = body.apply(calls);
                ended = System.nanoTime();
                return outcome;
            });
        }

        Answer<T> await(Duration limit) {
            Outcome<T> outcome = running.await(limit);
            long end = outcome instanceof Outcome.Blocked ? System.nanoTime() : ended;
            Duration took = running.took().orElseGet(() -> Duration.ofNanos(end - started));
            return new Answer<>(host, call, arguments, outcome, started, end, took);
        }
    }

    /// Makes a call and waits for its answer.
    <T> Answer<T> make(
            Sockets sockets, String host, String call, String arguments, Function<Sockets, Outcome<T>> body) {
        Pending<T> made = new Pending<>(sockets, host, call, arguments, body);
        pending.add(made);
        return finish(made);
    }

    /// Starts a call that is expected to block.
    <T> void start(Sockets sockets, String host, String call, String arguments, Function<Sockets, Outcome<T>> body) {
        pending.add(new Pending<>(sockets, host, call, arguments, body));
    }

    /// The answer of the latest call of that name, which is waited for if it was only started.
    Answer<?> latest(String call) {
        for (Pending<?> each : List.copyOf(pending)) {
            if (each.call.equals(call)) {
                finish(each);
            }
        }
        return answers.reversed().stream()
                .filter(answer -> answer.call().equals(call))
                .findFirst()
                .orElseThrow(
                        () -> new LabBroken("the scenario asks what " + call + " answered but never made that call"));
    }

    private <T> Answer<T> finish(Pending<T> call) {
        waitingFor(call.call + "(" + call.arguments + ") on " + call.host);
        Answer<T> answer = awaited(call, call.call.equals("connect") ? CONNECT_PATIENCE : PATIENCE);
        if (!(answer.outcome() instanceof Outcome.Blocked)) {
            pending.remove(call);
        }
        answers.add(answer);
        return answer;
    }

    /// An adapter that throws, and a scenario whose time is over, tell nothing about the
    /// implementation.
    private <T> Answer<T> awaited(Pending<T> call, Duration limit) {
        try {
            return call.await(limit);
        } catch (RuntimeException e) {
            // Only a deadline interrupts a scenario, and what is left of the step needs no interrupt.
            if (Thread.interrupted()) {
                throw Deadline.exceeded(waitingFor);
            }
            pending.remove(call);
            throw broken(e);
        }
    }

    /// A scenario may get an argument wrong only where the call is made; its sentence is the better
    /// one.
    private RuntimeException broken(RuntimeException thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof LabBroken sentence) {
                return sentence;
            }
            if (each instanceof NotOffered call) {
                return missing.apply(call);
            }
        }
        return new LabBroken(waitingFor + ": " + thrown.getMessage(), thrown);
    }

    /// Whether a started call has not answered within `limit`.
    boolean blocks(String call, Duration limit) {
        return pending.stream()
                .filter(each -> each.call.equals(call))
                .anyMatch(each -> awaited(each, limit).outcome() instanceof Outcome.Blocked);
    }

    void waitingFor(String what) {
        waitingFor = what;
    }

    String waitingFor() {
        return waitingFor;
    }

    /// When the latest connect() was made, or the time of asking when there was none.
    long lastStart(String call) {
        return answers.reversed().stream()
                .filter(answer -> answer.call().equals(call))
                .findFirst()
                .map(Answer::started)
                .orElseGet(System::nanoTime);
    }

    List<Answer<?>> all() {
        return List.copyOf(answers);
    }

    /// Ends every call that still blocks.
    void cancelAll() {
        List<Pending<?>> blocked = List.copyOf(pending);
        pending.clear();
        blocked.forEach(call -> call.running.cancel());
    }
}
