package io.sockspec.steps;

import io.cucumber.java.en.Then;
import io.sockspec.socket.Fd;
import io.sockspec.socket.PollEvents;
import io.sockspec.spi.Selecting;
import io.sockspec.spi.Selecting.Selected;
import io.sockspec.spi.Selecting.Sets;
import io.sockspec.spi.Sockets.Polled;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// poll() and select(). Times count from the latest connect().
public final class ReadinessSteps {
    private static final PollEvents ALL = PollEvents.parse("POLLIN|POLLPRI|POLLOUT|POLLRDHUP");
    /// What is waited beyond the bound, to learn when the event came instead.
    private static final Duration BEYOND = Duration.ofSeconds(3);

    private final Scene scene;

    public ReadinessSteps(Scene scene) {
        this.scene = scene;
    }

    @Then("{name} becomes writable within {duration}")
    public void becomesWritable(String name, Duration limit) {
        Handle socket = scene.handle(name);
        long from = scene.calls().lastStart("connect");
        Answer<List<PollEvents>> answer = settled(socket, poll(socket, PollEvents.POLLOUT, limit.plus(BEYOND)));
        boolean came = scene.due(answer).getFirst().has(PollEvents.POLLOUT);
        Duration took = Duration.ofNanos(answer.ended() - from);
        Duration allowed = scene.allowing(limit, from, answer.ended());
        scene.expect(
                came && took.compareTo(allowed) <= 0,
                name + " becomes writable within " + Ending.text(limit),
                () -> came
                        ? "writable after " + Ending.text(took)
                        : "poll answers " + answer.outcome() + " after " + Ending.text(took));
    }

    /// A kernel shows an error a moment before the state that goes with it. The wire is at rest
    /// when both are there.
    private Answer<List<PollEvents>> settled(Handle socket, Answer<List<PollEvents>> answer) {
        PollEvents events = scene.due(answer).getFirst();
        if (events.equals(PollEvents.NONE) || events.has(PollEvents.POLLOUT)) {
            return answer;
        }
        scene.drain();
        return poll(socket, PollEvents.POLLOUT, Duration.ZERO);
    }

    @Then("{name} is not writable within {duration}")
    public void staysUnwritable(String name, Duration limit) {
        Handle socket = scene.handle(name);
        long from = scene.calls().lastStart("connect");
        Duration left = limit.minusNanos(System.nanoTime() - from);
        Answer<List<PollEvents>> answer = poll(socket, PollEvents.POLLOUT, left.isNegative() ? Duration.ZERO : left);
        PollEvents events = scene.due(answer).getFirst();
        // A poll that ends late, because the machine stood still, sees what came after the limit too.
        boolean late = answer.ended() - from > limit.plus(Scene.STANDSTILL).toNanos();
        scene.expect(
                late || events.equals(PollEvents.NONE),
                name + " is not writable within " + Ending.text(limit),
                () -> "poll answers " + events + " after " + Ending.text(Duration.ofNanos(answer.ended() - from)));
    }

    @Then("poll reports {events} for {name}")
    public void pollReports(PollEvents expected, String name) {
        PollEvents events =
                scene.due(poll(scene.handle(name), ALL, Duration.ZERO)).getFirst();
        scene.expect(events.equals(expected), "poll reports " + words(expected), () -> "poll reports " + words(events));
    }

    @Then("select marks {name} as {marks}")
    public void selectMarks(String name, String marks) {
        selectMarksWithin(name, marks, Duration.ZERO);
    }

    /// Waits for the first of the three sets.
    @Then("select marks {name} as {marks} within {duration}")
    public void selectMarksWithin(String name, String marks, Duration limit) {
        Handle socket = scene.handle(name);
        Set<Fd> one = Set.of(socket.fd());
        Sets due = new Sets(
                marks.contains("readable") ? one : Set.of(), marks.contains("writable") ? one : Set.of(), Set.of());
        Selected selected = scene.due(scene.make(
                socket,
                Selecting.class,
                "select",
                "read, write and except set, " + limit.toMillis() + " ms",
                calls -> calls.select(new Sets(one, one, one), limit)));
        scene.expect(
                selected.sets().equals(due) && selected.count() == due.count(),
                "select returns " + due.count() + " and marks " + name + " as " + marks,
                () -> "select returns " + selected.count() + " and marks it as " + words(selected.sets()));
    }

    private Answer<List<PollEvents>> poll(Handle socket, PollEvents events, Duration limit) {
        return scene.make(
                socket,
                "poll",
                events + ", " + limit.toMillis() + " ms",
                calls -> calls.poll(List.of(new Polled(socket.fd(), events)), limit));
    }

    private static String words(PollEvents events) {
        return events.equals(PollEvents.NONE) ? "nothing" : events.toString();
    }

    private static String words(Sets sets) {
        String words = (sets.read().isEmpty() ? "" : " readable")
                + (sets.write().isEmpty() ? "" : " writable")
                + (sets.except().isEmpty() ? "" : " exceptional");
        return words.isEmpty() ? "nothing" : words.strip().replace(" ", " and ");
    }
}
