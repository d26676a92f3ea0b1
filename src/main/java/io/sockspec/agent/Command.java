package io.sockspec.agent;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The command that starts an agent: a program and its arguments.
public record Command(List<String> words) {
    /// A word is a run of plain characters and of quoted ones.
    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]+|'[^']*'|\"[^\"]*\")+");

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    public Command {
        words = List.copyOf(words);
    }

    /// Reads a command line: words between blanks, with `'` or `"` around what holds blanks itself.
    ///
    /// @throws IllegalArgumentException when there is no word, or a quote is not closed
    public static Command parse(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(QUOTED.matcher(word.group())
                    .replaceAll(
                            each -> Matcher.quoteReplacement(each.group(1) == null ? each.group(2) : each.group(1))));
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("the command of the agent is empty");
        }
        if (!WORD.matcher(line).replaceAll("").isBlank()) {
            throw new IllegalArgumentException(
                    "the command of the agent, " + line + ", has a quote that is not closed");
        }
        return new Command(words);
    }

    /// Why the program cannot be started, and what to do; empty when it can.
    public Optional<String> obstacle() {
        String program = words.getFirst();
        if (!program.contains("/")) {
            return onPath(program)
                    ? Optional.empty()
                    : Optional.of("there is no program '" + program
                            + "' on the PATH; install it, or name its file with a slash, such as ./" + program);
        }
        Path file = Path.of(program);
        if (!Files.isRegularFile(file)) {
            return Optional.of("there is no file " + program + "; the command starts in "
                    + Path.of("").toAbsolutePath());
        }
        return Files.isExecutable(file)
                ? Optional.empty()
                : Optional.of(program + " is not executable; run chmod +x on it, or name its interpreter before it");
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// The folder of the first word that names a file: that of the script, or of the program.
    Optional<Path> folder() {
        return words.stream()
                .flatMap(word -> file(word).stream())
                .findFirst()
                .map(file -> file.toAbsolutePath().getParent());
    }

    private static Optional<Path> file(String word) {
        try {
            Path file = Path.of(word);
            return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
