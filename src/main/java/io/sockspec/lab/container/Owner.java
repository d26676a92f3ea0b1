package io.sockspec.lab.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The process that something belongs to: its number, its start, since numbers come again, and the
/// PID namespace in which the number counts.
///
/// @spec proc_pid_stat(5)
record Owner(String space, long pid, String start) {
    private static final Pattern TEXT = Pattern.compile("sockspec-(\\d+)-(\\d+)-(\\d+)(?:-.*)?");
    /// The field `starttime`, counted behind the command in brackets, which may hold blanks.
    private static final int START = 19;

    static Owner self() {
        long pid = ProcessHandle.current().pid();
        return new Owner(
                here(),
                pid,
                start(pid).orElseThrow(() -> new IllegalStateException("/proc/" + pid + "/stat cannot be read")));
    }

    private static String here() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid"))
                    .toString()
                    .replaceAll("\\D", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The owner that a name or a label begins with.
    static Optional<Owner> of(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Owner(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    /// A name that begins with this and that nothing else has.
    String fresh() {
        return this + "-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
    }

    /// Whether the process has ended; not of one whose number says nothing here.
    boolean isGone() {
        return space.equals(here()) && !start(pid).equals(Optional.of(start));
    }

    private static Optional<String> start(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[START]);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "sockspec-" + space + "-" + pid + "-" + start;
    }
}
