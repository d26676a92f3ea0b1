package io.sockspec.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.sockspec.socket.Ip4;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.SocketOption;
import io.sockspec.socket.SocketOption.Membership;
import java.util.List;

/// Joining and leaving multicast groups; the interface is left to the implementation.
public final class GroupSteps {
    private final Scene scene;

    public GroupSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{name} is a member of {ip}")
    public void member(String name, Ip4 group) {
        scene.premise(change(name, SocketOption.IP_ADD_MEMBERSHIP, group));
    }

    @Given("{names} are members of {ip}")
    public void members(List<String> names, Ip4 group) {
        names.forEach(name -> member(name, group));
    }

    @When("{name} joins {ip}")
    public void joins(String name, Ip4 group) {
        scene.due(change(name, SocketOption.IP_ADD_MEMBERSHIP, group));
    }

    @When("{name} leaves {ip}")
    public void leaves(String name, Ip4 group) {
        scene.due(change(name, SocketOption.IP_DROP_MEMBERSHIP, group));
    }

    private Answer<Done> change(String name, SocketOption<Membership> option, Ip4 group) {
        Handle socket = scene.socket(name, Kind.UDP);
        Membership membership = new Membership(group, Ip4.ANY);
        return scene.make(
                socket,
                "setsockopt",
                option + ", " + membership,
                calls -> calls.setsockopt(socket.fd(), option, membership));
    }
}
