package io.sockspec.agent;

import io.sockspec.spi.Capability;
import io.sockspec.spi.Implementation;
import io.sockspec.spi.ImplementationUnavailable;
import io.sockspec.spi.Place;
import io.sockspec.spi.Sockets;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An implementation that is judged through an agent. Each host gets an agent process of its own;
/// the first one is started outside of any host, to hear what it can do.
public class AgentImplementation implements Implementation {
    /// Where an agent is started for the first time, to hear what it can do.
    public interface Room {
        <T> T in(Function<Place, T> work);
    }

    private final @Nullable String name;
    private final Supplier<Command> command;
    private final Optional<Room> room;
    private @Nullable Known known;

    /// What is learnt once: the command, and what the agent says of itself.
    private record Known(Command command, Greeting greeting) {}

    /// An implementation that has a name before its agent was ever started.
    ///
    /// @param command makes the command, with all that must be built for it; called once, and may
    /// throw [ImplementationUnavailable]
    protected AgentImplementation(String name, Supplier<Command> command) {
        this.name = name;
        this.command = command;
        room = Optional.empty();
    }

    /// An implementation whose agent is a program of the hosts' own file systems.
    ///
    /// @param name null when the agent is to say it
    protected AgentImplementation(@Nullable String name, Command command, Room room) {
        this.name = name;
        this.command = () -> command;
        this.room = Optional.of(room);
    }

    private AgentImplementation(Command command) {
        this.name = null;
        this.command = () -> command;
        room = Optional.empty();
    }

    /// The implementation behind a command line, as `-Dsockspec.agent` gives it.
    ///
    /// @throws ImplementationUnavailable when the command cannot be read
    public static Implementation of(String commandLine) {
        try {
            return new AgentImplementation(Command.parse(commandLine));
        } catch (IllegalArgumentException e) {
            throw new ImplementationUnavailable(e.getMessage() + "; use -Dsockspec.agent='PROGRAM ARGUMENTS'", e);
        }
    }

    @Override
    public String name() {
        return name == null ? known().greeting().name() : name;
    }

    @Override
    public String version() {
        return known().greeting().version();
    }

    @Override
    public Profile profile() {
        return known().greeting().profile();
    }

    @Override
    public Set<Capability> capabilities() {
        return known().greeting().capabilities();
    }

    @Override
    public boolean ownStack() {
        return known().greeting().ownStack();
    }

    /// The file `deviations.yaml` in the folder of the agent's program.
    @Override
    public Optional<URL> deviations() {
        return known().command()
                .folder()
                .map(folder -> folder.resolve("deviations.yaml"))
                .filter(Files::isRegularFile)
                .map(AgentImplementation::url);
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a file has a URL", e);
        }
    }

    private synchronized Known known() {
        if (known == null) {
            Command start = command.get();
            known = room.isPresent() ? room.get().in(place -> ask(start, place)) : askHere(start);
        }
        return known;
    }

    private static Known askHere(Command command) {
        command.obstacle().ifPresent(sentence -> {
            throw new ImplementationUnavailable("the agent cannot be started: " + sentence);
        });
        Strays.endOrphans();
        return ask(command, Place.NOWHERE);
    }

    private static Known ask(Command command, Place place) {
        try {
            return new Known(command, greeting(new Agent("'" + command + "'", command, place), place));
        } catch (AgentFailed e) {
            throw new ImplementationUnavailable(String.valueOf(e.getMessage()), e);
        }
    }

    private static Greeting greeting(Agent agent, Place place) {
        try {
            return Greeting.of(agent, place);
        } finally {
            agent.kill();
        }
    }

    /// Starts an agent on the host.
    ///
    /// @throws AgentFailed when it does not say hello as it did at the start of the run
    @Override
    public Sockets open(Place place) {
        Known before = known();
        Agent agent = started(place, before);
        return new AgentSockets(
                new Caller(agent, before.greeting().capabilities(), null),
                before.greeting().ownStack());
    }

    private Agent started(Place place, Known before) {
        try (Turn _ = Turn.take()) {
            Agent agent = new Agent(name() + " on " + place.name(), before.command(), place);
            try {
                before.greeting().expect(agent, place);
            } catch (RuntimeException e) {
                agent.kill();
                throw e;
            }
            return agent;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AgentFailed("the agent " + name() + " was not started, since the scenario was ended");
        }
    }
}
