package io.sockspec.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the JVM that makes an AOT cache.
final class CacheMaker {
    private static final int PATIENCE_SECONDS = 60;

    private CacheMaker() {}

    /// Returns when the command has ended and made a file. What it prints goes to a log in the folder,
    /// which stays when the command fails.
    ///
    /// @throws IOException with a clause when it made none
    static void run(List<String> command, Path folder, Path made) throws IOException {
        Path log = folder.resolve("cache.log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0 || !Files.exists(made)) {
                String end = ended ? "ended with status " + process.exitValue() : "did not end in time";
                throw new IOException("the JVM that makes the cache " + end + ", see " + log);
            }
            Files.delete(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the wait for the cache was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
