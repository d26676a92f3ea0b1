package io.sockspec.report;

import java.io.Serial;

/// A run left no results that can be judged. The message is one sentence.
public final class NoResults extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    NoResults(String sentence) {
        super(sentence);
    }
}
