package io.sockspec.steps;

import io.cucumber.java.Scenario;
import io.sockspec.lab.LabPlan;
import io.sockspec.register.LabBroken;
import io.sockspec.register.Unsupported;
import io.sockspec.register.WrongAnswer;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Type;
import io.sockspec.spi.Capability;
import io.sockspec.spi.Implementation;
import io.sockspec.spi.NotOffered;
import io.sockspec.spi.Sockets;
import io.sockspec.wire.Frame;
import io.sockspec.wire.Selection;
import io.sockspec.wire.Wire;
import io.sockspec.wire.WireStuck;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The world of one scenario: its hosts, its sockets by name, its calls and what they answered.
public final class Scene {
    /// A pause this long, together with shorter ones around it, can use up the second after which
    /// TCP sends a SYN again.
    static final Duration STANDSTILL = Duration.ofMillis(400);

    private final long began = System.nanoTime();
    private final Hosts hosts = new Hosts();
    private final Calls calls = new Calls(this::notOffered);
    private final Map<String, Handle> handles = new LinkedHashMap<>();
    private final Evidence evidence = new Evidence(this);
    private final Acts acts = new Acts(this);
    private final Relays relays = new Relays(this);
    private final Invocations invocations = new Invocations(this);
    private String requirement = "";
    private URI feature = URI.create("none");
    private long mark;

    void begin(String id, Scenario scenario) {
        requirement = id;
        feature = scenario.getUri();
        evidence.begin(id, scenario);
    }

    /// Makes the lab; the line-up says who plays the implementation under test.
    void open(LabPlan plan) {
        Run run = Run.current();
        hosts.open(run, run.lineup().cast(requirement, feature, run.judged()), plan);
    }

    Hosts hosts() {
        return hosts;
    }

    Wire wire() {
        return hosts.lab().wire();
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
            hosts.allSockets().forEach(Sockets::settle);
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
        boolean raw = host.equals(hosts.judged()) && kind.type().equals(Type.SOCK_RAW);
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
        return calls.make(hosts.sockets(host), host, call, arguments, body);
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
        G calls = hosts.sockets(host)
                .group(group)
                .orElseThrow(() -> notOffered(
                        new NotOffered(call, Capability.ofGroup(group).orElse(null))));
        return make(host, call, arguments, core -> body.apply(core.group(group).orElse(calls)));
    }

    <G, T> Answer<T> make(Handle on, Class<G> group, String call, String arguments, Function<G, Outcome<T>> body) {
        return make(on.host(), group, call, on.arguments(arguments), body);
    }

    /// Makes a call on a descriptor.
    <T> Answer<T> make(Handle on, String call, String arguments, Function<Sockets, Outcome<T>> body) {
        return make(on.host(), call, on.arguments(arguments), body);
    }

    <T> void start(Handle on, String call, String arguments, Function<Sockets, Outcome<T>> body) {
        act();
        calls.start(hosts.sockets(on.host()), on.host(), call, on.arguments(arguments), body);
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

    /// The bound on a time, with what this machine was late by between the two moments.
    Duration allowing(Duration bound, long from, long to) {
        Duration late = Run.current().pulse().worst(from, to);
        // A call and its answer pass through three threads: the one that makes it, the wire's, and the first again.
        return bound.plus(late.multipliedBy(3)).plusMillis(10);
    }

    /// Whether this machine stood still so long that a right implementation may have sent a segment
    /// again.
    boolean stoodStill() {
        return stoodStill(STANDSTILL);
    }

    boolean stoodStill(Duration pause) {
        return Run.current().pulse().worst(began, System.nanoTime()).compareTo(pause) >= 0;
    }
}
