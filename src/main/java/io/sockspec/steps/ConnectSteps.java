package io.sockspec.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.SocketAddress.Inet4;
import io.sockspec.spi.Sockets.Accepted;
import java.time.Duration;

/// connect(), accept(), and how a call ended.
public final class ConnectSteps {
    private final Scene scene;
    private final Acts acts;

    public ConnectSteps(Scene scene) {
        this.scene = scene;
        this.acts = scene.acts();
    }

    @When("{name} connects to {endpoint}")
    public void connects(String name, Endpoint endpoint) {
        acts.connect(scene.socket(name, endpoint.kind()), acts.target(endpoint));
    }

    @When("{name} starts a nonblocking connect to {endpoint}")
    public void startsNonblocking(String name, Endpoint endpoint) {
        Handle socket = scene.socket(name, endpoint.kind());
        acts.nonblocking(socket);
        acts.connect(socket, acts.target(endpoint));
    }

    @Given("{name} is connected to {endpoint}")
    public void connected(String name, Endpoint endpoint) {
        scene.premise(acts.connect(scene.socket(name, endpoint.kind()), acts.target(endpoint)));
    }

    @Given("{name} has failed to connect to {endpoint} with {errno}")
    public void hasFailed(String name, Endpoint endpoint, Errno errno) {
        Answer<?> answer = acts.connect(scene.socket(name, endpoint.kind()), acts.target(endpoint));
        scene.premise(Ending.failedWith(answer, errno), () -> Ending.of(answer) + ", not with " + errno);
    }

    @Given("{name} and {name} are connected on TCP port {port}")
    public void bothConnected(String client, String server, Port port) {
        Handle listener = acts.listening(server + "-listener", server, port);
        connected(client, new Endpoint(server, Kind.TCP, port));
        hasAccepted(listener.name(), server);
    }

    @Given("{name} vanished unnoticed")
    public void vanished(String name) {
        acts.vanish(scene.handle(name));
    }

    @When("{name} accepts a connection as {name}")
    public void accepts(String listener, String name) {
        Accepted accepted = scene.due(acts.accept(scene.handle(listener)));
        scene.name(name, scene.handle(listener).host(), accepted.fd(), Kind.TCP);
    }

    private void hasAccepted(String listener, String name) {
        Accepted accepted = scene.premise(acts.accept(scene.handle(listener)));
        scene.name(name, scene.handle(listener).host(), accepted.fd(), Kind.TCP);
    }

    @Then("accept reports {name} on TCP port {port}")
    public void acceptReports(String host, Port port) {
        SocketAddress expected = new Inet4(scene.hosts().ip(host), port);
        Outcome<?> outcome = scene.calls().latest("accept").outcome();
        scene.expect(
                outcome instanceof Outcome.Returned<?>(Accepted(Fd ignored, SocketAddress peer))
                        && peer.equals(expected),
                "accept reports the peer " + expected,
                () -> "accept answers " + outcome);
    }

    @Then("{call} succeeds")
    public void succeeds(String call) {
        Answer<?> answer = scene.calls().latest(call);
        scene.expect(answer.outcome() instanceof Outcome.Returned, call + " succeeds", () -> Ending.of(answer));
    }

    @Then("{call} succeeds after {duration} to {duration}")
    public void succeedsBetween(String call, Duration least, Duration most) {
        Answer<?> answer = scene.calls().latest(call);
        Duration allowed = scene.allowing(most, answer.started(), answer.ended());
        scene.expect(
                answer.outcome() instanceof Outcome.Returned
                        && answer.took().compareTo(least) >= 0
                        && answer.took().compareTo(allowed) <= 0,
                call + " succeeds after " + Ending.text(least) + " to " + Ending.text(most),
                () -> Ending.of(answer) + " after " + Ending.text(answer.took()));
    }

    @Then("{call} fails with {errno}")
    public void fails(String call, Errno errno) {
        Answer<?> answer = scene.calls().latest(call);
        scene.expect(Ending.failedWith(answer, errno), call + " fails with " + errno, () -> Ending.of(answer));
    }

    @Then("{call} fails with {errno} within {duration}")
    public void failsWithin(String call, Errno errno, Duration limit) {
        failsBetween(call, errno, Duration.ZERO, limit);
    }

    @Then("{call} fails with {errno} after {duration} to {duration}")
    public void failsBetween(String call, Errno errno, Duration least, Duration most) {
        Answer<?> answer = scene.calls().latest(call);
        Duration allowed = scene.allowing(most, answer.started(), answer.ended());
        boolean right = Ending.failedWith(answer, errno)
                && answer.took().compareTo(least) >= 0
                && answer.took().compareTo(allowed) <= 0;
        String when = least.isZero()
                ? " within " + Ending.text(most)
                : " after " + Ending.text(least) + " to " + Ending.text(most);
        scene.expect(
                right,
                call + " fails with " + errno + when,
                () -> Ending.of(answer) + " after " + Ending.text(answer.took()));
    }
}
