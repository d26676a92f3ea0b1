package io.sockspec.agent;

import io.sockspec.libc.Child;
import io.sockspec.libc.Child.NotStarted;
import io.sockspec.spi.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The process of an agent: lines go in and come out, and nothing of it is left when it is closed.
///
/// It runs with the three capabilities that socket calls may need, and is killed when this JVM ends
/// in whatever way.
public final class AgentProcess implements AutoCloseable {
    /// The longest line of the protocol.
    public static final int LINE_BYTES = 1 << 20;

    private static final List<String> FRAME = List.of(
            "setpriv",
            "--pdeathsig=KILL",
            "--no-new-privs",
            "--inh-caps=-all",
            "--bounding-set=-all,+net_admin,+net_raw,+net_bind_service",
            "--");
    private static final List<String> VARIABLES = List.of("PATH", "HOME", "LANG", "TMPDIR");
    private static final AtomicInteger STARTED = new AtomicInteger();

    /// A child is told of the end of the thread that started it, so that thread lives as long as
    /// the
    /// JVM.
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("agent starter").factory());

    /// What comes from the agent; called by one thread.
    public interface Listener {
        /// A line without its end.
        void line(byte[] line);

        /// Nothing more comes.
        ///
        /// @param clause why, to be put behind the agent's name: `ended with status 3`
        void ended(String clause);
    }

    private final Child child;
    private final Map.Entry<String, String> mark;
    private final Streams streams;

    private AgentProcess(Child child, Map.Entry<String, String> mark, Streams streams) {
        this.child = child;
        this.mark = mark;
        this.streams = streams;
    }

    /// Starts a command inside a place.
    ///
    /// @throws AgentFailed when the machine refuses to start it
    public static AgentProcess start(Command command, Place place, Listener listener) {
        List<String> words = new ArrayList<>(FRAME);
        words.addAll(command.words());
        Map.Entry<String, String> mark = Strays.variable(STARTED.incrementAndGet());
        Map<String, String> environment = new LinkedHashMap<>();
        VARIABLES.forEach(name -> environment.computeIfAbsent(name, System::getenv));
        environment.put(mark.getKey(), mark.getValue());
        Child child = start(words, environment, place);
        return new AgentProcess(child, mark, new Streams(child, listener));
    }

    private static Child start(List<String> words, Map<String, String> environment, Place place) {
        try {
            return STARTER.submit(() -> place.in(() -> start(words, environment)))
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof AgentFailed failed ? failed : new AgentFailed(e.getCause() + " was thrown");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AgentFailed("was not waited for, since the scenario was ended");
        }
    }

    private static Child start(List<String> words, Map<String, String> environment) {
        try {
            return Child.start(words, environment);
        } catch (NotStarted e) {
            throw new AgentFailed("could not be started: " + e.getMessage());
        }
    }

    /// Writes a line; the agent may not read it at once.
    ///
    /// @throws AgentFailed when it has closed its standard input
    public void write(byte[] line) {
        streams.write(line);
    }

    /// The end of what it wrote to its standard error.
    public String log() {
        return streams.log();
    }

    int pid() {
        return child.pid();
    }

    public boolean hasEnded() {
        return child.hasEnded();
    }

    /// Closes its standard input, which asks it to end.
    public void closeInput() {
        streams.closeInput();
    }

    /// Ends it and all it started, and returns when they are gone.
    @Override
    public void close() {
        child.kill();
        Strays.end(mark);
        streams.close();
    }
}
