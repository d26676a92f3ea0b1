package io.sockspec.agent;

import io.sockspec.libc.Child;
import io.sockspec.libc.Child.NotStarted;
import io.sockspec.spi.Place;
import io.sockspec.spi.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A program of this machine, in the namespace of a host: a child of this JVM, which is killed when
/// the JVM ends in whatever way.
final class LocalProgram implements Program {
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

    private final Child child;
    private final Map.Entry<String, String> mark;

    private LocalProgram(Child child, Map.Entry<String, String> mark) {
        this.child = child;
        this.mark = mark;
    }

    /// @throws AgentFailed when the machine refuses to start it
    static LocalProgram start(List<String> command, Place place) {
        List<String> words = new ArrayList<>(FRAME);
        words.addAll(command);
        Map.Entry<String, String> mark = Strays.variable(STARTED.incrementAndGet());
        Map<String, String> environment = new LinkedHashMap<>();
        VARIABLES.forEach(name -> environment.computeIfAbsent(name, System::getenv));
        environment.put(mark.getKey(), mark.getValue());
        return new LocalProgram(start(words, environment, place), mark);
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

    @Override
    public int input() {
        return child.input();
    }

    @Override
    public int output() {
        return child.output();
    }

    @Override
    public int errors() {
        return child.errors();
    }

    @Override
    public boolean hasEnded() {
        return child.hasEnded();
    }

    @Override
    public String ending() {
        return child.ending();
    }

    @Override
    public void end() {
        child.kill();
        Strays.end(mark);
    }
}
