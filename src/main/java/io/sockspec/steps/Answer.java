package io.sockspec.steps;

import io.sockspec.socket.Outcome;
import java.time.Duration;

/// One call that a scenario made, what it answered, and when; times are readings of
/// [System#nanoTime].
///
/// @param took how long the call took where it was made: the way to an agent and back is in
/// `started` and `ended`, and not in it
record Answer<T>(
        String host, String call, String arguments, Outcome<T> outcome, long started, long ended, Duration took) {
    /// The same call with another value, put together from several.
    Answer<T> returning(T value) {
        return new Answer<>(host, call, arguments, new Outcome.Returned<>(value), started, ended, took);
    }
}
