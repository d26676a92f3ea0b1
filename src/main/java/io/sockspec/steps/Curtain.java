package io.sockspec.steps;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.sockspec.lab.NoLaboratory;
import io.sockspec.register.Blocked;
import io.sockspec.register.LabBroken;
import io.sockspec.register.Unsupported;
import io.sockspec.spi.Capability;
import io.sockspec.spi.Implementation;
import io.sockspec.wire.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Opens and closes a scene: what must hold before the first step and after the last, whatever
/// happens between.
public final class Curtain {
    private static final String NEEDS = "@needs:";

    private final Scene scene;
    private final AtomicBoolean expired = new AtomicBoolean();
    private @Nullable Future<?> deadline;

    public Curtain(Scene scene) {
        this.scene = scene;
    }

    @Before
    public void rise(Scenario scenario) {
        Run run = stage();
        scene.begin(requirement(scenario), scenario.getUri(), scenario.getName());
        Implementation judged = run.judged();
        for (String tag : scenario.getSourceTagNames()) {
            if (tag.startsWith(NEEDS)
                    && !judged.capabilities().contains(Capability.tagged(tag.substring(NEEDS.length())))) {
                throw new Unsupported(judged.name() + " does not declare " + tag.substring(NEEDS.length()));
            }
        }
        Thread actor = Thread.currentThread();
        deadline = run.clockwork()
                .schedule(
                        () -> {
                            expired.set(true);
                            actor.interrupt();
                        },
                        run.settings().deadline().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private static Run stage() {
        try {
            return Run.current();
        } catch (NoLaboratory e) {
            throw new Blocked(String.valueOf(e.getMessage()));
        }
    }

    /// The requirement's ID among the tags, empty for a scenario that belongs to none.
    private static String requirement(Scenario scenario) {
        return scenario.getSourceTagNames().stream()
                .filter(tag -> tag.matches("@[A-Z0-9]+(-[A-Z0-9]+)*-\\d+"))
                .map(tag -> tag.substring(1))
                .findFirst()
                .orElse("");
    }

    @After
    public void fall(Scenario scenario) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        boolean late = expired.get();
        // The interrupt has done its work; closing must not stumble over it.
        boolean _ = Thread.interrupted();
        List<String> idle = scene.openLab().stream()
                .flatMap(lab -> lab.wire().faults().stream())
                .filter(fault -> fault.acted() == 0)
                .map(Fault::description)
                .toList();
        try {
            if (scene.openLab().isPresent() && Run.current().settings().allCaptures()) {
                scene.evidence().keepCapture();
            }
        } finally {
            close();
        }
        if (late && !scenario.isFailed()) {
            throw new LabBroken("the scenario was ended after "
                    + Run.current().settings().deadline().toSeconds() + " s, while it waited for "
                    + scene.calls().waitingFor() + "; raise -Dsockspec.deadline if that is too short");
        }
        if (!scenario.isFailed() && !idle.isEmpty()) {
            throw new LabBroken("a fault never acted, so the scenario proved nothing: " + String.join("; ", idle));
        }
    }

    /// Ends calls, sockets and lab; a failure of one does not keep the others open.
    private void close() {
        List<Runnable> ends = new ArrayList<>();
        ends.add(scene.calls()::cancelAll);
        scene.allSockets().forEach(sockets -> ends.add(sockets::close));
        scene.openLab().ifPresent(lab -> ends.add(lab::close));
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
