package io.sockspec.lab.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import io.sockspec.lab.NoLaboratory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.TestcontainersConfiguration;

/// A container engine of this machine. What is not there is said at once: nothing is pulled, and
/// nothing is tried twice.
final class Engine {
    /// The label of all that is created; its value is the [Owner].
    static final String LABEL = "io.sockspec.owner";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path socket;
    private final DockerClient client;

    private Engine(Path socket, DockerClient client) {
        this.socket = socket;
        this.client = client;
    }

    /// The engine that the docker client would ask.
    ///
    /// @throws NoLaboratory when none answers
    static Engine reach() {
        requireEnvironment();
        Endpoint endpoint = Endpoint.of(System.getenv(), Path.of(System.getProperty("user.home")));
        Path socket = endpoint.socket();
        connect(socket, endpoint);
        tell(socket);
        try {
            Engine engine = new Engine(socket, DockerClientFactory.instance().client());
            boundTheEnd();
            return engine;
        } catch (IllegalStateException | DockerException e) {
            throw none("the engine does not answer Testcontainers: " + e.getMessage(), "look at its log");
        }
    }

    /// Testcontainers does not know contexts, and would remember in the user's home what it found.
    private static void tell(Path socket) {
        Properties settings = TestcontainersConfiguration.getInstance().getUserProperties();
        settings.remove("tc.host");
        settings.setProperty("docker.host", "unix://" + socket);
    }

    static NoLaboratory none(String found, String remedy) {
        return new NoLaboratory("No lab of containers can be made here ("
                + found.lines().findFirst().orElse("nothing is said") + "); " + remedy + ".");
    }

    /// Testcontainers reads these from the environment alone.
    private static void requireEnvironment() {
        boolean reaped = !Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
        boolean inside = Files.exists(Path.of("/.dockerenv")) && System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null;
        if (reaped || inside) {
            throw none(
                    "Testcontainers would pull images",
                    "set " + (reaped ? "TESTCONTAINERS_RYUK_DISABLED=true" : "TESTCONTAINERS_HOST_OVERRIDE=localhost")
                            + " in the environment, as ci/verify does");
        }
    }

    private static void connect(Path socket, Endpoint endpoint) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            throw none(
                    socket + ": " + reason,
                    reason.equals("Permission denied")
                            ? "run as root or join the group of that socket"
                            : endpoint.remedy());
        }
    }

    /// @throws NoLaboratory when the engine does not have it
    void require(Image image, String remedy) {
        try {
            client.inspectImageCmd(image.tag()).exec();
        } catch (NotFoundException e) {
            throw none("the engine has no image " + image, remedy);
        }
    }

    /// Removes what a killed suite left: containers that were made and never started, which end
    /// neither by themselves nor with their suite, and folders of sockets.
    void sweep() {
        List<Container> ours = client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(LABEL))
                .exec();
        for (Container each : ours) {
            if (isAbandoned(each.getLabels().getOrDefault(LABEL, ""))) {
                remove(each.getId());
            }
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, "sockspec-*")) {
            for (Path each : folders) {
                if (isAbandoned(each.getFileName().toString())) {
                    Doorway.delete(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAbandoned(String name) {
        return Owner.of(name).filter(Owner::isGone).isPresent();
    }

    /// Where it listens.
    Path socket() {
        return socket;
    }

    /// Whether a container has been started and has not ended.
    boolean runs(String container) {
        try {
            return Boolean.TRUE.equals(
                    client.inspectContainerCmd(container).exec().getState().getRunning());
        } catch (RuntimeException gone) {
            // So is the engine, perhaps.
            return false;
        }
    }

    /// Ends and removes a container, whatever state it is in. It is not waited for longer than an
    /// engine takes that answers at all, and the deadline of a scenario is no reason to leave it.
    void remove(String container) {
        Thread removal = Thread.ofPlatform().daemon().name("sockspec-removal").start(() -> {
            try {
                client.removeContainerCmd(container).withForce(true).exec();
            } catch (RuntimeException gone) {
                // It has ended by itself meanwhile, another suite sweeps, too, or the engine has ended.
            }
        });
        boolean interrupted = Thread.interrupted();
        try {
            removal.join(PATIENCE);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Testcontainers asks the engine once more when this process ends, without end if the engine
    /// hangs, and prints a stack trace if a container, or the engine, has ended by itself
    /// meanwhile.
    private static void boundTheEnd() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ignoreFailuresOf(DockerClientFactory.TESTCONTAINERS_THREAD_GROUP);
            Thread.ofPlatform().daemon().start(Engine::haltWhenLate);
        }));
    }

    private static void ignoreFailuresOf(ThreadGroup ignored) {
        Thread.@Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            ThreadGroup group = thread.getThreadGroup();
            if (!ignored.equals(group)) {
                Thread.setDefaultUncaughtExceptionHandler(before);
                group.uncaughtException(thread, failure);
            }
        });
    }

    private static void haltWhenLate() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        // It may come back early.
        for (long left; (left = deadline - System.nanoTime()) > 0; ) {
            LockSupport.parkNanos(left);
        }
        Runtime.getRuntime().halt(1);
    }

    @Override
    public String toString() {
        return "the engine at " + socket;
    }
}
