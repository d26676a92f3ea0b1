package io.sockspec.wire;

import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What other threads ask the wire's thread to do; an eventfd wakes it from its poll.
final class Commands {
    private static final int EFD_CLOEXEC_NONBLOCK = 0x80800;

    private final Queue<Command> queue = new ArrayDeque<>();
    private final Memory one = Memory.shared(8).putLong(0, 1);
    private final Memory count = Memory.shared(8);
    private final int fd;
    private @Nullable WireStuck end;

    private record Command(Runnable task, CompletableFuture<?> answer) {}

    Commands() {
        fd = Libc.eventfd(0, EFD_CLOEXEC_NONBLOCK);
        if (fd < 0) {
            throw new WireStuck("the wire got no eventfd: errno " + -fd);
        }
    }

    int fd() {
        return fd;
    }

    /// Queues a task and wakes the wire's thread. The answer fails with what the task throws.
    <T> CompletableFuture<T> ask(Supplier<T> task) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        put(new Command(() -> answer.complete(task.get()), answer));
        return answer;
    }

    private synchronized void put(Command command) {
        if (end != null) {
            command.answer.completeExceptionally(end);
            return;
        }
        queue.add(command);
        Libc.write(fd, one, 8);
    }

    /// Runs, on the wire's thread, what was asked so far.
    void run() {
        Libc.read(fd, count, 8);
        for (Command next = take(); next != null; next = take()) {
            try {
                next.task.run();
            } catch (RuntimeException | Error problem) {
                next.answer.completeExceptionally(problem);
            }
        }
    }

    private synchronized @Nullable Command take() {
        return queue.poll();
    }

    /// Refuses everything that is asked from now on, and what has not been done.
    synchronized void end(WireStuck reason) {
        if (end == null) {
            end = reason;
            queue.forEach(command -> command.answer.completeExceptionally(reason));
            queue.clear();
            Libc.close(fd);
        }
    }
}
