package io.sockspec.wire;

/// The wire did not come to rest before a deadline, or its thread has ended; the message says what
/// it was busy with.
///
/// Never a finding about the implementation: the laboratory is broken.
public final class WireStuck extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WireStuck(String message) {
        super(message);
    }

    public WireStuck(String message, Throwable cause) {
        super(message, cause);
    }
}
