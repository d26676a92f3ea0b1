package io.sockspec.register;

import java.io.Serial;
import org.opentest4j.TestAbortedException;

/// The scenario belongs to another shard, so that this run has nothing to say about it.
public final class Elsewhere extends TestAbortedException {
    @Serial
    private static final long serialVersionUID = 1L;

    public Elsewhere(Shard shard) {
        super("the scenario is not in shard " + shard);
    }

    /// An aborted scenario is printed with its trace, which would say nothing.
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
