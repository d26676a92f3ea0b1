package io.sockspec.agent;

import io.sockspec.socket.Outcome;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.spi.Processes.Child;
import io.sockspec.spi.Processes.Ended;
import io.sockspec.spi.Sockets;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/// A child process of an agent.
final class AgentChild implements Child {
    private final Caller parent;
    private final int number;
    private final AgentSockets sockets;

    AgentChild(Caller parent, int number) {
        this.parent = parent;
        this.number = number;
        sockets = new AgentSockets(parent.child(number), false);
    }

    private ObjectNode params() {
        return Agent.object().put("process", number);
    }

    private Outcome<Done> done(String method, ObjectNode params) {
        return parent.call(method, params, result -> Done.DONE);
    }

    @Override
    public Sockets sockets() {
        return sockets;
    }

    @Override
    public Outcome<Done> exec() {
        return done("exec", params());
    }

    @Override
    public Outcome<Done> kill(String signal) {
        return done("kill", params().put("signal", signal));
    }

    @Override
    public Outcome<Done> exit(int status) {
        return done("exit", params().put("status", status));
    }

    @Override
    public Outcome<Ended> await(Duration limit) {
        return parent.call(
                "wait",
                params().put("timeout", limit.toMillis()),
                result -> result.has("killed")
                        ? new Ended.Killed(result.text("killed"))
                        : new Ended.Exited((int) result.number("exited", 0, 255)));
    }
}
