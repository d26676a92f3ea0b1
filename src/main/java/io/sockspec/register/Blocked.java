package io.sockspec.register;

import java.io.Serial;
import org.opentest4j.TestAbortedException;

/// The environment lacks something that the scenario needs: the requirement is *blocked*. The
/// message is one sentence with the remedy.
public final class Blocked extends TestAbortedException {
    @Serial
    private static final long serialVersionUID = 1L;

    public Blocked(String sentence) {
        super(sentence);
    }

    /// The sentence says it all, and an aborted scenario is printed with its trace.
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
