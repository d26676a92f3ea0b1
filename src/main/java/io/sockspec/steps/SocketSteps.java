package io.sockspec.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.socket.SocketOption;
import io.sockspec.wire.Selection;

/// Making sockets, naming them, their options, and what a call answered.
public final class SocketSteps {
    private final Scene scene;
    private final Acts acts;

    public SocketSteps(Scene scene) {
        this.scene = scene;
        this.acts = scene.acts();
    }

    @Given("{name} opens a {kind} socket")
    public void opens(String host, Kind kind) {
        scene.open(host, host, kind);
    }

    @Given("{name} is bound to {kind} port {port}")
    public void bound(String name, Kind kind, Port port) {
        scene.premise(acts.bind(scene.socket(name, kind), new Inet4(Ip4.ANY, port)));
    }

    @Given("{name} listens on TCP port {port}")
    public void listens(String name, Port port) {
        acts.listening(name, name, port);
    }

    @Given("{name} has a {kind} socket with {option} {value}")
    public void socketWith(String host, Kind kind, SocketOption<?> option, String value) {
        acts.presetOption(scene.open(host, host, kind), option, value);
    }

    @Given("{name} has the UDP sockets {name} and {name} bound to port {port} by SO_REUSEADDR")
    public void sharing(String host, String first, String second, Port port) {
        acts.boundSharing(scene.open(first, host, Kind.UDP), port);
        acts.boundSharing(scene.open(second, host, Kind.UDP), port);
    }

    @Then("{call} of {name} reports the address {ip}")
    public void reportsAddress(String call, String name, Ip4 ip) {
        SocketAddress reported = scene.due(acts.ask(call, scene.handle(name)));
        boolean right = reported instanceof Inet4(Ip4 at, Port ignored) && at.equals(ip);
        scene.expect(right, call + " reports the address " + ip, () -> call + " reports " + reported);
    }

    @Then("{call} of {name} reports the source of {frames}")
    public void reportsSource(String call, String name, Selection frames) {
        Inet4 expected = Frames.source(scene, frames);
        SocketAddress reported = scene.due(acts.ask(call, scene.handle(name)));
        scene.expect(
                reported.equals(expected),
                call + " reports " + expected + ", the source of " + frames,
                () -> call + " reports " + reported);
    }
}
