package io.sockspec.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Which build of sockspec this is: a hash over its classes and features, the same for a folder and
/// for the jar made of it. Two runs of one build asked the same questions.
final class Build {
    private static final int DIGITS = 12;

    private Build() {}

    static String id() {
        try {
            var place = Path.of(Build.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                return id(place);
            }
            try (var jar = FileSystems.newFileSystem(place)) {
                return id(jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the classes of sockspec cannot be read", e);
        }
    }

    /// The hash of all files in a folder, whatever their times and order; a jar's own description
    /// is left out.
    static String id(Path folder) {
        try (var tree = Files.walk(folder)) {
            var digest = MessageDigest.getInstance("SHA-256");
            tree.filter(Files::isRegularFile)
                    .filter(file -> !name(folder, file).startsWith("META-INF/maven/")
                            && !name(folder, file).equals("META-INF/MANIFEST.MF"))
                    .sorted((one, other) -> name(folder, one).compareTo(name(folder, other)))
                    .forEach(file -> add(digest, name(folder, file), file));
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString();
    }

    private static void add(MessageDigest digest, String name, Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            digest.update((name + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
