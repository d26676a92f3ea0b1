package io.sockspec.steps;

import io.cucumber.java.Scenario;
import io.sockspec.register.Finding;
import io.sockspec.wire.Capture;
import io.sockspec.wire.CaptureFailed;
import io.sockspec.wire.Frame;
import io.sockspec.wire.Ladder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a scenario leaves to look at: its calls, its ladder of packets, its capture.
final class Evidence {
    private static final int LINES = 24;
    private static final int LONGEST = 120;
    private static final int SLUG_LENGTH = 80;

    private final Scene scene;
    private final long madeNanos = System.nanoTime();
    private final Instant made = Instant.now();
    private Path folder = Path.of("none");

    Evidence(Scene scene) {
        this.scene = scene;
    }

    /// Names the folder so that no other scenario of the run, nor another row of the same outline,
    /// has it.
    void begin(String requirement, Scenario scenario) {
        String feature = scenario.getUri().toString().replaceAll("^.*/|[.]feature$", "");
        folder = Run.current()
                .settings()
                .output()
                .resolve("captures")
                .resolve(requirement.isEmpty() ? "extra-" + slug(feature) : requirement)
                .resolve(slug(scenario.getName()) + "-line-" + scenario.getLine());
    }

    /// Short enough for any file system.
    private static String slug(String text) {
        String slug = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return slug.substring(0, Math.min(slug.length(), SLUG_LENGTH)).replaceAll("^-|-$", "");
    }

    /// A finding with all that is known now; keeps the capture.
    Finding finding(String expected, String actual) {
        Finding finding = Finding.of(expected, actual).withCalls(callLines());
        if (scene.hosts().openLab().isEmpty()) {
            return finding;
        }
        List<String> ladder = new ArrayList<>(Ladder.lines(scene.wire().log(), originOfFrames(), Frame::note));
        try {
            Path capture = keepCapture();
            return finding.withWire(ladder).withCapture(capture);
        } catch (CaptureFailed e) {
            ladder.add(Stage.sentence(e));
            return finding.withWire(ladder);
        }
    }

    Path keepCapture() {
        Path file = folder.resolve("wire.pcapng");
        Capture.write(file, scene.wire().log());
        return file;
    }

    /// The scenario's first event: its first call. Calls and frames are told relative to it.
    private long origin() {
        return scene.calls().all().stream()
                .mapToLong(Answer::started)
                .findFirst()
                .orElse(madeNanos);
    }

    /// The same moment in the frames' own time.
    private long originOfFrames() {
        return made.getEpochSecond() * 1_000_000_000 + made.getNano() + origin() - madeNanos;
    }

    private static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " … (" + text.length() + " characters)";
    }

    private List<String> callLines() {
        return last(scene.calls().all().stream().map(this::line).toList());
    }

    private String line(Answer<?> answer) {
        return String.format(
                Locale.ROOT,
                "%+.3f s  %s  %s(%s) = %s",
                (answer.started() - origin()) / 1e9,
                answer.host(),
                answer.call(),
                answer.arguments(),
                brief(answer.outcome().toString()));
    }

    private static List<String> last(List<String> lines) {
        if (lines.size() <= LINES) {
            return lines;
        }
        List<String> kept = new ArrayList<>();
        kept.add("(" + (lines.size() - LINES) + " earlier calls)");
        kept.addAll(lines.subList(lines.size() - LINES, lines.size()));
        return kept;
    }
}
