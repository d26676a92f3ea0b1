package io.sockspec.steps;

import io.sockspec.lab.relay.NoRelay;
import io.sockspec.lab.relay.Relay;
import io.sockspec.lab.relay.RelayProgram;
import io.sockspec.register.Blocked;
import io.sockspec.register.LabBroken;
import io.sockspec.socket.Port;
import io.sockspec.wire.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The relays of a scenario by their hosts, and the trouble they were told to make.
final class Relays {
    private final Scene scene;
    private final Map<String, Forwarding> relays = new LinkedHashMap<>();
    private final List<Told> told = new ArrayList<>();

    private record Forwarding(Relay relay, Endpoint upstream) {}

    private record Told(String host, Disturbance wanted) {
        @Override
        public String toString() {
            return host + " " + wanted.trouble().phrase("the stream towards " + wanted.towards());
        }
    }

    Relays(Scene scene) {
        this.scene = scene;
    }

    void forward(String host, Port port, Endpoint upstream) {
        if (relays.containsKey(host) || host.equals(scene.hosts().judged())) {
            throw new LabBroken(host + " cannot forward TCP port " + port
                    + ": a relay forwards one port, and does not run on the host that is judged");
        }
        relays.put(host, new Forwarding(relay(host, port, upstream), upstream));
    }

    private Relay relay(String host, Port port, Endpoint upstream) {
        try {
            return new Relay(
                    scene.hosts().lab().host(host),
                    RelayProgram::find,
                    port,
                    scene.hosts().address(upstream));
        } catch (NoRelay e) {
            throw new Blocked(Stage.sentence(e));
        }
    }

    void make(String host, Disturbance wanted) {
        scene.premise(scene.hosts().has(wanted.towards()), () -> "there is no host " + wanted.towards());
        forwarding(host).relay().make(wanted.trouble(), towardsServer(host, wanted));
        told.add(new Told(host, wanted));
    }

    void goDown(String host) {
        scene.act();
        forwarding(host).relay().goDown();
    }

    private Forwarding forwarding(String host) {
        Forwarding found = relays.get(host);
        if (found == null) {
            throw new LabBroken(host + " forwards nothing; say 'Given " + host
                    + " forwards TCP port 8080 to server on TCP port 8080' before");
        }
        return found;
    }

    private boolean towardsServer(String host, Disturbance wanted) {
        return forwarding(host).upstream().place().equals(wanted.towards());
    }

    /// The trouble that the wire saw nothing of.
    Stream<String> idle() {
        if (told.isEmpty()) {
            return Stream.empty();
        }
        List<Frame> frames = scene.wire().log();
        return told.stream().filter(each -> !acted(each, frames)).map(Told::toString);
    }

    private boolean acted(Told each, List<Frame> frames) {
        boolean towardsServer = towardsServer(each.host(), each.wanted());
        return each.wanted().trouble().acted(forwarding(each.host()).relay().passage(frames, towardsServer));
    }

    /// Ends the relays; one that ended before makes the scenario broken.
    void close() {
        relays.values().forEach(each -> each.relay().close());
    }
}
