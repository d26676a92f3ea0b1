package io.sockspec.agent.check;

import java.io.Serial;

/// An agent answers nothing any more; the message says why as a clause, `was not answered …`.
final class Lost extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean silent;

    Lost(String message, boolean silent) {
        super(message);
        this.silent = silent;
    }

    /// Whether it was waited for in vain, which takes time.
    boolean silent() {
        return silent;
    }

    String clause() {
        return String.valueOf(getMessage());
    }
}
