package io.sockspec.lab.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.lab.NoLaboratory;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said where no engine can be had. The environment is a process's own, so each has a JVM.
class EngineTest {
    private static final String NONE = "No lab of containers can be made here (";

    @TempDir
    private Path folder;

    public static void main(String[] arguments) {
        try {
            System.out.println(ContainerLaboratory.open(ContainerLaboratory.HOST));
        } catch (NoLaboratory e) {
            System.out.println(e.getMessage());
        }
    }

    /// What is said, within the two seconds that it may take, a JVM's start beside them.
    private static String said(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EngineTest.class.getName());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (var lines = process.inputReader()) {
            String said = String.join("\n", lines.readAllLines());
            process.waitFor();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void anEngineThatIsNotThere() throws Exception {
        assertThat(said(Map.of("DOCKER_HOST", "unix://" + folder + "/nowhere")))
                .isEqualTo(NONE + folder + "/nowhere: No such file or directory); ci/engine starts an engine.");
    }

    @Test
    void anEngineThatHasEnded() throws Exception {
        Path socket = folder.resolve("socket");
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(said(Map.of("DOCKER_HOST", "unix://" + socket)))
                .isEqualTo(NONE + socket + ": Connection refused); ci/engine starts an engine.");
    }

    @Test
    void anEngineElsewhere() throws Exception {
        assertThat(said(Map.of("DOCKER_HOST", "tcp://192.0.2.1:2375")))
                .isEqualTo(NONE + "the engine at DOCKER_HOST=tcp://192.0.2.1:2375 is not of this machine, so no"
                        + " descriptor can be passed); run sockspec where the engine is.");
    }

    @Test
    void anEnvironmentInWhichAnImageWouldBePulled() throws Exception {
        assertThat(said(Map.of("TESTCONTAINERS_RYUK_DISABLED", "false")))
                .isEqualTo(NONE + "Testcontainers would pull images); set TESTCONTAINERS_RYUK_DISABLED=true in the"
                        + " environment, as ci/verify does.");
    }
}
