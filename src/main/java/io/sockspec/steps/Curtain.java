package io.sockspec.steps;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;
import io.sockspec.lab.NoLaboratory;
import io.sockspec.register.Blocked;
import io.sockspec.register.Elsewhere;
import io.sockspec.register.LabBroken;
import io.sockspec.register.Shard;
import io.sockspec.register.Unsupported;
import io.sockspec.spi.Capability;
import io.sockspec.spi.Implementation;
import io.sockspec.wire.CaptureFailed;
import io.sockspec.wire.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Opens and closes a scene: what must hold before the first step and after the last, whatever
/// happens between.
public final class Curtain {
    private static final String NEEDS = "@needs:";

    private final Scene scene;
    private @Nullable Deadline deadline;

    public Curtain(Scene scene) {
        this.scene = scene;
    }

    @Before
    public void rise(Scenario scenario) {
        Run run = stage();
        String requirement = requirement(scenario);
        Shard.ofProperty().filter(it -> !it.holds(name(requirement, scenario))).ifPresent(it -> {
            throw new Elsewhere(it);
        });
        scene.begin(requirement, scenario);
        Implementation judged = run.judged();
        for (String tag : scenario.getSourceTagNames()) {
            if (tag.startsWith(NEEDS) && !judged.capabilities().contains(capability(tag))) {
                throw new Unsupported(judged.name() + " does not declare " + tag.substring(NEEDS.length()));
            }
        }
        deadline = new Deadline(run);
    }

    private static Run stage() {
        try {
            return Run.current();
        } catch (NoLaboratory e) {
            throw new Blocked(Stage.sentence(e));
        } catch (RuntimeException e) {
            throw new LabBroken(Stage.sentence(e), e);
        }
    }

    private static Capability capability(String tag) {
        return Words.read(tag.substring(NEEDS.length()), Capability::tagged);
    }

    /// The requirement's ID among the tags, empty for a scenario that belongs to none.
    private static String requirement(Scenario scenario) {
        return scenario.getSourceTagNames().stream()
                .filter(tag -> tag.matches("@[A-Z0-9]+(-[A-Z0-9]+)*-\\d+"))
                .map(tag -> tag.substring(1))
                .findFirst()
                .orElse("");
    }

    /// What decides about its shard, see [Shard#holds].
    private static String name(String requirement, Scenario scenario) {
        return requirement.isEmpty() ? scenario.getUri().toString().replaceAll(".*/", "") : requirement;
    }

    /// What the last step caused may still be on its way to a fault. Answers why it does not come
    /// to
    /// rest.
    private Optional<String> settle(Scenario scenario) {
        try {
            if (scenario.getStatus() == Status.PASSED && scene.hosts().openLab().isPresent()) {
                scene.drain();
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(Stage.sentence(e));
        }
    }

    @After
    public void fall(Scenario scenario) {
        boolean late = deadline != null && deadline.lift();
        Optional<String> restless = settle(scenario);
        List<String> idle = idle();
        Optional<String> uncaptured = capture();
        try {
            close();
        } finally {
            attachLog(scenario);
        }
        // What a step found stands: only a lab that cannot be cleared away makes it doubtful.
        if (scenario.getStatus() != Status.PASSED) {
            return;
        }
        if (late) {
            throw Deadline.exceeded(scene.calls().waitingFor());
        }
        restless.ifPresent(sentence -> {
            throw new LabBroken(sentence);
        });
        if (!idle.isEmpty()) {
            throw new LabBroken("a fault never acted, so the scenario proved nothing: " + String.join("; ", idle));
        }
        uncaptured.ifPresent(sentence -> {
            throw new LabBroken(sentence);
        });
    }

    /// The trouble that was asked for and never came.
    private List<String> idle() {
        Stream<String> faults = scene.hosts().openLab().stream()
                .flatMap(lab -> lab.wire().faults().stream())
                .filter(fault -> fault.acted() == 0)
                .map(Fault::description);
        return Stream.concat(faults, scene.relays().idle()).toList();
    }

    /// What the implementation wrote to its log is worth reading only where something went wrong.
    private void attachLog(Scenario scenario) {
        String log = scene.hosts().openLab().isEmpty() ? "" : scene.hosts().judgedLog();
        if (!log.isBlank()) {
            scenario.attach(log, "text/plain", "agent log");
        }
    }

    /// Keeps the capture of every scenario if the user wants that; answers what went wrong.
    private Optional<String> capture() {
        if (scene.hosts().openLab().isPresent() && Run.current().settings().allCaptures()) {
            try {
                scene.evidence().keepCapture();
            } catch (CaptureFailed e) {
                return Optional.of(Stage.sentence(e));
            }
        }
        return Optional.empty();
    }

    /// Ends calls, sockets and lab; a failure of one does not keep the others open.
    private void close() {
        List<Runnable> ends = new ArrayList<>();
        ends.add(scene.calls()::cancelAll);
        ends.add(scene.relays()::close);
        scene.hosts().allSockets().forEach(sockets -> ends.add(sockets::close));
        scene.hosts().openLab().ifPresent(lab -> ends.add(lab::close));
        RuntimeException failed = null;
        for (Runnable end : ends) {
            try {
                end.run();
            } catch (RuntimeException e) {
                failed = failed == null ? e : failed;
            }
        }
        if (failed != null) {
            throw new LabBroken("the scenario could not be cleared away: " + failed.getMessage(), failed);
        }
    }
}
