package io.sockspec.lab.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import io.sockspec.lab.LabFailure;
import io.sockspec.lab.NoLaboratory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/// The start of one container of hosts, up to the connection of its process 1.
final class Launch {
    static final String TUN = "/dev/net/tun";

    private static final String FOLDER = "/sockspec/run";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final int ID_DIGITS = 12;

    private final Engine engine;
    private final Image image;
    private final Owner owner;
    private final Path folder;

    private Launch(Engine engine, Image image, Owner owner) {
        this.engine = engine;
        this.image = image;
        this.owner = owner;
        this.folder = Path.of(System.getProperty("java.io.tmpdir"), owner.fresh());
    }

    /// Starts a container.
    ///
    /// @throws NoLaboratory when the engine has no TUN device
    /// @throws LabFailure when the engine refuses, or nothing connects; nothing is left then
    static Control of(Image image, Engine engine, Owner owner) {
        Launch launch = new Launch(engine, image, owner);
        try (Caretaker caretaker = Caretaker.watch(engine.socket(), launch.folder, image);
                Doorway doorway = Doorway.open(launch.folder)) {
            Objects.requireNonNull(caretaker);
            return launch.connect(doorway);
        }
    }

    private String name() {
        return folder.getFileName().toString();
    }

    @SuppressWarnings("resource") // ends with its connection
    private Control connect(Doorway doorway) {
        try {
            GenericContainer<?> container = container();
            launch(container);
            String id = container.getContainerId().substring(0, ID_DIGITS);
            awaitConnection(doorway, id);
            return new Control(id, doorway.accept());
        } catch (RuntimeException problem) {
            engine.remove(name());
            throw problem;
        }
    }

    private GenericContainer<?> container() {
        return new GenericContainer<>(DockerImageName.parse(image.tag()))
                .withImagePullPolicy(name -> false)
                .withNetworkMode("none")
                .withLabel(Engine.LABEL, owner.toString())
                .withCommand(FOLDER + "/" + Doorway.SOCKET)
                .withCreateContainerCmdModifier(this::modify)
                .withStartupCheckStrategy(new Connected())
                .waitingFor(new AbstractWaitStrategy() {
                    @Override
                    protected void waitUntilReady() {
                        // The connection is waited for.
                    }
                });
    }

    private void modify(CreateContainerCmd create) {
        HostConfig host = Objects.requireNonNull(create.getHostConfig());
        create.withName(name());
        host.withAutoRemove(true)
                // Where a mount is asked for as a "bind", engines make a folder that is gone anew.
                .withMounts(List.of(new Mount()
                        .withType(MountType.BIND)
                        .withSource(folder.toString())
                        .withTarget(FOLDER)))
                // SYS_ADMIN is what a fresh namespace takes; programs are started without it.
                .withCapAdd(Capability.NET_ADMIN, Capability.NET_RAW, Capability.NET_BIND_SERVICE, Capability.SYS_ADMIN)
                // Where AppArmor is on, its usual profile forbids to write to /proc/sys.
                .withSecurityOpts(List.of("apparmor=unconfined"))
                .withDevices(new Device("rwm", TUN, TUN))
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE));
    }

    /// That it connects says more than that it runs. The check itself would be made at most once a
    /// second, whatever number of containers is started.
    private static final class Connected extends StartupCheckStrategy {
        @Override
        public boolean waitUntilStartupSuccessful(DockerClient client, String container) {
            return true;
        }

        @Override
        public StartupStatus checkStartupState(DockerClient client, String container) {
            return StartupStatus.SUCCESSFUL;
        }
    }

    private void launch(GenericContainer<?> container) {
        try {
            container.start();
        } catch (ContainerLaunchException e) {
            String reason = reason(e);
            if (reason.contains(TUN)) {
                throw new NoLaboratory("No lab of containers can be made here (the engine cannot pass " + TUN
                        + " to a container); load the kernel module tun, or give the engine the device.");
            }
            throw new LabFailure(engine + " does not start a host: " + reason);
        }
    }

    /// What the engine said, without what Testcontainers put around it.
    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).replaceAll("\\s+", " ").replaceFirst("^Status \\d+: ", "");
    }

    private void awaitConnection(Doorway doorway, String id) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!doorway.isEntered(LOOK_AGAIN)) {
            boolean late = System.nanoTime() > deadline;
            if (late || !engine.runs(id)) {
                throw new LabFailure("the container %s of %s %s; name an image with /sockspec/host as process 1"
                        .formatted(
                                id,
                                image,
                                late
                                        ? "has not connected within " + PATIENCE.toSeconds() + " s"
                                        : "ended before it connected"));
            }
        }
    }
}
