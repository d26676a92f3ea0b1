package io.sockspec.lab.container;

import io.sockspec.lab.HostPlan;
import io.sockspec.lab.Lab;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.Laboratory;
import io.sockspec.lab.NoLaboratory;
import io.sockspec.lab.namespace.Kernel;
import io.sockspec.lab.namespace.NamespaceLab;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Makes labs whose hosts are containers. The first host of a plan, which is the one that is
/// judged, may be of an image of its own.
public final class ContainerLaboratory implements Laboratory {
    /// Names the image of hosts, where `ci/images` has not built it.
    public static final String HOST_IMAGE_PROPERTY = "sockspec.image.host";
    /// Names the image of the host that is judged.
    public static final String AGENT_IMAGE_PROPERTY = "sockspec.image.agent";

    /// The image of all hosts but the one that is judged.
    public static final String HOST = "host";

    private final Pool pool;
    private final Image first;
    private final Image others;

    ContainerLaboratory(Engine engine, Image first, Image others) {
        this.pool = new Pool(engine);
        this.first = first;
        this.others = others;
    }

    /// Makes the laboratory, and removes what a killed run has left of its own.
    ///
    /// @param judged the image of the host that is judged, by its name in `ci/images`
    /// @throws NoLaboratory when there is no engine, no image or no TUN device; the message says
    /// what was found, and the remedy
    public static Laboratory open(String judged) {
        Engine engine = Engine.reach();
        Image host = image(HOST_IMAGE_PROPERTY).orElseGet(() -> Image.built(HOST));
        Image agent = image(AGENT_IMAGE_PROPERTY).orElseGet(() -> judged.equals(HOST) ? host : Image.built(judged));
        engine.require(host, remedy(HOST_IMAGE_PROPERTY));
        engine.require(agent, remedy(AGENT_IMAGE_PROPERTY));
        engine.sweep();
        return new ContainerLaboratory(engine, agent, host);
    }

    private static Optional<Image> image(String property) {
        return Optional.ofNullable(System.getProperty(property)).map(Image::new);
    }

    private static String remedy(String property) {
        return System.getProperty(property) == null
                ? "build it with ci/images"
                : "name one that is there with -D" + property + ", or leave that out and build one with ci/images";
    }

    @Override
    public String transport() {
        return "tap";
    }

    @Override
    public Lab open(LabPlan plan) {
        List<HostPlan> hosts =
                plan.hosts().stream().filter(host -> !host.scripted()).toList();
        hosts.forEach(ContainerLaboratory::requireKernel);
        HostPlan judged = plan.hosts().getFirst();
        Deque<HostContainer> taken = new ArrayDeque<>(pool.take(
                hosts.stream().map(host -> host.equals(judged) ? first : others).toList()));
        return NamespaceLab.open(plan, transport(), host -> kernel(taken.pop()), () -> taken.forEach(pool::giveBack));
    }

    private Kernel kernel(HostContainer container) {
        return new ContainerKernel(container.control(), () -> pool.giveBack(container));
    }

    private static void requireKernel(HostPlan host) {
        if (host.ownStack()) {
            throw new NoLaboratory("Host " + host.name() + ", which brings its own TCP/IP stack, cannot be a container;"
                    + " use -Dsockspec.lab=namespaces.");
        }
    }

    @Override
    public String toString() {
        return "containers of " + others;
    }
}
