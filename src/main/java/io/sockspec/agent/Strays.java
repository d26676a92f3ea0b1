package io.sockspec.agent;

import io.sockspec.libc.Child;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ends what agents leave behind: every process that carries the mark its agent was given in its
/// environment, whatever session or namespace it has gone to.
final class Strays {
    private static final Path PROC = Path.of("/proc");
    /// Rounds until none is found; each may start another before it is killed.
    private static final int ROUNDS = 100;

    private static final String VARIABLE = "SOCKSPEC_AGENT";
    /// Processes are known by other numbers in another PID namespace.
    private static final String SPACE = namespace();

    private static final Pattern MARK = Pattern.compile(VARIABLE + "=" + SPACE + "-(\\d+)[.]\\d+\0");

    private Strays() {}

    /// What to put into the environment of an agent, unlike that of any other.
    static Map.Entry<String, String> variable(int number) {
        return Map.entry(VARIABLE, SPACE + "-" + ProcessHandle.current().pid() + "." + number);
    }

    private static String namespace() {
        try {
            return Files.readSymbolicLink(PROC.resolve("self/ns/pid"))
                    .toString()
                    .replaceAll("\\D", "");
        } catch (IOException e) {
            throw new IllegalStateException("/proc/self/ns/pid cannot be read", e);
        }
    }

    /// Ends all that carry the variable.
    static void end(Map.Entry<String, String> variable) {
        String mark = variable.getKey() + "=" + variable.getValue() + "\0";
        for (int round = 0; round < ROUNDS && killed(it -> it.contains(mark)); round++) {
            Thread.onSpinWait();
        }
    }

    /// Ends the agents of suites that were killed in the moment they started them, before the agent
    /// was bound to its suite's life.
    static void endOrphans() {
        killed(environment -> {
            Matcher mark = MARK.matcher(environment);
            return mark.find() && !Files.exists(PROC.resolve(mark.group(1)));
        });
    }

    /// Whether a process whose environment fits was found and killed.
    private static boolean killed(Predicate<String> which) {
        boolean found = false;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (which.test(environment(process))) {
                    Child.killStray(Integer.parseInt(process.getFileName().toString()));
                    found = true;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("/proc cannot be listed", e);
        }
        return found;
    }

    /// Empty for a process of somebody else, one that has just ended, and a zombie.
    private static String environment(Path process) {
        try {
            return Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
