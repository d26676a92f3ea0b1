package io.sockspec.lab.container;

import io.sockspec.lab.LabFailure;
import io.sockspec.lab.NoLaboratory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// A running container that plays a host, again and again: each lab gets a fresh network namespace
/// in it. It ends when the connection to it does.
final class HostContainer implements AutoCloseable {
    private static final int PROTOCOL = 1;
    /// See [io.sockspec.lab.namespace]: a TCP table for each namespace, and the two limits that its
    /// size changes.
    private static final String ROWS_OF_CHILDREN = "/proc/sys/net/ipv4/tcp_child_ehash_entries";

    private static final byte[] ROWS = "1024\n".getBytes(StandardCharsets.UTF_8);
    private static final String[] LIMITS = {
        "/proc/sys/net/ipv4/tcp_max_tw_buckets", "/proc/sys/net/ipv4/tcp_max_syn_backlog"
    };

    private final Image image;
    private final Engine engine;
    private final Control control;
    private final Map<String, byte[]> limits = new HashMap<>();

    private HostContainer(Image image, Engine engine, Control control) {
        this.image = image;
        this.engine = engine;
        this.control = control;
    }

    /// Starts a container and returns when its first process answers.
    ///
    /// @throws NoLaboratory when the engine has no TUN device, or the image is of another version
    /// @throws LabFailure when the engine refuses, or the image is no image of hosts
    static HostContainer start(Image image, Engine engine, Owner owner) {
        HostContainer host = new HostContainer(image, engine, Launch.of(image, engine, owner));
        try {
            host.prepare();
            return host;
        } catch (RuntimeException problem) {
            host.kill();
            throw problem;
        }
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

    /// Ends one whose process 1 may not do so by itself any more.
    void kill() {
        control.close();
        engine.remove(control.container());
    }

    @Override
    public void close() {
        control.close();
    }
}
