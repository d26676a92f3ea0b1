package io.sockspec.lab.container;

import io.sockspec.lab.LabFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/// Containers that wait for their next lab, and more as long as there are few.
///
/// Labs take theirs one after another, so that one is complete before the next takes any: two that
/// each had half of what they need would wait for each other.
final class Pool {
    /// Starting one costs a third of a second of processor time, so a lab rather waits for one that
    /// another gives back.
    private static final int MOST = 12;

    private final Owner owner = Owner.self();
    private final Engine engine;
    private final Executor starters = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("sockspec-starter").factory());
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Deque<HostContainer> idle = new ArrayDeque<>();
    private int count;

    Pool(Engine engine) {
        this.engine = engine;
    }

    /// Takes a container for each image, in a fresh namespace each. Those that must be started are
    /// started at the same time.
    ///
    /// @throws LabFailure when one cannot be started, or the calling thread is interrupted
    List<HostContainer> take(List<Image> images) {
        List<CompletableFuture<HostContainer>> coming = new ArrayList<>();
        try {
            turn.lockInterruptibly();
            try {
                for (Image image : images) {
                    coming.add(CompletableFuture.supplyAsync(() -> next(image, images.size()), starters));
                }
                List<HostContainer> taken = new ArrayList<>();
                for (CompletableFuture<HostContainer> each : coming) {
                    taken.add(each.get());
                }
                return taken;
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException e) {
            giveBackAll(coming);
            Thread.currentThread().interrupt();
            throw new LabFailure("a container was not waited for, since the scenario was ended");
        } catch (ExecutionException e) {
            giveBackAll(coming);
            throw e.getCause() instanceof RuntimeException problem ? problem : new IllegalStateException(e);
        }
    }

    /// Also what comes later.
    private void giveBackAll(List<CompletableFuture<HostContainer>> coming) {
        for (CompletableFuture<HostContainer> each : coming) {
            CompletableFuture<?> _ = each.thenAccept(this::giveBack);
        }
    }

    /// @param needed how many the lab takes, however many that are
    private HostContainer next(Image image, int needed) {
        while (true) {
            Optional<HostContainer> found = awaitIdle(image, Math.max(MOST, needed));
            HostContainer container = found.isPresent() ? found.get() : start(image);
            try {
                container.renew();
                return container;
            } catch (LabFailure gone) {
                lose(container);
                // One that was ended from outside while it waited harms nobody.
                if (found.isEmpty()) {
                    throw gone;
                }
            }
        }
    }

    private HostContainer start(Image image) {
        try {
            return HostContainer.start(image, engine, owner);
        } catch (RuntimeException problem) {
            forgetOne();
            throw problem;
        }
    }

    /// Empty when the caller is to start one.
    private synchronized Optional<HostContainer> awaitIdle(Image image, int most) {
        try {
            // All are taken.
            while (count >= most && idle.isEmpty()) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
        Optional<HostContainer> found =
                idle.stream().filter(each -> each.image().equals(image)).findFirst();
        if (found.isPresent()) {
            found.ifPresent(idle::remove);
        } else if (count < most) {
            count++;
        } else {
            // In place of one of another image.
            idle.removeLast().close();
        }
        return found;
    }

    /// Takes a container back; one that does not answer any more is ended.
    void giveBack(HostContainer container) {
        try {
            container.leave();
            putBack(container);
        } catch (LabFailure gone) {
            lose(container);
        }
    }

    private synchronized void putBack(HostContainer container) {
        idle.push(container);
        notifyAll();
    }

    private void lose(HostContainer container) {
        container.kill();
        forgetOne();
    }

    private synchronized void forgetOne() {
        count--;
        notifyAll();
    }
}
