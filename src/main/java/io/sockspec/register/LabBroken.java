package io.sockspec.register;

import java.io.Serial;

/// The laboratory, a step or an agent could not do its part, so nothing is known about the
/// implementation: the requirement is *broken*. The message is one sentence.
public final class LabBroken extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public LabBroken(String sentence) {
        super(sentence);
    }

    public LabBroken(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
