package io.sockspec.wire;

import io.sockspec.libc.PollSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The thread of one wire: waits for frames, commands and timers, and knows when the wire is at
/// rest.
final class WireThread {
    private static final int EINTR = 4;
    private static final int POLLNVAL = 0x20;

    private final Carrier carrier;
    private final Log log;
    private final Commands commands = new Commands();
    private final Thread thread;
    // Only the thread itself touches these four.
    private final List<CompletableFuture<Boolean>> drains = new ArrayList<>();
    private List<Attachment> polled = List.of();
    private PollSet pollSet;
    private boolean stopping;
    private volatile int delayed;
    private volatile @Nullable WireStuck failure;
    private final AtomicBoolean closed = new AtomicBoolean();

    WireThread(String name, Carrier carrier, Log log) {
        this.carrier = carrier;
        this.log = log;
        pollSet = new PollSet(commands.fd());
        thread = Thread.ofPlatform().daemon(true).name(name).unstarted(this::live);
    }

    void start() {
        thread.start();
    }

    private void live() {
        WireStuck end = new WireStuck("the wire is closed");
        try {
            portsChanged();
            carryOn();
        } catch (RuntimeException | Error problem) {
            end = new WireStuck("the wire's thread failed: " + problem, problem);
            failure = end;
        }
        commands.end(end);
        WireStuck reason = end;
        drains.forEach(drain -> drain.completeExceptionally(reason));
        log.end();
    }

    private void carryOn() {
        boolean moved = true;
        while (!stopping) {
            await(moved ? 0 : carrier.timeoutMillis());
            commands.run();
            boolean fired = carrier.fire();
            moved = pass(!drains.isEmpty()) || fired;
            delayed = carrier.delayed();
            if (!moved && delayed == 0) {
                drains.removeIf(CompletableFuture::isDone);
                moved = !drains.isEmpty() && !atRest();
            }
        }
    }

    private void await(int timeoutMillis) {
        int ready = pollSet.await(timeoutMillis);
        if (ready < 0 && ready != -EINTR) {
            throw new IllegalStateException("poll failed with errno " + -ready);
        }
    }

    /// Empties every port that poll reported or, when told so, every port; those without a
    /// descriptor always.
    private boolean pass(boolean all) {
        boolean moved = false;
        for (int i = 0; i < polled.size(); i++) {
            Attachment attachment = polled.get(i);
            int events = pollSet.ready(i + 1);
            if ((events & POLLNVAL) != 0 && attachment.port().fd() >= 0) {
                throw new IllegalStateException(
                        "the descriptor of port " + attachment.port().name() + " is closed");
            }
            if (all || events != 0 || attachment.port().fd() < 0) {
                moved |= carrier.empty(attachment);
            }
        }
        return moved;
    }

    /// Called after a pass that found nothing. Ends all drains when a second one, after the ports
    /// had settled, finds nothing either.
    private boolean atRest() {
        polled.forEach(attachment -> attachment.port().settle());
        if (pass(true)) {
            return false;
        }
        drains.forEach(drain -> drain.complete(true));
        drains.clear();
        return true;
    }

    /// Polls the ports that there are now. Entry 0 is for commands; poll skips an entry whose
    /// descriptor is below 0.
    void portsChanged() {
        polled = List.copyOf(carrier.attachments().all());
        int[] fds = new int[polled.size() + 1];
        fds[0] = commands.fd();
        for (int i = 0; i < polled.size(); i++) {
            fds[i + 1] = polled.get(i).port().fd();
        }
        pollSet = new PollSet(fds);
    }

    <T> T call(Supplier<T> task) {
        return Thread.currentThread() == thread ? task.get() : join(commands.ask(task));
    }

    private static <T> T join(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw unwrapped(e);
        }
    }

    private static RuntimeException unwrapped(Exception wrapper) {
        return wrapper.getCause() instanceof RuntimeException cause
                ? cause
                : new WireStuck(wrapper.toString(), wrapper);
    }

    void drain(Duration atMost) {
        CompletableFuture<Boolean> drained = new CompletableFuture<>();
        long before = log.count();
        var _ = commands.ask(() -> drains.add(drained)).whenComplete((_, problem) -> {
            if (problem != null) {
                drained.completeExceptionally(problem);
            }
        });
        try {
            boolean done = drained.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            assert done;
        } catch (TimeoutException e) {
            // Whether or not the thread still takes commands: the next one clears it away.
            drained.cancel(false);
            throw new WireStuck(
                    "the wire did not come to rest within %d ms: %d frames passed, %d delayed frames are still under way"
                            .formatted(atMost.toMillis(), log.count() - before, delayed),
                    e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireStuck("the drain of the wire was interrupted", e);
        }
    }

    void throwFailure() {
        WireStuck problem = failure;
        if (problem != null) {
            throw problem;
        }
    }

    /// Throws the thread's failure once.
    void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        var _ = commands.ask(() -> stopping = true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        throwFailure();
    }
}
