package io.sockspec.agent;

import io.sockspec.socket.Outcome;
import io.sockspec.spi.Capability;
import io.sockspec.spi.Started;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A started call: its requests are made by a thread of ours, while the agent makes the calls.
final class AgentCall<T> implements Started<T>, Runnable {
    /// The started call that a thread is in, null in any other thread.
    private static final ThreadLocal<@Nullable AgentCall<?>> CURRENT = new ThreadLocal<>();
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final Caller caller;
    private final Supplier<Outcome<T>> call;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Request request;
    private volatile @Nullable Outcome<T> outcome;
    private volatile @Nullable Throwable thrown;
    private volatile @Nullable Duration took;
    /// How many were made; only by the thread of the call.
    private int requests;

    AgentCall(Caller caller, Supplier<Outcome<T>> call) {
        this.caller = caller;
        this.call = call;
    }

    /// The started call that the calling thread is in.
    static Optional<AgentCall<?>> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    @Override
    public void run() {
        CURRENT.set(this);
        try {
            outcome = call.get();
        } catch (Throwable problem) {
            thrown = problem;
        } finally {
            CURRENT.remove();
            asked.countDown();
            ended.countDown();
        }
    }

    void waitsFor(Request asking) {
        requests++;
        request = asking;
        asked.countDown();
    }

    /// What is put together from several calls takes longer than any of them.
    void took(Duration duration) {
        took = requests == 1 ? duration : null;
    }

    @Override
    public Optional<Duration> took() {
        return Optional.ofNullable(took);
    }

    /// An agent that is asked and does not answer in time is asked whether it is there at all: only
    /// then it is the call that blocks.
    @Override
    public Outcome<T> await(Duration limit) {
        long began = System.nanoTime();
        if (!await(ended, limit)) {
            if (caller.declares(Capability.CONCURRENT)) {
                caller.agent().askSoon("ping", Agent.object());
            }
            if (!await(ended, Duration.ZERO)) {
                return new Outcome.Blocked<>(Duration.ofNanos(System.nanoTime() - began));
            }
        }
        Throwable problem = thrown;
        if (problem instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (problem != null) {
            throw new IllegalStateException("a started call threw " + problem, problem);
        }
        return Objects.requireNonNull(outcome, "a started call answered null");
    }

    private static boolean await(CountDownLatch latch, Duration limit) {
        try {
            return latch.await(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the wait for a started call was interrupted", e);
        }
    }

    @Override
    public void interrupt(boolean restart) {
        if (!caller.declares(Capability.SIGNALS)) {
            throw new UnsupportedOperationException(caller.agent().name() + " does not declare signals");
        }
        await(asked, Agent.SOON);
        Request blocked = request;
        if (blocked != null && !blocked.hasEnded()) {
            caller.agent()
                    .askSoon(
                            "interrupt",
                            Agent.object().put("call", blocked.id()).put("restart", restart));
        }
    }

    /// An agent that cannot end its call is ended itself.
    @Override
    public void cancel() {
        long deadline = System.nanoTime() + Agent.SOON.toNanos();
        do {
            // What is put together from several calls may have begun the next one.
            Request blocked = request;
            if (blocked != null && !blocked.hasEnded()) {
                cancel(blocked);
            }
        } while (!await(ended, LOOK_AGAIN) && System.nanoTime() - deadline < 0);
        if (!await(ended, Duration.ZERO)) {
            throw caller.agent()
                    .fail("did not end " + method(request) + " within " + Agent.SOON.toSeconds()
                            + " s of being asked to");
        }
    }

    private static String method(@Nullable Request request) {
        return request == null ? "a call" : request.method();
    }

    private void cancel(Request blocked) {
        Agent agent = caller.agent();
        if (!caller.declares(Capability.CONCURRENT)) {
            agent.kill();
            return;
        }
        try {
            agent.askSoon("cancel", Agent.object().put("call", blocked.id()));
            if (!blocked.awaitEnd(Agent.SOON)) {
                throw agent.fail("did not end " + blocked.method() + " within " + Agent.SOON.toSeconds()
                        + " s of being asked to");
            }
        } catch (Refused notOffered) {
            agent.kill();
        }
    }
}
