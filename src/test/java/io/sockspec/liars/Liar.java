package io.sockspec.liars;

import io.sockspec.spi.Sockets;
import io.sockspec.wire.FrameFilter;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// A wrong implementation of one requirement.
///
/// @param requirement the ID of the requirement it breaks
/// @param lie what it does wrong, as a clause
/// @param caught a regular expression for a part of `expected | actual` of the failure it must
/// cause
/// @param calls wraps the reference's sockets on the judged host
/// @param frames makes the filters between the judged host and the wire, afresh for each scenario
record Liar(String requirement, String lie, String caught, UnaryOperator<Sockets> calls, Supplier<Filters> frames) {
    private static final UnaryOperator<Sockets> HONEST = calls -> calls;

    /// Filters for what the host sends and for what it receives.
    record Filters(FrameFilter outgoing, FrameFilter incoming) {
        static final Filters NONE = new Filters(FrameFilter.NONE, FrameFilter.NONE);
    }

    static Liar calls(String requirement, String lie, String caught, UnaryOperator<Sockets> calls) {
        return new Liar(requirement, lie, caught, calls, () -> Filters.NONE);
    }

    static Liar sends(String requirement, String lie, String caught, Supplier<FrameFilter> outgoing) {
        return new Liar(requirement, lie, caught, HONEST, () -> new Filters(outgoing.get(), FrameFilter.NONE));
    }

    static Liar hears(String requirement, String lie, String caught, Supplier<FrameFilter> incoming) {
        return new Liar(requirement, lie, caught, HONEST, () -> new Filters(FrameFilter.NONE, incoming.get()));
    }

    Liar alsoCalls(UnaryOperator<Sockets> more) {
        return new Liar(requirement, lie, caught, more, frames);
    }

    /// Whether it lies in what calls do and answer.
    boolean bendsCalls() {
        return !calls.equals(HONEST);
    }
}
