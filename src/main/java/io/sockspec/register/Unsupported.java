package io.sockspec.register;

import java.io.Serial;
import org.opentest4j.TestAbortedException;

/// The implementation does not declare what the scenario needs: the requirement is *unsupported*.
/// The message is one sentence that names the capability.
public final class Unsupported extends TestAbortedException {
    @Serial
    private static final long serialVersionUID = 1L;

    public Unsupported(String sentence) {
        super(sentence);
    }

    /// The sentence says it all, and an aborted scenario is printed with its trace.
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
