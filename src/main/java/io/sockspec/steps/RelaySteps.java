package io.sockspec.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.sockspec.lab.relay.Trouble;
import io.sockspec.socket.Port;
import java.time.Duration;

/// The trouble that a relay between two hosts makes for a stream of bytes.
public final class RelaySteps {
    private final Scene scene;

    public RelaySteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{name} forwards TCP port {port} to {endpoint}")
    public void forwards(String relay, Port port, Endpoint upstream) {
        scene.relays().forward(relay, port, upstream);
    }

    @Given("{name} delays the stream towards {name} by {duration}")
    public void delays(String relay, String towards, Duration by) {
        scene.relays().make(relay, towards, new Trouble.Delays(by));
    }

    @Given("{name} cuts the stream towards {name} into pieces of {int} byte(s), {duration} apart")
    public void cuts(String relay, String towards, int lengthBytes, Duration apart) {
        scene.relays().make(relay, towards, new Trouble.Cuts(lengthBytes, apart));
    }

    @Given("{name} limits the stream towards {name} to {int} kB per second")
    public void limits(String relay, String towards, int kilobytes) {
        scene.relays().make(relay, towards, new Trouble.Limits(kilobytes));
    }

    @Given("{name} ends the stream towards {name} after {int} bytes")
    public void ends(String relay, String towards, int bytes) {
        scene.relays().make(relay, towards, new Trouble.Ends(bytes));
    }

    @Given("{name} resets the stream towards {name} after {int} bytes")
    public void resets(String relay, String towards, int bytes) {
        scene.relays().make(relay, towards, new Trouble.Resets(bytes));
    }

    @Given("{name} holds the stream towards {name}")
    public void holds(String relay, String towards) {
        scene.relays().make(relay, towards, new Trouble.Holds());
    }

    @Given("{name} delays the end of the stream towards {name} by {duration}")
    public void endsLate(String relay, String towards, Duration by) {
        scene.relays().make(relay, towards, new Trouble.EndsLate(by));
    }

    @When("{name} goes down")
    public void goesDown(String relay) {
        scene.relays().goDown(relay);
    }
}
