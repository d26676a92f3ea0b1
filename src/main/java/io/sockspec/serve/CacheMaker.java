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

    /// Returns when the command has ended and filled a file.
    ///
    /// @throws IOException with a clause when it did not, and with what it said last
    static void run(List<String> command, Path filled) throws IOException {
        Path log = Files.createTempFile(filled.toAbsolutePath().getParent(), "cache", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0 || Files.size(filled) == 0) {
                String end = ended ? "ended with status " + process.exitValue() : "did not end in time";
                String said = Files.readString(log).lines().reduce("nothing", (before, last) -> last);
                throw new IOException("the JVM that makes it " + end + " and said: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was not waited for", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(log);
        }
    }
}
