package io.sockspec.agent;

import io.sockspec.spi.Place;

/// The first exchange with an agent, which goes on while the scenario is set up.
final class Hello {
    private final Agent agent;
    private final Request request;
    private final Greeting before;
    private boolean checked;

    /// Says hello.
    ///
    /// @param before what the agent said of itself at the start of the run
    Hello(Agent agent, Place place, Greeting before) {
        this.agent = agent;
        this.before = before;
        request = agent.send("hello", Greeting.question(place), null);
    }

    /// Says hello and answers what the agent says of itself.
    static Greeting first(Agent agent, Place place) {
        return read(agent, agent.answer(agent.send("hello", Greeting.question(place), null), Agent.HELLO));
    }

    /// Returns when the agent has answered as it did at the start of the run.
    ///
    /// @throws AgentFailed when it does not
    synchronized void await() {
        if (!checked) {
            Greeting now = read(agent, agent.answer(request, Agent.HELLO));
            if (!now.equals(before)) {
                throw agent.fail("said hello as " + now + ", and at the start of the run as " + before);
            }
            checked = true;
        }
    }

    private static Greeting read(Agent agent, Members answer) {
        try {
            return Greeting.read(answer);
        } catch (IllegalArgumentException e) {
            throw agent.fail("answered hello wrongly: " + e.getMessage());
        }
    }
}
