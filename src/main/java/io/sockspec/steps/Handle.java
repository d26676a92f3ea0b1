package io.sockspec.steps;

import io.sockspec.socket.Fd;

/// A descriptor that a scenario can name: the socket named after its host, or one with a name of
/// its own.
record Handle(String name, String host, Fd fd, Kind kind) {}
