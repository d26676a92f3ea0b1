package io.sockspec.steps;

import io.sockspec.lab.Host;
import io.sockspec.lab.HostInterface;
import io.sockspec.lab.HostPlan;
import io.sockspec.lab.InterfacePlan;
import io.sockspec.lab.Lab;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.NoLaboratory;
import io.sockspec.register.Blocked;
import io.sockspec.register.LabBroken;
import io.sockspec.register.Unsupported;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.spi.Place;
import io.sockspec.spi.Program;
import io.sockspec.spi.Sockets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The hosts of a scenario: the lab they stand in, who plays on each, and where each is.
final class Hosts {
    private final Map<String, Sockets> sockets = new LinkedHashMap<>();
    private List<String> names = List.of();
    private String judged = "";
    private @Nullable Lab lab;

    /// Makes the lab; the implementation under test plays on the first host, the reference on all
    /// others.
    void open(Run run, Lineup.Part part, LabPlan plan) {
        if (lab != null) {
            throw new LabBroken("the scenario has its hosts already: " + String.join(", ", names));
        }
        names = plan.hosts().stream().map(HostPlan::name).toList();
        judged = names.getFirst();
        Lab opened = open(run, part.implementation().ownStack() ? plan.withOwnStack(judged) : plan);
        lab = opened;
        opened.wire().filter(judged, part.outgoing(), part.incoming());
        for (Host host : opened.hosts()) {
            var player = host.name().equals(judged) ? part.implementation() : run.reference();
            sockets.put(host.name(), player.open(place(host)));
        }
    }

    private static Lab open(Run run, LabPlan plan) {
        try {
            return run.laboratory().open(plan);
        } catch (NoLaboratory e) {
            throw new Blocked(Stage.sentence(e));
        }
    }

    static Place place(Host host) {
        return new Place() {
            @Override
            public String name() {
                return host.name();
            }

            @Override
            public List<Interface> interfaces() {
                return host.interfaces().stream().map(Hosts::described).toList();
            }

            @Override
            public <T> T in(Supplier<T> call) {
                return host.in(call);
            }

            @Override
            public Optional<Program> start(List<String> words) {
                return host.start(words);
            }
        };
    }

    private static Place.Interface described(HostInterface each) {
        InterfacePlan plan = each.plan();
        return new Place.Interface(
                plan.name(), plan.mac(), plan.ip4(), plan.prefixLength(), Optional.empty(), plan.mtuBytes());
    }

    /// What a scenario sets in the kernel of a host; a stack that an implementation brings cannot
    /// be told.
    void requireKernel(String host, String setting) {
        if (host.equals(judged) && Run.current().judged().ownStack()) {
            throw new Unsupported(
                    Run.current().judged().name() + " brings its own stack, which cannot be given " + setting);
        }
    }

    Optional<Lab> openLab() {
        return Optional.ofNullable(lab);
    }

    Lab lab() {
        return openLab().orElseThrow(() -> new LabBroken("the scenario names no hosts before it uses them"));
    }

    /// The name of the host that the implementation under test plays on.
    String judged() {
        return judged;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    Sockets sockets(String host) {
        Sockets found = sockets.get(host);
        if (found == null) {
            throw new LabBroken("the scenario has no host " + host + " with sockets; it has "
                    + String.join(", ", sockets.keySet()));
        }
        return found;
    }

    Iterable<Sockets> allSockets() {
        return sockets.values();
    }

    /// What the implementation under test wrote to its log.
    String judgedLog() {
        return Optional.ofNullable(sockets.get(judged)).map(Sockets::log).orElse("");
    }

    /// Where an endpoint is: an address as it stands, or that of a host's first interface.
    Inet4 address(Endpoint endpoint) {
        return new Inet4(ip(endpoint.place()), endpoint.port());
    }

    Ip4 ip(String place) {
        return Character.isDigit(place.charAt(0)) ? Ip4.parse(place) : hostIp(place);
    }

    private Ip4 hostIp(String name) {
        if (!has(name)) {
            throw new LabBroken("the scenario has no host " + name + "; it has " + String.join(", ", names));
        }
        return lab().hosts().stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .map(Host::ip4)
                .orElseGet(() -> lab().scripted(name).ip());
    }
}
