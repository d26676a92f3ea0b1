package io.sockspec.steps;

import io.cucumber.java.Scenario;
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
import io.sockspec.register.WrongAnswer;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.socket.Type;
import io.sockspec.spi.Capability;
import io.sockspec.spi.Implementation;
import io.sockspec.spi.NotOffered;
import io.sockspec.spi.Place;
import io.sockspec.spi.Program;
import io.sockspec.spi.Sockets;
import io.sockspec.wire.Frame;
import io.sockspec.wire.Selection;
import io.sockspec.wire.Wire;
import io.sockspec.wire.WireStuck;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The world of one scenario: its lab, its sockets by name, its calls and what they answered.
public final class Scene {
    /// A pause this long, together with shorter ones around it, can use up the second after which
    /// TCP sends a SYN again.
    static final Duration STANDSTILL = Duration.ofMillis(400);

    private final long began = System.nanoTime();
    private final Calls calls = new Calls(this::notOffered);
    private final Map<String, Sockets> sockets = new LinkedHashMap<>();
    private final Map<String, Handle> handles = new LinkedHashMap<>();
    private final Evidence evidence = new Evidence(this);
    private final Acts acts = new Acts(this);
    private final Relays relays = new Relays(this);
    private final Invocations invocations = new Invocations(this);
    private String requirement = "";
    private URI feature = URI.create("none");
    private String judgedHost = "";
    private List<String> hosts = List.of();
    private @Nullable Lab lab;
    private long mark;

    void begin(String id, Scenario scenario) {
        requirement = id;
        feature = scenario.getUri();
        evidence.begin(id, scenario);
    }

    /// Makes the lab; the implementation under test plays on the first host, the reference on all
    /// others.
    void open(LabPlan plan) {
        if (lab != null) {
            throw new LabBroken("the scenario has its hosts already: " + String.join(", ", hosts));
        }
        hosts = plan.hosts().stream().map(HostPlan::name).toList();
        judgedHost = hosts.getFirst();
        Run run = Run.current();
        Lineup.Part judged = run.lineup().cast(requirement, feature, run.judged());
        Lab opened = open(run, judged.implementation().ownStack() ? plan.withOwnStack(judgedHost) : plan);
        lab = opened;
        opened.wire().filter(judgedHost, judged.outgoing(), judged.incoming());
        for (Host host : opened.hosts()) {
            var player = host.name().equals(judgedHost) ? judged.implementation() : run.reference();
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

    /// What a scenario sets in the kernel of a host; a stack that an implementation brings cannot
    /// be
    /// told.
    void requireKernel(String host, String setting) {
        if (host.equals(judgedHost) && Run.current().judged().ownStack()) {
            throw new Unsupported(
                    Run.current().judged().name() + " brings its own stack, which cannot be given " + setting);
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
                return host.interfaces().stream().map(Scene::described).toList();
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

    Optional<Lab> openLab() {
        return Optional.ofNullable(lab);
    }

    Lab lab() {
        return openLab().orElseThrow(() -> new LabBroken("the scenario names no hosts before it uses them"));
    }

    Wire wire() {
        return lab().wire();
    }

    /// Returns when everything that was caused so far has happened. A stack that runs beside the
    /// wire has read its device empty by then, and what that caused has happened too.
    void drain() {
        String next = calls.waitingFor();
        calls.waitingFor("the wire to come to rest");
        drainWire();
        long before;
        do {
            before = wire().mark();
            sockets.values().forEach(Sockets::settle);
            // What a stack sent before it had settled may be read from its device only now.
            drainWire();
        } while (wire().mark() != before);
        calls.waitingFor(next);
    }

    private void drainWire() {
        inTime(() -> {
            wire().drain();
            return wire();
        });
    }

    /// The first selected frame, as soon as it is on the wire.
    Optional<Frame> await(Selection selection, Duration limit) {
        return inTime(() -> wire().await(selection, limit));
    }

    private <T> T inTime(Supplier<T> wait) {
        try {
            return wait.get();
        } catch (WireStuck e) {
            // As in Calls: only a deadline interrupts.
            if (Thread.interrupted()) {
                throw Deadline.exceeded(calls.waitingFor());
            }
            throw e;
        }
    }

    Calls calls() {
        return calls;
    }

    Acts acts() {
        return acts;
    }

    Invocations invocations() {
        return invocations;
    }

    Relays relays() {
        return relays;
    }

    Evidence evidence() {
        return evidence;
    }

    String judgedHost() {
        return judgedHost;
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
        return Optional.ofNullable(sockets.get(judgedHost)).map(Sockets::log).orElse("");
    }

    /// The descriptor of that name.
    Handle handle(String name) {
        Handle found = handles.get(name);
        if (found == null) {
            throw new LabBroken("the scenario has no socket " + name + "; it has "
                    + (handles.isEmpty() ? "none yet" : String.join(", ", handles.keySet())));
        }
        return found;
    }

    boolean knows(String name) {
        return handles.containsKey(name);
    }

    Handle name(String name, String host, Fd fd, Kind kind) {
        Handle handle = new Handle(name, host, fd, kind);
        handles.put(name, handle);
        return handle;
    }

    void forget(Handle handle) {
        handles.remove(handle.name());
    }

    /// Opens a socket under a name; failing to is a failure of the set-up.
    Handle open(String name, String host, Kind kind) {
        // One scenario of a rule may need raw sockets where the others, and so the rule's tags, do not.
        boolean raw = host.equals(judgedHost) && kind.type().equals(Type.SOCK_RAW);
        if (raw && !Run.current().judged().capabilities().contains(Capability.RAW)) {
            throw new Unsupported(Run.current().judged().name() + " does not declare raw");
        }
        Fd fd = premise(make(
                host,
                "socket",
                kind.domain() + ", " + kind.type() + ", " + kind.protocol(),
                calls -> calls.socket(kind.domain(), kind.type(), kind.protocol())));
        return name(name, host, fd, kind);
    }

    /// The socket of that name, opened now if the name is a host's that has none yet.
    Handle socket(String name, Kind kind) {
        return knows(name) ? handle(name) : open(name, name, kind);
    }

    /// The number of the last frame before the latest act of the scenario: its consequences come
    /// behind.
    long mark() {
        return mark;
    }

    void act() {
        mark = wire().mark();
    }

    <T> Answer<T> make(String host, String call, String arguments, Function<Sockets, Outcome<T>> body) {
        act();
        return calls.make(sockets(host), host, call, arguments, body);
    }

    /// Only what the implementation said it can do is held against it, by a [WrongAnswer].
    private RuntimeException notOffered(NotOffered call) {
        Implementation judged = Run.current().judged();
        call.capability().filter(judged.capabilities()::contains).ifPresent(declared -> {
            throw wrong(
                    judged.name() + " offers " + call.call() + ", since it declares " + declared.tag(),
                    "it does not offer it");
        });
        return new Unsupported(judged.name() + " does not offer " + call.call());
    }

    /// Makes a call of an optional group, which the implementation may not offer.
    <G, T> Answer<T> make(String host, Class<G> group, String call, String arguments, Function<G, Outcome<T>> body) {
        G calls = sockets(host)
                .group(group)
                .orElseThrow(() -> notOffered(
                        new NotOffered(call, Capability.ofGroup(group).orElse(null))));
        return make(host, call, arguments, core -> body.apply(core.group(group).orElse(calls)));
    }

    <G, T> Answer<T> make(Handle on, Class<G> group, String call, String arguments, Function<G, Outcome<T>> body) {
        return make(on.host(), group, call, on.name() + (arguments.isEmpty() ? "" : ", " + arguments), body);
    }

    /// Makes a call on a descriptor.
    <T> Answer<T> make(Handle on, String call, String arguments, Function<Sockets, Outcome<T>> body) {
        return make(on.host(), call, on.name() + (arguments.isEmpty() ? "" : ", " + arguments), body);
    }

    <T> void start(Handle on, String call, String arguments, Function<Sockets, Outcome<T>> body) {
        act();
        calls.start(
                sockets(on.host()), on.host(), call, on.name() + (arguments.isEmpty() ? "" : ", " + arguments), body);
    }

    /// The value of a call of the set-up. One that fails leaves nothing to judge.
    <T> T premise(Answer<T> answer) {
        return answer.outcome()
                .returned()
                .orElseThrow(() -> new LabBroken("the set-up failed: " + answer.call() + "(" + answer.arguments()
                        + ") on " + answer.host() + " answered " + answer.outcome()));
    }

    void premise(boolean holds, Supplier<String> actual) {
        if (!holds) {
            throw new LabBroken("the set-up failed: " + actual.get());
        }
    }

    /// The value of a call that the requirement says must succeed.
    <T> T due(Answer<T> answer) {
        return answer.outcome()
                .returned()
                .orElseThrow(() -> wrong(
                        answer.call() + " succeeds",
                        answer.call() + " on " + answer.host() + " answered " + answer.outcome()));
    }

    void expect(boolean holds, String expected, Supplier<String> actual) {
        if (!holds) {
            throw wrong(expected, actual.get());
        }
    }

    WrongAnswer wrong(String expected, String actual) {
        return new WrongAnswer(evidence.finding(expected, actual));
    }

    /// Where an endpoint is: an address as it stands, or that of a host's first interface.
    Inet4 address(Endpoint endpoint) {
        return new Inet4(ip(endpoint.place()), endpoint.port());
    }

    Ip4 ip(String place) {
        return Character.isDigit(place.charAt(0)) ? Ip4.parse(place) : hostIp(place);
    }

    boolean knowsHost(String name) {
        return hosts.contains(name);
    }

    private Ip4 hostIp(String name) {
        if (!hosts.contains(name)) {
            throw new LabBroken("the scenario has no host " + name + "; it has " + String.join(", ", hosts));
        }
        return lab().hosts().stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .map(Host::ip4)
                .orElseGet(() -> lab().scripted(name).ip());
    }

    /// How an address reads in a failure: with the host's name where it is one's.
    String readable(Inet4 address) {
        return lab().hosts().stream()
                .filter(host -> host.ip4().equals(address.ip()))
                .map(host -> host.name() + " (" + address.ip() + ") port " + address.port())
                .findFirst()
                .orElse(address.ip() + " port " + address.port());
    }

    /// The bound on a time, with what this machine was late by between the two moments.
    Duration allowing(Duration bound, long from, long to) {
        Duration late = Run.current().pulse().worst(from, to);
        // A call and its answer pass through three threads: the one that makes it, the wire's, and the first again.
        return bound.plus(late.multipliedBy(3)).plusMillis(10);
    }

    /// Whether this machine stood still so long that a right implementation may have sent a segment
    /// again.
    boolean stoodStill() {
        return Run.current().pulse().worst(began, System.nanoTime()).compareTo(STANDSTILL) >= 0;
    }
}
