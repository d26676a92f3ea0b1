package io.sockspec.socket;

/// A file descriptor, or the name an agent gives to one; never negative.
public record Fd(int number) {
    public Fd {
        if (number < 0) {
            throw new IllegalArgumentException("a file descriptor is never negative, got " + number);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
