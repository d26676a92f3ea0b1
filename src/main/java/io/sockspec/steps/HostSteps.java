package io.sockspec.steps;

import io.cucumber.java.en.Given;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.Prefix;
import io.sockspec.lab.Route;
import io.sockspec.socket.Ip4;
import java.util.List;

/// Hosts and what they are set up with. The first host named runs the implementation under test.
public final class HostSteps {
    private final Scene scene;

    public HostSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("the hosts {names} share a wire")
    public void hosts(List<String> names) {
        scene.open(LabPlan.of(names.toArray(String[]::new)));
    }

    @Given("the host {name} and the scripted host {name} share a wire")
    public void scriptedHost(String host, String scripted) {
        scene.open(LabPlan.of(host).scripted(scripted));
    }

    @Given("every host has a default route")
    public void defaultRoutes() {
        scene.hosts().requireKernel(scene.hosts().judged(), "a default route");
        scene.hosts().lab().hosts().forEach(host -> host.addRoute(Route.onLink(Prefix.ALL_IP4, "eth0")));
    }

    @Given("{name} also has the address {ip}")
    public void address(String host, Ip4 ip) {
        scene.hosts().requireKernel(host, "a second address");
        scene.hosts().lab().host(host).addAddress("eth0", new Prefix(ip.bytes(), 32));
    }
}
