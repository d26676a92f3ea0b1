package io.sockspec.spi;

import org.jspecify.annotations.Nullable;

/// The asked implementation cannot be had; the message is one sentence for the person who asked.
public final class ImplementationUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ImplementationUnavailable(String sentence) {
        this(sentence, null);
    }

    public ImplementationUnavailable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
