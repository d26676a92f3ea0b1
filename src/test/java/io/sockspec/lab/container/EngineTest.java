package io.sockspec.lab.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.lab.LabPlan;
import io.sockspec.lab.NoLaboratory;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said where no engine can be had. The environment is a process's own, so each has a JVM.
class EngineTest {
    private static final String NONE = "No lab of containers can be made here (";
    private static final String NAMED = "start the engine that ";
    private static final String CHOOSE = " names, or choose another.";

    @TempDir
    private Path folder;

    public static void main(String[] arguments) {
        try {
            ContainerLaboratory.open(ContainerLaboratory.HOST)
                    .open(LabPlan.of("client"))
                    .close();
            System.out.println("a lab was made");
        } catch (NoLaboratory e) {
            System.out.println(e.getMessage());
        }
    }

    /// What is said, within the two seconds that it may take, a JVM's start beside them.
    private static String said(Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        return said(List.of(), environment, options);
    }

    /// @param words what to start the JVM by
    private static String said(List<String> words, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(words);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EngineTest.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command);
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
                .isEqualTo(NONE + folder + "/nowhere: No such file or directory); " + NAMED + "DOCKER_HOST" + CHOOSE);
    }

    @Test
    void anEngineThatHasEnded() throws Exception {
        Path socket = folder.resolve("socket");
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(said(Map.of("DOCKER_HOST", "unix://" + socket)))
                .isEqualTo(NONE + socket + ": Connection refused); " + NAMED + "DOCKER_HOST" + CHOOSE);
    }

    /// Root is refused only without the capability to pass over permissions.
    @Test
    void anEngineThatOthersUse() throws Exception {
        Path socket = folder.resolve("socket");
        List<String> asNobody = "root".equals(System.getProperty("user.name"))
                ? List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
                : List.of();
        try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            other.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, Set.of());
            assertThat(said(asNobody, Map.of("DOCKER_HOST", "unix://" + socket)))
                    .isEqualTo(NONE + socket + ": Permission denied); run as root or join the group of that socket.");
        }
    }

    @Test
    void anImageThatIsNotThere() throws Exception {
        TestEngine.reach();
        assertThat(said(Map.of(), "-Dsockspec.image.host=nowhere:1"))
                .isEqualTo(NONE + "the engine has no image nowhere:1); name one that is there with"
                        + " -Dsockspec.image.host, or leave that out and build one with ci/images.");
    }

    @Test
    void anEngineWithoutTheTunDevice() throws Exception {
        String hidden = "mount -t tmpfs none /dev/net && exec \"$@\"";
        try (OwnEngine engine = OwnEngine.start(Image.built("host"), "unshare", "--mount", "sh", "-c", hidden, "sh")) {
            assertThat(said(engine.environment()))
                    .isEqualTo(NONE + "the engine cannot pass /dev/net/tun to a container); load the kernel module tun,"
                            + " or give the engine the device.");
            assertThat(TestEngine.docker(engine.environment(), "ps", "--all", "--quiet"))
                    .isEmpty();
        }
    }

    @Test
    void anEngineElsewhere() throws Exception {
        assertThat(said(Map.of("DOCKER_HOST", "tcp://192.0.2.1:2375")))
                .isEqualTo(NONE + "the engine at tcp://192.0.2.1:2375, which DOCKER_HOST names, has no socket on this"
                        + " machine, so no descriptor can be passed); ci/in-container runs the suite itself there.");
    }

    @Test
    void theCurrentContext() throws Exception {
        Path meta = folder.resolve(
                "contexts/meta/d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa/meta.json");
        Files.createDirectories(meta.getParent());
        Files.writeString(meta, "{\"Endpoints\":{\"docker\":{\"Host\":\"unix://" + folder + "/nowhere\"}}}");
        Files.writeString(folder.resolve("config.json"), "{\"currentContext\":\"other\"}");
        assertThat(said(Map.of("DOCKER_CONFIG", folder.toString())))
                .isEqualTo(NONE + folder + "/nowhere: No such file or directory); " + NAMED
                        + "the docker context 'other'" + CHOOSE);
    }

    @Test
    void anEnvironmentInWhichAnImageWouldBePulled() throws Exception {
        assertThat(said(Map.of("TESTCONTAINERS_RYUK_DISABLED", "false")))
                .isEqualTo(NONE + "Testcontainers would pull images); set TESTCONTAINERS_RYUK_DISABLED=true in the"
                        + " environment, as ci/verify does.");
    }
}
