package io.sockspec;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.lab.container.TestEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run with a folder on a file system of its own that is full. A capture that does not fit
/// changes
/// no verdict, which [io.sockspec.steps] tests.
class DiskFullTest {
    /// Mounts the first argument, fills it, and becomes the rest.
    private static final String FULL = """
            mount -t tmpfs -o size=64k,nr_inodes=8 none "$0" && cd "$0" || exit
            mkdir kept
            while mkdir full$((n += 1)) 2> /dev/null; do :; done
            exec "$@"
            """;

    @TempDir
    private Path folder;

    @Test
    void resultsThatDoNotFitAreOneSentence() throws Exception {
        String kept = folder.resolve("kept").toString();
        assertThat(judge("--output=" + kept, "--tags=@ADDR-ORDER-03"))
                .containsExactly(kept + "/results.json cannot be written: No space left on device.");
    }

    @Test
    void aSocketFolderThatCannotBeMadeIsOneSentence() throws Exception {
        TestEngine.requireHosts();
        assertThat(judge(
                        "--lab=containers",
                        "--output=" + Path.of("target", "disk-full").toAbsolutePath()))
                .singleElement()
                .asString()
                .matches("No verdict: no folder for a host's socket can be made: " + folder
                        + "/sockspec-[-0-9a-f]+: No space left on device");
    }

    /// What it prints.
    private List<String> judge(String... arguments) throws IOException {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root can mount a file system");
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", FULL, folder.toString()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-Djava.io.tmpdir=" + folder, "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Sockspec.class.getName(), "judge"));
        command.addAll(List.of(arguments));
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var lines = run.inputReader()) {
            return lines.readAllLines();
        } finally {
            run.destroyForcibly();
        }
    }
}
