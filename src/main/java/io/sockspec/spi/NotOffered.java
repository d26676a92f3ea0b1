package io.sockspec.spi;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An adapter has no way to make a call, or to make it with these arguments: thrown instead of an
/// answer, because an implementation that was never asked has not failed.
///
/// What needs a capability that the implementation declares is *failed* all the same; without one
/// the scenario is *unsupported*.
public final class NotOffered extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable Capability capability;

    /// @param call what cannot be made, as C writes it: `getsockopt(SO_ERROR)`
    public NotOffered(String call) {
        this(call, null);
    }

    /// @param capability what offers it, where the closed list has a word for it
    public NotOffered(String call, @Nullable Capability capability) {
        super(call);
        this.capability = capability;
    }

    /// What cannot be made, as C writes it.
    public String call() {
        return String.valueOf(getMessage());
    }

    public Optional<Capability> capability() {
        return Optional.ofNullable(capability);
    }
}
