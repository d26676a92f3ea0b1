package io.sockspec.serve;

import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Outcome.Failed;
import io.sockspec.socket.Outcome.Returned;
import io.sockspec.spi.Sockets;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A call whose parameters are read: what remains is to make it.
///
/// @param mayBlock whether others must not wait for it
record Call(boolean mayBlock, Function<Sockets, ObjectNode> make) {
    /// A call that answers nothing but success.
    static Call done(boolean mayBlock, Function<Sockets, Outcome<Done>> call) {
        return of(mayBlock, call, (success, result) -> {});
    }

    /// A call that never blocks.
    static <T> Call prompt(Function<Sockets, Outcome<T>> call, BiConsumer<T, ObjectNode> put) {
        return of(false, call, put);
    }

    /// A call whose answer is put into the result.
    static <T> Call of(boolean mayBlock, Function<Sockets, Outcome<T>> call, BiConsumer<T, ObjectNode> put) {
        return new Call(mayBlock, sockets -> {
            long began = System.nanoTime();
            long before = mayBlock ? Delay.ofThisThread() : 0;
            Outcome<T> outcome = call.apply(sockets);
            // First the delay: what comes between counts for the call.
            long delay = mayBlock ? Delay.ofThisThread() - before : 0;
            return result(outcome, put).put("us", Math.max(0, System.nanoTime() - began - delay) / 1000);
        });
    }

    private static <T> ObjectNode result(Outcome<T> outcome, BiConsumer<T, ObjectNode> put) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        if (outcome instanceof Returned<T>(T value)) {
            put.accept(value, result);
        } else if (outcome instanceof Failed<T>(var errno)) {
            result.put("errno", errno.toString());
        } else {
            throw new IllegalStateException("the implementation answered " + outcome);
        }
        return result;
    }
}
