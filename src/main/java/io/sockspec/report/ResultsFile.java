package io.sockspec.report;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// The file `results.json` in the folder of a run.
final class ResultsFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Path.class, ToStringSerializer.instance))
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(NON_NULL))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;

    ResultsFile(Path folder) {
        file = folder.resolve("results.json");
    }

    /// Removes what an earlier run left, so that a run that is killed leaves nothing.
    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes the results so that a reader sees all of them or none.
    ///
    /// @throws NoResults if they cannot be written, on a full disk for example
    void write(Results results) {
        try {
            var folder = Files.createDirectories(file.toAbsolutePath().getParent());
            var draft = Files.createTempFile(folder, "results", ".tmp");
            try {
                Files.writeString(draft, JSON.writeValueAsString(results));
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new NoResults(file + " cannot be written: " + reason(e) + ".");
        }
    }

    /// Without the name of the draft.
    private static String reason(IOException e) {
        var reason = e instanceof FileSystemException it ? it.getReason() : null;
        return reason == null ? e.toString() : reason;
    }

    /// Reads the results.
    ///
    /// @throws NoResults if there are none that this version can read
    Results read() {
        if (!Files.isRegularFile(file)) {
            throw new NoResults(file + " does not exist: the run left no results.");
        }
        try {
            var tree = JSON.readTree(file.toFile());
            checkSchema(tree.path("schema").asString("none"));
            return JSON.treeToValue(tree, Results.class);
        } catch (JacksonException e) {
            throw new NoResults(file + " cannot be read: " + firstLine(e.getOriginalMessage()) + ".");
        }
    }

    private void checkSchema(String schema) {
        if (!Results.SCHEMA.equals(schema)) {
            throw new NoResults(file + " has the schema " + schema + ", this sockspec reads " + Results.SCHEMA + ".");
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
