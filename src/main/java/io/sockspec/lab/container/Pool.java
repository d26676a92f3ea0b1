package io.sockspec.lab.container;

import io.sockspec.lab.LabFailure;
import io.sockspec.lab.namespace.Kernel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Containers that wait for their next lab. As many are started as are in use at a time; few at
/// once, since the engine starts them one after another anyway and one that is given back is there
/// sooner.
final class Pool {
    private static final int STARTS_AT_ONCE = 2;

    private final Owner owner = Owner.self();
    private final Deque<HostContainer> idle = new ArrayDeque<>();
    private int starting;

    /// The kernel of a fresh namespace in a container of an image.
    ///
    /// @throws LabFailure when none can be started
    Kernel take(Image image) {
        Optional<HostContainer> found = awaitIdle(image);
        while (found.isPresent()) {
            try {
                return found.get().renew(this::giveBack);
            } catch (LabFailure gone) {
                // One that was ended from outside while it waited harms nobody.
                found.get().close();
                found = awaitIdle(image);
            }
        }
        return start(image).renew(this::giveBack);
    }

    private HostContainer start(Image image) {
        try {
            return HostContainer.start(image, owner);
        } finally {
            started();
        }
    }

    /// Empty when the caller is to start one.
    private synchronized Optional<HostContainer> awaitIdle(Image image) {
        try {
            while (true) {
                Optional<HostContainer> found =
                        idle.stream().filter(each -> each.image().equals(image)).findFirst();
                if (found.isPresent()) {
                    idle.remove(found.get());
                    return found;
                }
                if (starting < STARTS_AT_ONCE) {
                    starting++;
                    return Optional.empty();
                }
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailure("a container was not waited for, since the scenario was ended");
        }
    }

    private synchronized void started() {
        starting--;
        notifyAll();
    }

    private synchronized void giveBack(HostContainer container) {
        idle.push(container);
        notifyAll();
    }
}
