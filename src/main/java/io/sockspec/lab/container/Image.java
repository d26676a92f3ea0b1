package io.sockspec.lab.container;

import io.sockspec.lab.NoLaboratory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// An image of hosts, by the name that the engine knows it by.
///
/// The tag of one that `ci/images` builds is a hash of what it is made of, as
/// `containers/images` lists it: files of `containers`, and compiled classes of this version. What
/// the machine adds, which is its compiler, its C library, Python and the JDK, is not in the hash,
/// nor are libraries in Java, whose versions the first of the files names.
record Image(String tag) {
    private static final int HASH_DIGITS = 12;
    private static final String COMPILED = "classes/";

    /// The image of a name as `ci/images` builds it from the files of this version.
    static Image built(String name) {
        return new Image("sockspec-" + name + ":" + hash(inputs(name)));
    }

    private static List<String> inputs(String image) {
        return new String(shipped("images"), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> List.of(line.split(" ", -1)))
                        .filter(words -> words.getFirst().equals(image))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("containers/images has no " + image))
                        .stream()
                        .skip(1)
                        .toList();
    }

    private static String hash(List<String> inputs) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String input : inputs) {
                if (input.startsWith(COMPILED)) {
                    addCompiled(input.substring(COMPILED.length()), digest);
                } else {
                    digest.update(shipped(input));
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// All that is in a folder of this version's classes, which may be in a jar. Not as a resource:
    /// another place on the class path, such as that of tests, may have a folder of that name.
    private static void addCompiled(String folder, MessageDigest digest) {
        try {
            Path place = Path.of(Image.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                addFiles(place.resolve(folder), digest);
                return;
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                addFiles(jar.getPath(folder), digest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class was loaded from no URI", e);
        }
    }

    private static void addFiles(Path folder, MessageDigest digest) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> files = tree.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            for (Path file : files) {
                digest.update(Files.readAllBytes(file));
            }
        }
    }

    private static byte[] shipped(String input) {
        try (InputStream in = Image.class.getResourceAsStream("/containers/" + input)) {
            if (in == null) {
                throw new NoLaboratory("containers/" + input + " is missing on the class path; build sockspec anew.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return tag;
    }
}
