package io.sockspec.agent;

import java.io.Serial;

/// What the agent says it cannot do.
final class Refused extends RuntimeException {
    static final int UNKNOWN_METHOD = -32601;
    static final int UNKNOWN_VALUE = -32602;

    @Serial
    private static final long serialVersionUID = 1L;

    Refused(String what) {
        super(what, null, false, false);
    }
}
