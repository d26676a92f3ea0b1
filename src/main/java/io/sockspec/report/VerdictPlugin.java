package io.sockspec.report;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EmbedEvent;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.StepDefinedEvent;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestRunFinished;
import io.cucumber.plugin.event.TestRunStarted;
import io.cucumber.plugin.event.TestStepFinished;
import io.sockspec.register.Elsewhere;
import io.sockspec.register.Requirement;
import io.sockspec.register.ScenarioStatus;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Leaves the results of a run in its output folder. Without an argument the folder is that of the
/// property `sockspec.output`, `target/sockspec` if it is not set.
public final class VerdictPlugin implements ConcurrentEventListener {
    /// The name of an attachment that is the end of an agent's standard error.
    public static final String AGENT_LOG = "agent log";

    private final ResultsFile file;
    private final ExtraFolders extras = ExtraFolders.ofProperties();
    private final StepTroubles steps = new StepTroubles();
    private final RunErrors errors = new RunErrors();
    private final Map<UUID, List<Trouble>> troubles = new ConcurrentHashMap<>();
    private final Map<UUID, String> logs = new ConcurrentHashMap<>();
    private final Queue<ScenarioResult> ended = new ConcurrentLinkedQueue<>();
    private volatile Instant start = Instant.now();

    public VerdictPlugin() {
        this(new File(System.getProperty("sockspec.output", "target/sockspec")));
    }

    /// With the argument of `--plugin io.sockspec.report.VerdictPlugin:FOLDER`.
    public VerdictPlugin(File folder) {
        file = new ResultsFile(folder.toPath());
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestRunStarted.class, this::started);
        publisher.registerHandlerFor(StepDefinedEvent.class, it -> steps.know(it.getStepDefinition()));
        publisher.registerHandlerFor(EmbedEvent.class, this::attached);
        publisher.registerHandlerFor(TestStepFinished.class, this::stepEnded);
        publisher.registerHandlerFor(TestCaseFinished.class, this::ended);
        publisher.registerHandlerFor(TestRunFinished.class, this::finished);
    }

    private void started(TestRunStarted event) {
        start = event.getInstant();
        file.delete();
    }

    private void attached(EmbedEvent event) {
        if (AGENT_LOG.equals(event.getName())) {
            logs.merge(
                    event.getTestCase().getId(),
                    new String(event.getData(), StandardCharsets.UTF_8),
                    (first, second) -> first + "\n" + second);
        }
    }

    private void stepEnded(TestStepFinished event) {
        var step = event.getTestStep() instanceof PickleStepTestStep it ? it : null;
        steps.of(step, event.getResult())
                .ifPresent(it -> troubles(event.getTestCase()).add(it));
    }

    // A scenario runs on one thread, so its list needs no lock.
    private List<Trouble> troubles(TestCase scenario) {
        return troubles.computeIfAbsent(scenario.getId(), _ -> new ArrayList<>());
    }

    private void ended(TestCaseFinished event) {
        if (!(event.getResult().getError() instanceof Elsewhere)) {
            ended.add(result(event));
        }
    }

    private ScenarioResult result(TestCaseFinished event) {
        var scenario = event.getTestCase();
        errors.ofScenario(event.getResult().getError());
        var all = Optional.ofNullable(troubles.remove(scenario.getId())).orElse(List.of());
        var worst = all.stream().max(Comparator.comparing(Trouble::status)).or(() -> unproven(event));
        return new ScenarioResult(
                Requirement.ids(scenario.getTags()).stream().findFirst().orElse(null),
                scenario.getName(),
                scenario.getUri().toString(),
                scenario.getLocation().getLine(),
                worst.map(Trouble::status).orElse(ScenarioStatus.PASSED),
                event.getResult().getDuration().toMillis(),
                worst.map(Trouble::finding).orElse(null),
                worst.map(Trouble::message).orElse(null),
                logs.remove(scenario.getId()),
                scenario.getTags(),
                extras.hold(scenario.getUri()));
    }

    /// Why a scenario without any trouble has not passed either.
    private static Optional<Trouble> unproven(TestCaseFinished event) {
        if (event.getTestCase().getTestSteps().stream().noneMatch(PickleStepTestStep.class::isInstance)) {
            return Optional.of(Trouble.broken("The scenario has no steps, so it shows nothing."));
        }
        var status = event.getResult().getStatus();
        return status == Status.PASSED
                ? Optional.empty()
                : Optional.of(Trouble.broken("The scenario ended as " + status + " without a reason."));
    }

    private void finished(TestRunFinished event) {
        var result = event.getResult();
        var error = result == null ? Optional.<Throwable>empty() : errors.beside(result.getError());
        var judged = judged();
        var run = Run.ended(judged, start, error.map(Trouble::described).orElse(null));
        file.write(new Results(run, judged.deviations(), List.copyOf(ended)));
    }

    /// A run that has nobody to judge is broken in each scenario, and says there why.
    private static Judged judged() {
        try {
            return ServiceLoader.load(JudgedSource.class)
                    .findFirst()
                    .map(JudgedSource::judged)
                    .orElseThrow();
        } catch (RuntimeException e) {
            return new Judged("nobody", "none", "linux", List.of());
        }
    }
}
