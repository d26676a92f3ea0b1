package io.sockspec.lab.container;

import io.sockspec.lab.NoLaboratory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/// The engine of this machine in tests; they are skipped, with the reason, where there is none.
public final class TestEngine {
    private TestEngine() {}

    static Engine reach() {
        try {
            return Engine.reach();
        } catch (NoLaboratory absent) {
            return Assumptions.abort(String.valueOf(absent.getMessage()));
        }
    }

    /// Sees that hosts can be made.
    public static void requireHosts() {
        require(Image.built(ContainerLaboratory.HOST));
    }

    static void require(Image image) {
        try {
            reach().require(image, "build it with ci/images");
        } catch (NoLaboratory absent) {
            Assumptions.abort(String.valueOf(absent.getMessage()));
        }
    }

    /// What the engine's own client says.
    public static List<String> docker(String... words) throws IOException, InterruptedException {
        return docker(Map.of(), words);
    }

    /// @param environment names another engine
    static List<String> docker(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process docker = builder.start();
        try (var lines = docker.inputReader()) {
            List<String> said = lines.readAllLines();
            if (docker.waitFor() != 0) {
                throw new AssertionError(command + ": " + said);
            }
            return said;
        }
    }
}
