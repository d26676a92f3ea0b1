package io.sockspec.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.sockspec.socket.Port;

/// A relay between two hosts, and the trouble it makes for a stream of bytes.
public final class RelaySteps {
    private final Scene scene;

    public RelaySteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{name} forwards TCP port {port} to {endpoint}")
    public void forwards(String relay, Port port, Endpoint upstream) {
        scene.relays().forward(relay, port, upstream);
    }

    @Given("{name} {disturbance}")
    public void disturbs(String relay, Disturbance wanted) {
        scene.relays().make(relay, wanted);
    }

    @When("{name} goes down")
    public void goesDown(String relay) {
        scene.relays().goDown(relay);
    }
}
