package io.sockspec.agent.check;

import io.sockspec.agent.Command;
import io.sockspec.spi.Capability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Plays the transcript to an agent, one fresh process for each story.
///
/// It ends by itself: every wait has a limit, and an agent that was silent a few times is not asked
/// any more.
public final class AgentCheck {
    private static final int MOST_SILENCES = 5;

    /// How long an agent may take.
    ///
    /// @param hello to start and to answer its first request
    /// @param call to answer any other request
    /// @param end to end, once its standard input has ended
    record Limits(Duration hello, Duration call, Duration end) {
        static final Limits USUAL = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(2));
    }

    /// Starts the agent.
    @FunctionalInterface
    interface Start {
        Agent start() throws IOException;
    }

    private final Start start;
    private final Transcript transcript;
    private final Limits limits;
    private final Tally tally;
    private final Consumer<String> say;
    private Set<Capability> declared = EnumSet.noneOf(Capability.class);
    private boolean started;
    private boolean greeted;
    private int silences;

    /// @param say takes one sentence for each wrong exchange, at once, and the count in the end
    AgentCheck(Start start, Transcript transcript, Limits limits, Consumer<String> say) {
        this.start = start;
        this.transcript = transcript;
        this.limits = limits;
        this.tally = new Tally(say);
        this.say = say;
    }

    /// Checks the agent that a command starts.
    ///
    /// @param say takes one sentence for each wrong exchange, at once, and the count in the end
    /// @return whether nothing was wrong
    public static boolean run(List<String> words, Consumer<String> say) {
        Command command = new Command(words);
        Optional<String> obstacle = command.obstacle();
        obstacle.ifPresent(clause -> say.accept("The agent cannot be started: " + clause + "."));
        return obstacle.isEmpty()
                && new AgentCheck(() -> new LiveAgent(command), Transcript.own(), Limits.USUAL, say).run();
    }

    /// Answers whether nothing was wrong.
    boolean run() {
        Path folder = folder();
        try {
            transcript.stories().forEach(story -> consider(story, folder));
        } finally {
            delete(folder);
        }
        if (silences >= MOST_SILENCES) {
            say.accept("It was not asked any more after it had kept the check waiting " + silences + " times.");
        }
        say.accept(tally.text());
        return tally.passed();
    }

    private void consider(Story story, Path folder) {
        Set<Capability> missing = EnumSet.noneOf(Capability.class);
        missing.addAll(story.needs());
        missing.removeAll(declared);
        if ((started && !greeted) || silences >= MOST_SILENCES) {
            tally.unreached(Transcript.exchanges(story));
        } else if (!missing.isEmpty()) {
            tally.undeclared(missing, Transcript.exchanges(story));
        } else {
            play(story, folder);
        }
    }

    private void play(Story story, Path folder) {
        started = true;
        try (Agent agent = start.start()) {
            Performance performance = new Performance(story, agent, limits, tally);
            performance.bind("folder", folder.toString());
            performance.play(transcript.greeting(), !greeted).ifPresent(capabilities -> {
                declared = capabilities;
                greeted = true;
            });
            silences += performance.silent() ? 1 : 0;
        } catch (IOException e) {
            tally.wrong("Line " + story.line() + ": the agent could not be started, " + e.getMessage() + ".");
            tally.unreached(Transcript.exchanges(story));
        }
        empty(folder);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("sockspec");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Removes what the agent's calls have left, such as the path of a socket.
    private static void empty(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(folder)) {
                    Files.delete(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        empty(folder);
        try {
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
