package io.sockspec.agent;

import io.sockspec.spi.ImplementationUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The files of the agents that ship with sockspec. They are kept below `target/agents`, in a
/// folder
/// named after their contents, so that a changed one is made anew and two runs do not meet.
public final class Programs {
    private static final Path FOLDER = Path.of("target", "agents");
    private static final int HASH_DIGITS = 12;
    private static final long PATIENCE_SECONDS = 60;

    /// Writes a file of that name and contents, or what is made of them, into a folder.
    @FunctionalInterface
    public interface Maker {
        /// @throws IOException when it cannot be made; the message is shown to the user
        void make(Path file) throws IOException;
    }

    private Programs() {}

    /// The contents of a file below `containers`, as shipped.
    ///
    /// @throws ImplementationUnavailable when it is missing
    public static byte[] shipped(String path) {
        try (InputStream in = Programs.class.getResourceAsStream("/containers/" + path)) {
            if (in == null) {
                throw new ImplementationUnavailable("containers/" + path + " is missing on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ImplementationUnavailable("containers/" + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// The first of the files of a folder below `containers`, with the others beside it.
    static Path shipped(String folder, List<String> names) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<byte[]> contents =
                names.stream().map(name -> shipped(folder + "/" + name)).toList();
        contents.forEach(all::writeBytes);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            byte[] content = contents.get(i);
            files.add(made(names.get(i), all.toByteArray(), draft -> Files.write(draft, content)));
        }
        return files.getFirst();
    }

    /// The file of that name made of these contents, now or by an earlier run.
    ///
    /// @throws ImplementationUnavailable when it cannot be made
    public static Path made(String name, byte[] contents, Maker maker) {
        Path folder = FOLDER.toAbsolutePath();
        Path file = folder.resolve(hash(contents)).resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(folder, name, ".tmp");
            try {
                maker.make(draft);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            return file;
        } catch (IOException e) {
            throw new ImplementationUnavailable(file + " cannot be made: " + e.getMessage(), e);
        }
    }

    /// What a command prints that ends by itself.
    ///
    /// @throws IOException when it does not succeed within a minute; the message is what it said
    static String said(Command command) throws IOException {
        Process process =
                new ProcessBuilder(command.words()).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command.words().getFirst() + " said: "
                        + said.lines().findFirst().orElse("nothing"));
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command.words().getFirst() + " was not waited for", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String hash(byte[] contents) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(contents);
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
