package io.sockspec.lab.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Volume;
import io.sockspec.lab.LabFailure;
import io.sockspec.lab.NoLaboratory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/// A running container that plays a host, again and again: each lab gets a fresh network namespace
/// in it. It ends when the connection to it does.
final class HostContainer implements AutoCloseable {
    private static final String TUN = "/dev/net/tun";
    private static final String FOLDER = "/sockspec/run";
    private static final int PROTOCOL = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /// See [io.sockspec.lab.namespace]: a TCP table for each namespace, and the two limits that its
    /// size changes.
    private static final String ROWS_OF_CHILDREN = "/proc/sys/net/ipv4/tcp_child_ehash_entries";

    private static final byte[] ROWS = "1024\n".getBytes(StandardCharsets.UTF_8);
    private static final String[] LIMITS = {
        "/proc/sys/net/ipv4/tcp_max_tw_buckets", "/proc/sys/net/ipv4/tcp_max_syn_backlog"
    };

    private final Image image;
    private final Control control;
    private final Map<String, byte[]> limits = new HashMap<>();

    private HostContainer(Image image, Control control) {
        this.image = image;
        this.control = control;
    }

    /// Starts a container and returns when its first process answers.
    ///
    /// @throws NoLaboratory when the engine has no TUN device, or the image is no image of hosts
    /// @throws LabFailure when the engine refuses
    @SuppressWarnings("resource") // closed by the end of its connection, which is what this class is about
    static HostContainer start(Image image, Owner owner) {
        try (Doorway doorway = Doorway.open(owner.toString())) {
            GenericContainer<?> container = container(image, owner, doorway.folder());
            launch(container);
            String id = container.getContainerId().substring(0, 12);
            Control control = new Control("the container " + id, doorway.accept(PATIENCE));
            HostContainer host = new HostContainer(image, control);
            try {
                host.prepare();
                return host;
            } catch (RuntimeException problem) {
                host.close();
                throw problem;
            }
        }
    }

    private static GenericContainer<?> container(Image image, Owner owner, Path folder) {
        return new GenericContainer<>(DockerImageName.parse(image.tag()))
                .withImagePullPolicy(name -> false)
                .withNetworkMode("none")
                .withLabel(Engine.LABEL, owner.toString())
                .withCommand(FOLDER + "/" + Doorway.SOCKET)
                .withCreateContainerCmdModifier(create -> modify(create, folder))
                .withStartupCheckStrategy(new Connected())
                .waitingFor(new AbstractWaitStrategy() {
                    @Override
                    protected void waitUntilReady() {
                        // The connection is waited for.
                    }
                });
    }

    private static void modify(CreateContainerCmd create, Path folder) {
        HostConfig host = Objects.requireNonNull(create.getHostConfig());
        host.withAutoRemove(true)
                .withBinds(new Bind(folder.toString(), new Volume(FOLDER)))
                // SYS_ADMIN is what a fresh namespace takes; programs are started without it.
                .withCapAdd(Capability.NET_ADMIN, Capability.NET_RAW, Capability.NET_BIND_SERVICE, Capability.SYS_ADMIN)
                .withDevices(new Device("rwm", TUN, TUN))
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE));
    }

    /// That it connects says more than that it runs.
    private static final class Connected extends StartupCheckStrategy {
        @Override
        public StartupStatus checkStartupState(DockerClient client, String container) {
            return StartupStatus.SUCCESSFUL;
        }
    }

    private static void launch(GenericContainer<?> container) {
        try {
            container.start();
        } catch (ContainerLaunchException e) {
            String reason = reason(e);
            if (reason.contains(TUN)) {
                throw new NoLaboratory("No lab of containers can be made here (the engine cannot pass " + TUN
                        + " to a container); load the kernel module tun, or give the engine the device.");
            }
            throw new LabFailure("the engine does not start a host: " + reason);
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

    private void prepare() {
        int protocol = control.ask("protocol").number();
        if (protocol != PROTOCOL) {
            throw new NoLaboratory("No lab of containers can be made here (the image " + image + " speaks version "
                    + protocol + " of the hosts' protocol, and this sockspec version " + PROTOCOL
                    + "); build it anew with ci/images.");
        }
        if (control.ask(ROWS, "write", ROWS_OF_CHILDREN).succeeded()) {
            for (String each : LIMITS) {
                limits.put(each, control.ask("read", each).data().toArray());
            }
        }
    }

    Image image() {
        return image;
    }

    /// Goes to a fresh namespace.
    ///
    /// @throws LabFailure when the container is gone
    void renew() {
        control.due("make a network namespace", new byte[0], "renew");
        limits.forEach((file, value) -> control.ask(value, "write", file));
    }

    /// Ends what runs in it and leaves the namespace, which then ends.
    ///
    /// @throws LabFailure when the container is gone
    void leave() {
        control.due("end its programs", new byte[0], "clear");
        control.due("leave its network namespace", new byte[0], "home");
    }

    Control control() {
        return control;
    }

    @Override
    public void close() {
        control.close();
    }
}
