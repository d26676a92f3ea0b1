package io.sockspec.steps;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/// The stage of a run, looked at before the first scenario: what would break all of them is said
/// once.
public final class Stage {
    private static final String FILE = "stopped.txt";

    private Stage() {}

    /// A run was stopped before its first scenario. The message is one sentence.
    public static final class Stopped extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        /// The sentence says it all, so there is no trace.
        private Stopped(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /// Sees that each property is known and has a value that it can have, and that the
    /// implementation and the laboratory are there.
    ///
    /// @throws Stopped with the first thing that is wrong; the file `stopped.txt` in the folder for
    ///     results says it too
    public static void check() {
        try {
            forget(Run.current().settings().output());
        } catch (RuntimeException e) {
            String sentence = sentence(e);
            leave(sentence);
            throw new Stopped(sentence);
        }
    }

    /// What stopped an earlier run does not stop this one.
    private static void forget(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sentence(RuntimeException refusal) {
        return Objects.requireNonNullElseGet(refusal.getMessage(), refusal::toString);
    }

    /// The folder that was asked for may be what is wrong.
    private static void leave(String sentence) {
        Set<String> folders = new LinkedHashSet<>();
        folders.add(System.getProperty("sockspec.output", ""));
        folders.add(Settings.USUAL_OUTPUT.toString());
        folders.remove("");
        for (String folder : folders) {
            try {
                Path usable = Files.createDirectories(Path.of(folder));
                Files.writeString(usable.resolve(FILE), sentence + "\n");
                // Those of an earlier run would pass for this one's.
                Files.deleteIfExists(usable.resolve("results.json"));
                return;
            } catch (IOException | InvalidPathException e) {
                // The next one, then; what is thrown says the sentence in any case.
            }
        }
    }
}
