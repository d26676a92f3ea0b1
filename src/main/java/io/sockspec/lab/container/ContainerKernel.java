package io.sockspec.lab.container;

import io.sockspec.lab.Door;
import io.sockspec.lab.InterfacePlan;
import io.sockspec.lab.NoLaboratory;
import io.sockspec.lab.NoSuchSetting;
import io.sockspec.lab.NotPermitted;
import io.sockspec.lab.TapPort;
import io.sockspec.lab.namespace.AddressWatch;
import io.sockspec.lab.namespace.Kernel;
import io.sockspec.lab.namespace.NetlinkBatch;
import io.sockspec.lab.namespace.Sysctl;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import io.sockspec.spi.Program;
import io.sockspec.wire.Port;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The kernel of a host in a container, asked through process 1 there. This process needs no
/// privilege for it.
final class ContainerKernel implements Kernel {
    private static final String ROUTE = "0";
    private static final String SOCK_DIAG = "4";
    private static final byte[] NOTHING = {};
    private static final Errno EACCES = Errno.named("EACCES");
    private static final Errno ENOENT = Errno.named("ENOENT");
    /// What open() says where the device is not there, or the container may not have it.
    private static final Set<Errno> NO_TUN =
            Set.of(ENOENT, EACCES, Errno.named("EPERM"), Errno.named("ENXIO"), Errno.named("ENODEV"));

    private final Control control;
    private final Runnable release;

    /// @param control of a container that is in a fresh namespace
    /// @param release gives the container back
    ContainerKernel(Control control, Runnable release) {
        this.control = control;
        this.release = release;
    }

    @Override
    public <T> T in(Supplier<T> call) {
        throw new UnsupportedOperationException(
                "what runs in this process cannot enter " + control + "; use -Dsockspec.lab=namespaces for it");
    }

    @Override
    public Optional<Program> start(List<String> words) {
        return Optional.of(ContainerProgram.start(control, words));
    }

    @Override
    public Door door(int port) {
        return ContainerDoor.open(control, port);
    }

    @Override
    public Port port(String host, InterfacePlan plan) {
        int fd = tap(plan.name());
        String name = plan.name().equals("eth0") ? host : host + "." + plan.name();
        return new TapPort(host, name, plan.segment(), fd);
    }

    private int tap(String name) {
        Control.Answer answer = control.ask("tap", name);
        if (NO_TUN.contains(answer.error())) {
            throw new NoLaboratory("No lab of containers can be made here (" + control + " may not open " + Launch.TUN
                    + ": " + answer.error() + "); let "
                    // A rootless engine passes what its user may not open.
                    + (answer.error().equals(EACCES)
                            ? "the engine's user open that device (chmod 666)."
                            : "the engine pass that device to containers."));
        }
        return control.descriptor(answer, "make the TAP device " + name);
    }

    @Override
    public int index(String interfaceName) {
        return control.due("find the interface '" + interfaceName + "'", NOTHING, "index", interfaceName)
                .number();
    }

    @Override
    public String read(String setting) {
        Control.Answer answer = control.ask("read", Sysctl.path(setting));
        require(answer, setting, "read");
        return answer.data().asText().stripTrailing();
    }

    @Override
    public void write(String setting, String value) {
        byte[] text = (value + "\n").getBytes(StandardCharsets.UTF_8);
        require(control.ask(text, "write", Sysctl.path(setting)), setting, "set to " + value);
    }

    private static void require(Control.Answer answer, String setting, String act) {
        if (!answer.succeeded()) {
            throw answer.error().equals(ENOENT)
                    ? new NoSuchSetting("this kernel has no setting " + setting + " that a host has for itself")
                    : new NotPermitted("%s cannot be %s here: %s".formatted(setting, act, answer.error()));
        }
    }

    @Override
    public String table(String file) {
        Control.Answer answer = control.ask("read", "/proc/thread-self/net/" + file);
        return answer.succeeded() ? answer.data().asText() : "";
    }

    @Override
    public void route(NetlinkBatch messages) {
        messages.readAnswers(netlink(ROUTE, messages), other -> {});
    }

    @Override
    public void dumpSockets(NetlinkBatch request, Consumer<Bytes> answer) {
        request.readAnswers(netlink(SOCK_DIAG, request), answer);
    }

    @Override
    public void tellSockets(NetlinkBatch messages) {
        netlink(SOCK_DIAG, messages);
    }

    private Bytes netlink(String protocol, NetlinkBatch messages) {
        return control.due("use netlink", messages.bytes(), "netlink", protocol).data();
    }

    @Override
    public AddressWatch watch() {
        return AddressWatch.by(control.descriptor(control.ask("watch"), "watch addresses"));
    }

    @Override
    public void close() {
        release.run();
    }
}
