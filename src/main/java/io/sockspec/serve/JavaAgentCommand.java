package io.sockspec.serve;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/// The command that starts an agent in Java. It starts from a jar and an AOT cache, which are made
/// when they are first needed and used again while the classes and the JVM are the same.
///
/// @spec JEP 483, JEP 514
public final class JavaAgentCommand {
    private static final int KEY_DIGITS = 16;
    private static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "-XX:-UsePerfData",
            // The JVM would warn on standard output.
            "-Xlog:disable",
            "-Xlog:all=warning:stderr");

    private JavaAgentCommand() {}

    /// The words of the command, for the reference; any other name may be added to them.
    ///
    /// @param folder where the jar and the cache are kept; it is made if need be
    /// @throws IllegalStateException with one sentence when they cannot be made
    public static synchronized List<String> command(Path folder) {
        try {
            byte[] jar = AgentJar.of(home(JavaAgentCommand.class));
            List<Path> libraries = Stream.of(JsonNode.class, JsonParser.class, JsonInclude.class)
                    .map(JavaAgentCommand::home)
                    .distinct()
                    .toList();
            Path kept = Files.createDirectories(folder.toAbsolutePath().resolve("java-agent-" + key(jar, libraries)));
            Path cache = prepare(kept, jar, libraries);
            return words(List.of("-XX:AOTCache=" + cache), kept, libraries, AgentMain.class);
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException("the java-agent cannot be prepared in " + folder + ": " + e, e);
        }
    }

    /// Makes the jar and the cache that are not there yet; of several who come at once one makes
    /// them, and the others wait.
    private static Path prepare(Path kept, byte[] jar, List<Path> libraries) throws IOException {
        Path cache = kept.resolve("agent.aot");
        try (FileChannel lock = FileChannel.open(
                kept.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.exists(cache)) {
                Files.write(kept.resolve("agent.jar"), jar);
                Path draft = kept.resolve("draft.aot");
                CacheMaker.run(
                        words(List.of("-XX:AOTCacheOutput=" + draft), kept, libraries, Rehearsal.class), kept, draft);
                Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return cache;
    }

    private static List<String> words(List<String> cache, Path kept, List<Path> libraries, Class<?> main) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(FLAGS);
        words.addAll(cache);
        words.add("-cp");
        words.add(Stream.concat(Stream.of(kept.resolve("agent.jar")), libraries.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        words.add(main.getName());
        return words;
    }

    /// The folder or jar that a class was loaded from.
    private static Path home(Class<?> type) {
        var source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource(), "a class from nowhere");
        return Path.of(source.getLocation().getPath()).toAbsolutePath();
    }

    /// What the cache depends on. Of a library the JVM compares time and length as well, so they
    /// are enough here.
    private static String key(byte[] jar, List<Path> libraries) throws IOException {
        StringBuilder words = new StringBuilder()
                .append(System.getProperty("java.home"))
                .append(System.getProperty("java.vm.version"))
                .append(FLAGS);
        for (Path library : libraries) {
            words.append(library).append(Files.size(library)).append(Files.getLastModifiedTime(library));
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(words.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(jar)).substring(0, KEY_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JVM has SHA-256", impossible);
        }
    }
}
