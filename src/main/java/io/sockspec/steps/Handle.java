package io.sockspec.steps;

import io.sockspec.socket.Fd;

/// A descriptor that a scenario can name: the socket named after its host, or one with a name of
/// its own.
record Handle(String name, String host, Fd fd, Kind kind) {
    /// The arguments of a call on it, as they are told: its name and then the others, if any.
    String arguments(String others) {
        return others.isEmpty() ? name : name + ", " + others;
    }
}
