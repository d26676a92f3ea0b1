package io.sockspec.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.sockspec.register.LabBroken;
import io.sockspec.register.Unsupported;
import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Port;
import io.sockspec.socket.SocketOption;
import io.sockspec.steps.Acts.Intake;
import io.sockspec.wire.Fate;
import io.sockspec.wire.Frame;
import io.sockspec.wire.Pattern;
import io.sockspec.wire.Selection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/// Streams that take more than one call: long payloads, echoes, and how a stream ends.
public final class StreamSteps {
    /// What the programs at both ends may need beyond the wire's time: an agent may be slow, busy
    /// processors make it slower, and neither is the stream's fault.
    private static final Duration PROGRAMS = Duration.ofMillis(1500);
    private static final Pattern DATA = Pattern.parse("data segment");

    private final Scene scene;
    private final Acts acts;
    private final Map<String, Sent> sent = new HashMap<>();

    /// @param mark the frames after it are the payload's, see [io.sockspec.wire.Wire#mark]
    private record Sent(Bytes bytes, long started, long mark) {}

    public StreamSteps(Scene scene) {
        this.scene = scene;
        this.acts = scene.acts();
    }

    /// The echo server of the chapter, one client after another.
    @Given("{name} echoes on TCP port {port}")
    public void echoes(String host, Port port) {
        Handle listener = acts.listening(host, host, port);
        scene.start(listener, "echo", "", calls -> Streams.echo(calls, listener.fd()));
    }

    /// What fits into any send buffer is sent now, more while others act.
    @When("{name} sends {payload}")
    public void sends(String name, Payload payload) {
        Handle stream = scene.handle(name);
        Bytes bytes = payload.bytes();
        sent.put(name, sending(bytes));
        scene.start(stream, "send", bytes.length() + " bytes", calls -> Streams.send(calls, stream.fd(), bytes));
        if (bytes.length() <= Streams.SMALL_BYTES) {
            Answer<?> _ = scene.calls().latest("send");
        }
    }

    /// Each byte once the wire is at rest behind the one before, so that it leaves in a segment of
    /// its own where TCP_NODELAY is set.
    @When("{name} sends {payload} one by one")
    public void sendsOneByOne(String name, Payload payload) {
        sent.put(name, sending(payload.bytes()));
        acts.sendOneByOne(scene.handle(name), payload.bytes());
    }

    @Then("{name} receives what {name} sent")
    public void receivesSent(String name, String from) {
        long _ = receive(name, from);
    }

    @Then("{name} receives what {name} sent within {duration}")
    public void receivesSentWithin(String name, String from, Duration most) {
        receivesSentBetween(name, from, Duration.ZERO, most);
    }

    /// The stream's time is that of its data segments on the wire; the calls get some more.
    @Then("{name} receives what {name} sent after {duration} to {duration}")
    public void receivesSentBetween(String name, String from, Duration least, Duration most) {
        long ended = receive(name, from);
        long started = sent(from).started();
        Duration took = Duration.ofNanos(ended - started);
        Duration onWire = onWire(name, from);
        Duration bound = scene.allowing(most, started, ended);
        scene.expect(
                took.compareTo(least) >= 0 && onWire.compareTo(bound) <= 0 && took.compareTo(bound.plus(PROGRAMS)) <= 0,
                name + " receives what " + from + " sent "
                        + (least.isZero() ? "within " : "after " + Ending.text(least) + " to ") + Ending.text(most),
                () -> "it came after " + Ending.text(took) + ", and its segments crossed the wire in "
                        + Ending.text(onWire));
    }

    /// From the first data segment of the sender to the arrival of the last one that the receiver
    /// got; what came between may have been echoed or relayed.
    private Duration onWire(String name, String from) {
        List<Frame> data =
                scene.wire().frames(Selection.every(DATA).after(sent(from).mark()));
        OptionalLong departure = on(scene.handle(from).host(), data, Frame::host)
                .mapToLong(Frame::nanos)
                .min();
        OptionalLong arrival = on(scene.handle(name).host(), data, Frame::to)
                .filter(frame -> !frame.isLost())
                .mapToLong(StreamSteps::arrival)
                .max();
        scene.premise(
                departure.isPresent() && arrival.isPresent(),
                () -> "the wire has carried nothing of what " + from + " sent to " + name);
        return Duration.ofNanos(arrival.orElseThrow() - departure.orElseThrow());
    }

    private static Stream<Frame> on(String host, List<Frame> frames, Function<Frame, String> end) {
        return frames.stream().filter(frame -> end.apply(frame).equals(host));
    }

    private static long arrival(Frame frame) {
        return frame.nanos()
                + frame.fates().stream()
                        .mapToLong(fate -> fate instanceof Fate.Delayed delayed
                                ? delayed.by().toNanos()
                                : 0)
                        .sum();
    }

    private Sent sending(Bytes bytes) {
        return new Sent(bytes, System.nanoTime(), scene.wire().mark());
    }

    private Sent sent(String name) {
        Sent found = sent.get(name);
        if (found == null) {
            throw new LabBroken("the scenario asks for what " + name + " sent before it sends a payload");
        }
        return found;
    }

    /// Receives what was sent and answers when the last of it had come.
    private long receive(String name, String from) {
        Bytes due = sent(from).bytes();
        Intake intake = acts.receive(scene.handle(name), due.length());
        scene.expect(
                intake.bytes().equals(due),
                name + " receives the " + due.length() + " bytes that " + from + " sent",
                () -> intake.bytes().length() < due.length()
                        ? intake.ending()
                        : "byte " + Streams.firstDifference(due, intake.bytes()) + " of them is another");
        return intake.last().ended();
    }

    /// The count is in TCP_INFO, which not every stack has.
    @Then("{name} counts the data segments that it has repeated")
    public void countsRepeated(String name) {
        Handle stream = scene.handle(name);
        int before = Frames.repetitions(scene, stream.host()).repeated();
        Answer<Bytes> answer = acts.getOption(stream, SocketOption.TCP_INFO);
        if (Ending.failedWith(answer, Errno.named("ENOPROTOOPT"))) {
            throw new Unsupported(name + " has no TCP_INFO");
        }
        int counted = Streams.retransmissions(scene.due(answer))
                .orElseThrow(() -> new Unsupported("the TCP_INFO of " + name + " counts no retransmissions"));
        int after = Frames.repetitions(scene, stream.host()).repeated();
        scene.expect(
                counted >= before && counted <= after,
                name + " counts the " + before + " data segments that it has repeated",
                () -> "it counts " + counted);
    }

    @Then("{name} receives {string} and then the end of the stream")
    public void receivesAndEnd(String name, String text) {
        Bytes due = Bytes.text(text);
        Intake intake = acts.receive(scene.handle(name), due.length() + 1);
        boolean ended =
                intake.last().outcome().returned().filter(Bytes.EMPTY::equals).isPresent();
        scene.expect(
                ended && intake.bytes().equals(due),
                name + " receives \"" + text + "\" and then the end of the stream",
                () -> '"' + intake.bytes().asText() + "\" came, then " + Ending.of(intake.last()));
    }

    /// What had come before a reset may be lost to a reader who has not read it yet.
    @Then("{name} receives {string} or its beginning, and then {errno}")
    public void receivesAndError(String name, String text, Errno errno) {
        Intake intake = acts.receive(scene.handle(name), text.length() + 1);
        scene.expect(
                text.startsWith(intake.bytes().asText()) && Ending.failedWith(intake.last(), errno),
                name + " receives \"" + text + "\" or its beginning, and then " + errno,
                () -> '"' + intake.bytes().asText() + "\" came, then " + Ending.of(intake.last()));
    }

    @Then("{name} receives the end of the stream or {errno}")
    public void receivesEndOrError(String name, Errno errno) {
        Intake intake = acts.receive(scene.handle(name), 1);
        scene.expect(
                intake.bytes().length() == 0
                        && (Ending.failedWith(intake.last(), errno)
                                || intake.last().outcome().returned().isPresent()),
                name + " receives the end of the stream or " + errno,
                () -> '"' + intake.bytes().asText() + "\" came, then " + Ending.of(intake.last()));
    }
}
