package io.sockspec.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.SocketAddress;
import java.time.Duration;
import java.util.List;

/// Sending and receiving.
public final class TransferSteps {
    private static final int BUFFER_BYTES = 65536;

    private final Scene scene;

    public TransferSteps(Scene scene) {
        this.scene = scene;
    }

    @When("{name} sends {string}")
    public void sends(String name, String text) {
        Handle socket = scene.handle(name);
        Bytes payload = Bytes.text(text);
        scene.make(socket, "send", '"' + text + '"', calls -> calls.send(socket.fd(), payload, MsgFlags.MSG_NOSIGNAL));
    }

    @When("{name} sends {string} to {endpoint}")
    public void sendsTo(String name, String text, Endpoint endpoint) {
        Handle socket = scene.socket(name, endpoint.kind());
        SocketAddress to = scene.hosts().address(endpoint);
        scene.make(
                socket,
                "sendto",
                '"' + text + "\", " + to,
                calls -> calls.sendto(socket.fd(), Bytes.text(text), MsgFlags.NONE, to));
    }

    @When("{name} starts to receive")
    public void startsToReceive(String name) {
        Handle socket = scene.handle(name);
        scene.start(
                socket, "recv", BUFFER_BYTES + " bytes", calls -> calls.recv(socket.fd(), BUFFER_BYTES, MsgFlags.NONE));
        scene.expect(
                scene.calls().blocks("recv", Duration.ofMillis(20)),
                "recv waits for data",
                () -> Ending.of(scene.calls().latest("recv")));
    }

    @Then("{name} receives {string}")
    public void receives(String name, String text) {
        Handle socket = scene.handle(name);
        Bytes expected = Bytes.text(text);
        // A datagram comes whole or not at all.
        Answer<Bytes> answer = socket.kind().equals(Kind.UDP)
                ? scene.make(
                        socket,
                        "recv",
                        BUFFER_BYTES + " bytes",
                        calls -> calls.recv(socket.fd(), BUFFER_BYTES, MsgFlags.NONE))
                : scene.acts().receiveAll(socket, expected.length());
        scene.expect(
                answer.outcome().returned().filter(expected::equals).isPresent(),
                name + " receives \"" + text + '"',
                () -> answer.outcome()
                        .returned()
                        .map(got -> name + " receives \"" + got.asText() + '"')
                        .orElseGet(() -> Ending.of(answer)));
    }

    @Then("each of {names} receives {string} once")
    public void eachReceivesOnce(List<String> names, String text) {
        names.forEach(name -> receives(name, text));
        names.forEach(this::nothingToReceive);
    }

    /// Everything that was caused so far has arrived when the wire is drained, so one call tells.
    /// It
    /// is made on a socket that does not block meanwhile, since not every stack has MSG_DONTWAIT.
    @Then("{name} has nothing to receive")
    public void nothingToReceive(String name) {
        Handle socket = scene.handle(name);
        scene.drain();
        int flags = scene.acts().nonblocking(socket);
        Answer<Bytes> answer = scene.make(
                socket, "recv", BUFFER_BYTES + " bytes", calls -> calls.recv(socket.fd(), BUFFER_BYTES, MsgFlags.NONE));
        scene.acts().statusFlags(socket, flags);
        scene.expect(
                Ending.failedWith(answer, Errno.EAGAIN),
                name + " has nothing to receive",
                () -> answer.outcome()
                        .returned()
                        .map(got -> name + " receives \"" + got.asText() + '"')
                        .orElseGet(() -> Ending.of(answer)));
    }
}
