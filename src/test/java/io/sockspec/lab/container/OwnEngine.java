package io.sockspec.lab.container;

import io.sockspec.lab.Labs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// An engine that is the test's own, so that it may be stopped; the test is skipped where none can
/// be started.
final class OwnEngine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Process engine;

    private OwnEngine(Path folder, Process engine) {
        this.folder = folder;
        this.engine = engine;
    }

    /// Starts it, with an image of the engine of this machine.
    ///
    /// @param words what to start it by, such as `unshare`; may be none
    static OwnEngine start(Image image, String... words) throws IOException, InterruptedException {
        TestEngine.require(image);
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root can start an engine");
        Path folder = Files.createTempDirectory("engine-").toRealPath();
        List<String> command = new ArrayList<>(List.of(words));
        command.addAll(List.of("dockerd", "--bridge", "none", "--iptables=false", "--ip6tables=false"));
        command.addAll(List.of("--data-root", folder + "/data", "--exec-root", folder + "/exec"));
        command.addAll(List.of("--pidfile", folder + "/pid", "--host", "unix://" + folder + "/socket"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        OwnEngine engine = new OwnEngine(folder, process);
        Labs.await("the engine answers", PATIENCE, engine::answers);
        engine.load(image);
        return engine;
    }

    private void load(Image image) throws IOException, InterruptedException {
        Path saved = folder.resolve("image.tar");
        TestEngine.docker("save", "--output", saved.toString(), image.tag());
        TestEngine.docker(environment(), "load", "--input", saved.toString());
    }

    private boolean answers() {
        try {
            TestEngine.docker(environment(), "version");
            return true;
        } catch (IOException | InterruptedException | AssertionError notYet) {
            return false;
        }
    }

    /// The environment in which it is the engine.
    Map<String, String> environment() {
        return Map.of("DOCKER_HOST", "unix://" + folder + "/socket");
    }

    Path socket() {
        return folder.resolve("socket");
    }

    /// How many containers run.
    int containers() {
        try {
            return TestEngine.docker(environment(), "ps", "--quiet").size();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Ends it at once, and nothing that it has started.
    void kill() {
        engine.destroyForcibly().onExit().join();
    }

    /// Ends all that it has started and takes its mounts away.
    @Override
    public void close() throws IOException {
        kill();
        Labs.await("nothing runs for the engine", PATIENCE, () -> {
            List<ProcessHandle> left = processes();
            left.forEach(ProcessHandle::destroyForcibly);
            return left.isEmpty();
        });
        for (String each : mounts()) {
            new ProcessBuilder("umount", each).start().onExit().join();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /// What has its folder among its arguments.
    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(each -> each.info()
                        .commandLine()
                        .filter(it -> it.contains(folder.toString()))
                        .isPresent())
                .filter(each -> !each.equals(ProcessHandle.current()))
                .toList();
    }

    private List<String> mounts() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/mounts")).stream()
                .map(each -> each.split(" ", -1)[1])
                .filter(each -> each.startsWith(folder.toString()))
                .sorted(Collections.reverseOrder())
                .toList();
    }
}
