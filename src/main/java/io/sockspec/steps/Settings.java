package io.sockspec.steps;

import io.sockspec.register.Shard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a user can set with `-Dsockspec.…`; an unknown name or a wrong value is refused with one
/// sentence.
record Settings(
        String implementation,
        Optional<String> agent,
        Duration deadline,
        boolean allCaptures,
        Path output,
        Optional<Path> deviations) {
    static final Path USUAL_OUTPUT = Path.of("target", "sockspec");

    private static final String PREFIX = "sockspec.";
    /// Each known property with what it means; the README's table is this list.
    static final Map<String, String> KNOWN = new TreeMap<>(Map.ofEntries(
            Map.entry("sockspec.agent", "the command of an agent to judge instead"),
            Map.entry("sockspec.implementation", "the implementation to judge"),
            Map.entry("sockspec.classpath", "jars with adapters, separated by commas; for mvn verify"),
            Map.entry("sockspec.deviations", "the list of known deviations, in place of the adapter's own"),
            Map.entry("sockspec.record", "whether to print the deviations to add: true or false"),
            Map.entry("sockspec.lab", "the laboratory: auto, namespaces or containers"),
            Map.entry("sockspec.image.agent", "with containers: the image of the host that is judged"),
            Map.entry("sockspec.image.host", "with containers: the image of the other hosts"),
            Map.entry("sockspec.transport", "how hosts reach the wire: auto, tap or packet"),
            Map.entry("sockspec.features", "more feature folders, separated by commas"),
            Map.entry("sockspec.shard", "the part of the catalogue to run, such as 2/8"),
            Map.entry("sockspec.strict", "whether a failed SHOULD fails the run: true or false"),
            Map.entry("sockspec.captures", "which captures are kept: failures or all"),
            Map.entry("sockspec.deadline", "the longest a scenario may take, in seconds"),
            Map.entry("sockspec.output", "the folder for results"),
            Map.entry("sockspec.relay", "the Toxiproxy server, a program"),
            Map.entry("sockspec.lineup", "for the suite's own tests: who plays the implementation")));

    /// @throws IllegalArgumentException with one sentence that names the property
    static Settings of(Properties properties) {
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX) && !KNOWN.containsKey(name)) {
                throw new IllegalArgumentException(
                        "-D" + name + " is not a property of sockspec; known are " + String.join(", ", KNOWN.keySet()));
            }
        }
        checkWire(properties);
        onOrOff(properties, "sockspec.strict");
        onOrOff(properties, "sockspec.record");
        checkShard(properties.getProperty(Shard.PROPERTY));
        checkFeatures(properties.getProperty("sockspec.features"));
        checkJars(properties.getProperty("sockspec.classpath"));
        return new Settings(
                properties.getProperty("sockspec.implementation", "reference"),
                agent(properties),
                seconds(properties.getProperty("sockspec.deadline", "30")),
                oneOf(properties, "sockspec.captures", "failures", "all").equals("all"),
                output(properties),
                deviations(properties.getProperty("sockspec.deviations")));
    }

    private static void checkWire(Properties properties) {
        String lab = oneOf(properties, "sockspec.lab", "auto", "namespaces", "containers");
        if (oneOf(properties, "sockspec.transport", "auto", "tap", "packet").equals("packet")
                && lab.equals("containers")) {
            throw new IllegalArgumentException(
                    "-Dsockspec.transport=packet is for namespaces; hosts in containers reach the wire by tap");
        }
    }

    private static Optional<String> agent(Properties properties) {
        Optional<String> agent = Optional.ofNullable(properties.getProperty("sockspec.agent"));
        if (agent.isPresent() && properties.getProperty("sockspec.implementation") != null) {
            throw new IllegalArgumentException(
                    "-Dsockspec.agent and -Dsockspec.implementation both name what is judged; use one of them");
        }
        return agent;
    }

    private static Optional<Path> deviations(@Nullable String file) {
        if (file == null) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(file);
            if (Files.isRegularFile(path) && Files.isReadable(path)) {
                return Optional.of(path);
            }
        } catch (InvalidPathException e) {
            // No file either.
        }
        throw new IllegalArgumentException(
                "-Dsockspec.deviations=" + file + " is no file that can be read; name a list of deviations");
    }

    /// The folder for results, made now.
    ///
    /// @throws IllegalArgumentException with one sentence when nothing can be written there
    private static Path output(Properties properties) {
        String text = properties.getProperty("sockspec.output", USUAL_OUTPUT.toString());
        if (text.isBlank()) {
            throw new IllegalArgumentException("-Dsockspec.output is empty; name a folder for results");
        }
        try {
            Path folder = Files.createDirectories(Path.of(text));
            if (Files.isWritable(folder)) {
                return folder;
            }
        } catch (IOException | InvalidPathException e) {
            // The sentence is the same whatever is in the way.
        }
        throw new IllegalArgumentException(
                "-Dsockspec.output=" + text + " is no folder that can be made or written to; name another");
    }

    private static void checkJars(@Nullable String jars) {
        if (jars == null) {
            return;
        }
        for (String jar : jars.split(",", -1)) {
            if (jar.isBlank() || !Files.isReadable(Path.of(jar))) {
                throw new IllegalArgumentException("-Dsockspec.classpath=" + jars + " names '" + jar
                        + "', which is no jar and no folder of classes that can be read");
            }
        }
    }

    private static void checkShard(@Nullable String shard) {
        if (shard != null && Shard.parse(shard).isEmpty()) {
            throw new IllegalArgumentException("-D" + Shard.PROPERTY + "=" + shard
                    + " is no part of the catalogue; write 2/8 for the second of eight, at most 1000");
        }
    }

    private static void checkFeatures(@Nullable String folders) {
        if (folders == null) {
            return;
        }
        for (String folder : folders.split(",", -1)) {
            if (!holdsFeatures(Path.of(folder.strip()))) {
                throw new IllegalArgumentException("-Dsockspec.features=" + folders + " names '" + folder.strip()
                        + "', which is no folder with a feature file in it");
            }
        }
    }

    private static boolean holdsFeatures(Path folder) {
        try (Stream<Path> tree = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return !folder.toString().isEmpty()
                    && tree.anyMatch(file -> file.toString().endsWith(".feature"));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /// Without a value it is on.
    private static void onOrOff(Properties properties, String name) {
        if (!properties.getProperty(name, "").isEmpty()) {
            oneOf(properties, name, "true", "false");
        }
    }

    /// The first of the values is meant when the property is not set.
    private static String oneOf(Properties properties, String name, String... allowed) {
        String value = properties.getProperty(name, allowed[0]);
        if (!List.of(allowed).contains(value)) {
            throw new IllegalArgumentException(
                    "-D" + name + "=" + value + " is not known; use one of " + String.join(", ", allowed));
        }
        return value;
    }

    private static Duration seconds(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(
                    "-Dsockspec.deadline=" + text + " is not a number of seconds, 1 to 9999");
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }
}
