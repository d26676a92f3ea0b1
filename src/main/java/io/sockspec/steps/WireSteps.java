package io.sockspec.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.sockspec.wire.Action;
import io.sockspec.wire.Fault;
import io.sockspec.wire.Frame;
import io.sockspec.wire.Pattern;
import io.sockspec.wire.Selection;
import java.time.Duration;
import java.util.List;

/// The trouble a wire makes, and what it carried.
public final class WireSteps {
    private final Scene scene;

    public WireSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("the wire {treatment} {frames}")
    public void treats(Action treatment, Selection frames) {
        scene.wire().add(new Fault(frames.after(scene.wire().mark()), treatment));
    }

    @Given("the wire delays {frames} by {duration}")
    public void delays(Selection frames, Duration by) {
        scene.wire().add(new Fault(frames.after(scene.wire().mark()), new Action.Delay(by)));
    }

    @Given("the wire limits {frames} to {int} kB per second")
    public void limits(Selection frames, int kilobytes) {
        scene.wire().add(new Fault(frames.after(scene.wire().mark()), new Action.RateLimit(kilobytes * 1000L)));
    }

    @Given("the wire keeps {frames} until released")
    public void keeps(Selection frames) {
        scene.wire().add(new Fault(frames.after(scene.wire().mark()), new Action.Keep()));
    }

    @When("the wire releases what it keeps")
    public void releases() {
        // A frame that is still on its way to the wire would be kept behind the release, for good.
        scene.drain();
        scene.wire().release();
    }

    @Then("the wire lost {count} {pattern}")
    public void lost(int count, Pattern pattern) {
        scene.drain();
        List<Frame> lost = scene.wire().frames(Selection.every(pattern)).stream()
                .filter(Frame::isLost)
                .toList();
        scene.expect(
                Frames.number(scene, lost, count),
                "the wire lost " + count + " " + pattern,
                () -> "it lost " + lost.size());
    }

    @Then("{name} has sent {count} {pattern}")
    public void carried(String host, int count, Pattern pattern) {
        scene.drain();
        List<Frame> sent = scene.wire().frames(Selection.every(pattern).from(host));
        scene.expect(
                Frames.number(scene, sent, count),
                host + " has sent " + (count == 0 ? "no" : String.valueOf(count)) + " " + pattern,
                () -> host + " has sent " + sent.size());
    }

    @Then("{name} has repeated each data segment that the wire lost, and at most as many others")
    public void repeatedTheLost(String host) {
        Repetitions repetitions = Frames.repetitions(scene, host);
        scene.expect(
                repetitions.areDue(scene),
                host + " has repeated each data segment that the wire lost, and at most as many others",
                repetitions::toString);
    }

    @Then("{frames} carries")
    public void carries(Selection frames, DataTable table) {
        Frame frame = Frames.find(scene, frames);
        Rows.each(table, (field, due) -> Frames.expect(scene, frames, frame, field, due));
    }

    @Then("the next {pattern} from {name} carries")
    public void nextCarries(Pattern pattern, String host, DataTable table) {
        carries(Selection.first(pattern).from(host).after(scene.mark()), table);
    }

    /// From the latest act on. For what a timer sends: the time must pass, then the wire is drained
    /// and asked once.
    @Then("{name} sends {count} {pattern} within {duration}")
    public void sends(String host, int count, Pattern pattern, Duration limit) {
        String amount = count == 0 ? "no" : String.valueOf(count);
        Frames.expectCount(scene, Selection.every(pattern).from(host).after(scene.mark()), count, amount, limit);
    }

    /// From now on, all consequences of what was done before included in the past.
    @Then("{name} sends no further {pattern} within {duration}")
    public void sendsNoFurther(String host, Pattern pattern, Duration limit) {
        scene.drain();
        Frames.expectCount(
                scene, Selection.every(pattern).from(host).after(scene.wire().mark()), 0, "no further", limit);
    }

    @Given("{name} has sent no {pattern} for {duration}")
    public void silentFor(String host, Pattern pattern, Duration silence) {
        Frames.awaitSilence(scene, Selection.first(pattern).from(host), silence);
    }
}
