package io.sockspec.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Control;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Message;
import io.sockspec.socket.MsgFlags;
import io.sockspec.socket.Outcome;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.Received;
import io.sockspec.socket.Type;
import io.sockspec.spi.Descriptors;
import io.sockspec.spi.Sockets.Pair;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Descriptors of any kind: passing them, and what they refer to.
public final class DescriptorSteps {
    /// What a receiver offers that expects any number: more than 253 descriptors need.
    private static final int AMPLE = 2048;
    private static final Bytes STAR = Bytes.text("*");

    private final Scene scene;

    public DescriptorSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{name} has the Unix socket pair {name} and {name}")
    public void socketPair(String host, String first, String second) {
        Pair pair = scene.premise(scene.make(
                host,
                "socketpair",
                "AF_UNIX, SOCK_STREAM",
                calls -> calls.socketpair(Domain.AF_UNIX, Type.SOCK_STREAM, Protocol.DEFAULT)));
        scene.name(first, host, pair.first(), Kind.UNIX_STREAM);
        scene.name(second, host, pair.second(), Kind.UNIX_STREAM);
    }

    @Given("{name} has a pipe from {name} to {name}")
    public void pipe(String host, String writeEnd, String readEnd) {
        Pair pair = scene.premise(files(host, "pipe", "", Descriptors::pipe));
        scene.name(readEnd, host, pair.first(), Kind.FILE);
        scene.name(writeEnd, host, pair.second(), Kind.FILE);
    }

    @Given("{name} has a file {name} that holds {string}")
    public void file(String host, String name, String contents) {
        Handle file =
                scene.name(name, host, scene.premise(files(host, "memfd_create", "", Descriptors::file)), Kind.FILE);
        scene.premise(on(file, "write", '"' + contents + '"', (calls, fd) -> calls.write(fd, Bytes.text(contents))));
        scene.premise(on(file, "lseek", "0, SEEK_SET", (calls, fd) -> calls.seek(fd, 0)));
    }

    @Given("{name} opens the file of {name} anew as {name}")
    public void reopens(String host, String of, String name) {
        Fd fd = scene.premise(on(scene.handle(of), "open", "the same file", Descriptors::reopen));
        scene.name(name, host, fd, Kind.FILE);
    }

    @When("{name} passes {name}")
    public void passes(String carrier, String passed) {
        send(scene.handle(carrier), List.of(scene.handle(passed).fd()));
    }

    @When("{name} passes {name} and {name} in one message")
    public void passesTwo(String carrier, String first, String second) {
        send(
                scene.handle(carrier),
                List.of(scene.handle(first).fd(), scene.handle(second).fd()));
    }

    @When("{name} passes {name} and {name} receives it as {name}")
    public void handsOver(String carrier, String passed, String receiver, String copy) {
        scene.due(send(scene.handle(carrier), List.of(scene.handle(passed).fd())));
        Received received = receive(scene.handle(receiver), AMPLE);
        scene.expect(
                received.rights().size() == 1
                        && received.payload().equals(STAR)
                        && received.flags().bits() == 0,
                "recvmsg delivers the byte 2a, one descriptor and no flags",
                () -> "it delivers " + received);
        Handle original = scene.handle(passed);
        scene.name(copy, scene.handle(receiver).host(), received.rights().getFirst(), original.kind());
    }

    @When("{name} passes {int} different files in one message")
    public void passesMany(String carrier, int count) {
        Handle socket = scene.handle(carrier);
        IntStream.range(0, count).forEach(i -> file(socket.host(), "file-" + i, "file " + i));
        send(
                socket,
                IntStream.range(0, count)
                        .mapToObj(i -> scene.handle("file-" + i).fd())
                        .toList());
    }

    @Then("{name} receives the {int} files in order")
    public void receivesInOrder(String carrier, int count) {
        Handle socket = scene.handle(carrier);
        Received received = receive(socket, AMPLE);
        scene.expect(
                received.rights().size() == count && received.flags().bits() == 0,
                "recvmsg delivers " + count + " descriptors and no flags",
                () -> "it delivers " + received.rights().size() + ", flags " + received.flags());
        IntStream.range(0, count)
                .forEach(i -> expectRead(
                        scene.name(
                                "received-" + i,
                                socket.host(),
                                received.rights().get(i),
                                Kind.FILE),
                        "file " + i));
    }

    @When("{name} receives with a control buffer of {int} bytes")
    public void receivesWith(String carrier, int controlBytes) {
        Handle socket = scene.handle(carrier);
        scene.due(receiveAnswer(socket, controlBytes));
    }

    @Then("recvmsg delivers {count} descriptors, {flagged} MSG_CTRUNC")
    public void delivers(int count, String flagged) {
        Outcome<?> outcome = scene.calls().latest("recvmsg").outcome();
        boolean flag = flagged.equals("with");
        scene.expect(
                outcome instanceof Outcome.Returned<?>(Received got)
                        && got.rights().size() == count
                        && got.payload().equals(STAR)
                        && (count > 0 || got.control().isEmpty())
                        && got.flags().equals(flag ? MsgFlags.MSG_CTRUNC : MsgFlags.NONE),
                "recvmsg delivers the byte 2a and " + count + " descriptors, " + flagged + " MSG_CTRUNC"
                        + (count == 0 ? ", and no control message" : ""),
                () -> "it delivers " + outcome);
    }

    /// Reads one byte of each.
    @Then("what recvmsg delivered reads {string}")
    public void deliveredReads(String text) {
        Answer<?> answer = scene.calls().latest("recvmsg");
        List<Fd> rights = answer.outcome() instanceof Outcome.Returned<?>(Received got) ? got.rights() : List.of();
        StringBuilder read = new StringBuilder();
        for (Fd fd : rights) {
            Handle file = scene.name("received-" + fd.number(), answer.host(), fd, Kind.FILE);
            read.append(scene.due(on(file, "read", "1 byte", (calls, each) -> calls.read(each, 1)))
                    .asText());
        }
        scene.expect(
                read.toString().equals(text),
                "what recvmsg delivered reads \"" + text + '"',
                () -> "it reads \"" + read + '"');
    }

    private void expectRead(Handle handle, String text) {
        Bytes got =
                scene.due(on(handle, "read", text.length() + " bytes", (calls, fd) -> calls.read(fd, text.length())));
        scene.expect(
                got.equals(Bytes.text(text)),
                handle.name() + " reads \"" + text + '"',
                () -> "it reads \"" + got.asText() + '"');
    }

    private Answer<Integer> send(Handle carrier, List<Fd> rights) {
        Message message = Message.of(STAR, new Control.Rights(rights));
        return scene.make(
                carrier,
                "sendmsg",
                message.toString(),
                calls -> calls.sendmsg(carrier.fd(), message, MsgFlags.MSG_NOSIGNAL));
    }

    private Received receive(Handle carrier, int controlBytes) {
        return scene.due(receiveAnswer(carrier, controlBytes));
    }

    private Answer<Received> receiveAnswer(Handle carrier, int controlBytes) {
        return scene.make(
                carrier,
                "recvmsg",
                "1 byte, control " + controlBytes + " bytes",
                calls -> calls.recvmsg(carrier.fd(), 1, controlBytes, MsgFlags.NONE));
    }

    interface OnFd<T> {
        Outcome<T> call(Descriptors calls, Fd fd);
    }

    private <T> Answer<T> on(Handle handle, String call, String arguments, OnFd<T> body) {
        return scene.make(handle, Descriptors.class, call, arguments, calls -> body.call(calls, handle.fd()));
    }

    private <T> Answer<T> files(String host, String call, String arguments, Function<Descriptors, Outcome<T>> body) {
        return scene.make(host, Descriptors.class, call, arguments, body);
    }
}
