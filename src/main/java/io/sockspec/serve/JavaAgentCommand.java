package io.sockspec.serve;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sockspec.agent.Programs;
import io.sockspec.spi.ImplementationUnavailable;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    /// Shared with the image.
    private static final List<String> FLAGS = new String(Programs.shipped("java-agent/options"), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .toList();

    private JavaAgentCommand() {}

    /// The words of the command that serves the reference; the name of another implementation may
    /// be added to them.
    ///
    /// @throws ImplementationUnavailable when the jar or the cache cannot be made
    public static List<String> words() {
        try {
            byte[] jar = AgentJar.of(home(JavaAgentCommand.class));
            List<Path> classPath = new ArrayList<>();
            classPath.add(Programs.made("agent.jar", jar, draft -> AgentJar.write(jar, draft)));
            Stream.of(JsonNode.class, JsonParser.class, JsonInclude.class)
                    .map(JavaAgentCommand::home)
                    .forEach(classPath::add);
            Path cache = Programs.made(
                    "agent.aot",
                    key(classPath),
                    draft -> CacheMaker.run(words("-XX:AOTCacheOutput=" + draft, classPath), draft));
            return words("-XX:AOTCache=" + cache, classPath);
        } catch (IOException e) {
            throw new ImplementationUnavailable("the java-agent cannot be prepared: " + e, e);
        }
    }

    private static List<String> words(String cache, List<Path> classPath) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(FLAGS);
        words.add(cache);
        words.add("-cp");
        words.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        words.add(AgentMain.class.getName());
        return words;
    }

    /// The folder or jar that a class was loaded from.
    private static Path home(Class<?> type) {
        var source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource(), "a class from nowhere");
        try {
            return Path.of(source.getLocation().toURI()).toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class was loaded from " + source, e);
        }
    }

    /// What the JVM compares before it takes a cache: itself, and path, time and length of each
    /// jar.
    private static byte[] key(List<Path> classPath) throws IOException {
        List<Object> parts = new ArrayList<>(FLAGS);
        parts.add(System.getProperty("java.home"));
        parts.add(System.getProperty("java.vm.version"));
        for (Path jar : classPath) {
            parts.addAll(List.of(jar, Files.getLastModifiedTime(jar), Files.size(jar)));
        }
        return parts.toString().getBytes(StandardCharsets.UTF_8);
    }
}
