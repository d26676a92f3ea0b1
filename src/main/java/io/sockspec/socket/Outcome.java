package io.sockspec.socket;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/// What one socket call answered. An expected error is a value here, never an exception.
public sealed interface Outcome<T> {
    /// The call returned; calls without a result return [Done#DONE].
    record Returned<T>(T value) implements Outcome<T> {
        @Override
        public String toString() {
            return value instanceof Done ? "0" : value.toString();
        }
    }

    /// The call returned -1 and set errno.
    record Failed<T>(Errno errno) implements Outcome<T> {
        @Override
        public String toString() {
            return "-1 " + errno;
        }
    }

    /// The call had not returned when the wait ended.
    record Blocked<T>(Duration waited) implements Outcome<T> {
        @Override
        public String toString() {
            return "still blocked after " + waited.toMillis() + " ms";
        }
    }

    /// The result of a call that answers nothing but success.
    enum Done {
        DONE
    }

    /// Turns the C convention (a negative result is an errno, negated) into an outcome.
    static Outcome<Integer> of(long result) {
        return of(result, value -> value);
    }

    /// As [#of(long)] for a call that answers nothing but success.
    static Outcome<Done> done(long result) {
        return of(result, success -> Done.DONE);
    }

    /// As [#of(long)] for a call whose answer is made from its result, or found elsewhere once it
    /// has succeeded.
    static <T> Outcome<T> of(long result, IntFunction<T> answer) {
        return result < 0 ? new Failed<>(new Errno((int) -result)) : new Returned<>(answer.apply((int) result));
    }

    default Optional<T> returned() {
        return this instanceof Returned<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    default Optional<Errno> failure() {
        return this instanceof Failed<T>(Errno errno) ? Optional.of(errno) : Optional.empty();
    }
}
