package io.sockspec.register;

import java.io.Serial;

/// A list of deviations cannot be used. The message is one sentence behind its file and line.
public final class MalformedDeviations extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    MalformedDeviations(String sentence) {
        super(sentence);
    }
}
