package io.sockspec.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The jar that an agent starts from. The JVM takes a cache for jars alone, so compiled classes in
/// a folder are packed; the same classes make the same bytes.
final class AgentJar {
    private static final String ROOT = "io/sockspec/";
    private static final List<String> AREAS = List.of("agent", "host", "libc", "serve", "socket", "spi");
    private static final FileTime TIME = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));
    private static final String PROVIDERS = "META-INF/services/io.sockspec.spi.Implementation";

    private AgentJar() {}

    /// Writes a jar. Every run gives it the same time: the JVM refuses a cache whose jar was
    /// written
    /// at another.
    static void write(byte[] jar, Path to) throws IOException {
        Files.write(to, jar);
        Files.setLastModifiedTime(to, TIME);
    }

    /// The bytes of the jar for classes in a folder or in a jar.
    static byte[] of(Path classes) throws IOException {
        return Files.isDirectory(classes) ? pack(classes) : Files.readAllBytes(classes);
    }

    private static byte[] pack(Path classes) throws IOException {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(jar)) {
            for (String area : AREAS) {
                for (Path file : files(classes.resolve(ROOT + area))) {
                    add(classes.relativize(file).toString(), Files.readAllBytes(file), entries);
                }
            }
            add(PROVIDERS, providers(classes).getBytes(StandardCharsets.UTF_8), entries);
        }
        return jar.toByteArray();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// The implementations that are no agents themselves, one in each line.
    private static String providers(Path classes) throws IOException {
        return Files.readAllLines(classes.resolve(PROVIDERS)).stream()
                .filter(line -> line.startsWith("io.sockspec.host."))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static void add(String name, byte[] content, ZipOutputStream entries) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(TIME);
        entries.putNextEntry(entry);
        entries.write(content);
    }
}
