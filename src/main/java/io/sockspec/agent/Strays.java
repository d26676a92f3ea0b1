package io.sockspec.agent;

import io.sockspec.libc.Child;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Ends what an agent started and left behind: every process that carries the mark it was given in
/// its environment, whatever session or namespace it has gone to.
final class Strays {
    private static final Path PROC = Path.of("/proc");
    /// Rounds until none is found; each may start another before it is killed.
    private static final int ROUNDS = 100;

    private Strays() {}

    static void end(String mark) {
        for (int round = 0; round < ROUNDS && killed(mark); round++) {
            Thread.onSpinWait();
        }
    }

    /// Whether a process with the mark was found and killed.
    private static boolean killed(String mark) {
        boolean found = false;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (environment(process).contains(mark)) {
                    Child.killStray(Integer.parseInt(process.getFileName().toString()));
                    found = true;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("/proc cannot be listed", e);
        }
        return found;
    }

    /// Empty for a process of somebody else, one that has just ended, and a zombie.
    private static String environment(Path process) {
        try {
            return Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
