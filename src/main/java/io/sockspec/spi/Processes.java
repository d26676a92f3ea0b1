package io.sockspec.spi;

import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import java.time.Duration;

/// The group of calls that only a process can show; goes with [Capability#FORK].
public interface Processes {
    /// How a child process ended, as wait() tells it.
    sealed interface Ended {
        /// It exited by itself.
        ///
        /// @param status 0 to 255
        record Exited(int status) implements Ended {}

        /// A signal ended it.
        ///
        /// @param signal the name, such as `SIGPIPE`
        record Killed(String signal) implements Ended {}
    }

    /// A child process that makes calls as its parent does, with the descriptors it inherited under
    /// the numbers they have in the parent. Its signals have their default actions.
    interface Child {
        /// The calls, made by the child.
        Sockets sockets();

        /// Replaces the child's program by exec(); descriptors without FD_CLOEXEC stay open under
        /// their numbers.
        Outcome<Done> exec();

        /// Sends the child a signal by its name, such as `SIGTERM`.
        Outcome<Done> kill(String signal);

        /// Lets the child end by _exit() with a status of 0 to 255.
        Outcome<Done> exit(int status);

        /// Waits for its end and takes its status; until then it is a zombie.
        ///
        /// @param limit at most this long; `EAGAIN` when it has not ended by then
        Outcome<Ended> await(Duration limit);
    }

    /// fork() without exec().
    Outcome<Child> fork();
}
