package io.sockspec.agent;

import io.sockspec.socket.Outcome;
import io.sockspec.spi.Capability;
import io.sockspec.spi.NotOffered;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Makes calls by requests to one agent, or to a child of it.
final class Caller {
    private final Agent agent;
    private final Set<Capability> declared;
    private final @Nullable Integer child;

    Caller(Agent agent, Set<Capability> declared, @Nullable Integer child) {
        this.agent = agent;
        this.declared = declared;
        this.child = child;
    }

    Agent agent() {
        return agent;
    }

    Caller child(int number) {
        return new Caller(agent, declared, number);
    }

    boolean declares(Capability capability) {
        return declared.contains(capability);
    }

    /// Makes a call and waits for what it answers.
    ///
    /// @throws NotOffered when the agent has no such call
    /// @throws AgentFailed when it does anything but answer
    <T> Outcome<T> call(String method, ObjectNode params, Function<Members, T> reader) {
        List<String> blocked = declares(Capability.CONCURRENT) ? List.of() : agent.unanswered();
        if (!blocked.isEmpty()) {
            throw new NotOffered(method + " while " + blocked.getFirst() + " is blocked", Capability.CONCURRENT);
        }
        Members result = answer(method, params);
        try {
            measured(result);
            return result.has("errno")
                    ? new Outcome.Failed<>(OptionForm.failure(result))
                    : new Outcome.Returned<>(reader.apply(result));
        } catch (IllegalArgumentException e) {
            throw agent.fail("answered " + method + " wrongly: " + e.getMessage());
        }
    }

    private void measured(Members result) {
        if (result.has("us")) {
            Duration took = Duration.of(result.number("us", 0, Integer.MAX_VALUE), ChronoUnit.MICROS);
            AgentCall.current().ifPresent(call -> call.took(took));
        }
    }

    private Members answer(String method, ObjectNode params) {
        Request request = agent.send(method, params, child);
        AgentCall.current().ifPresent(call -> call.waitsFor(request));
        try {
            return request.await();
        } catch (Refused e) {
            throw new NotOffered(
                    String.valueOf(e.getMessage()), Needs.of(method, params).orElse(null));
        }
    }
}
