package io.sockspec.report;

import io.sockspec.register.Finding;
import io.sockspec.register.Requirement;
import io.sockspec.register.ScenarioStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Explains one failed scenario: what was expected, what came, and where to look. The labels and
/// their order are the same wherever a failure is shown.
final class Failure {
    private static final int LABEL_WIDTH = 10;
    private static final int LOG_LINES = 20;
    private static final Finding NOTHING = Finding.of("", "");

    private final ScenarioResult result;
    private final @Nullable Requirement requirement;

    private Failure(ScenarioResult result, @Nullable Requirement requirement) {
        this.result = result;
        this.requirement = requirement;
    }

    static Failure of(Requirement requirement, ScenarioResult result) {
        return new Failure(result, requirement);
    }

    /// A failure of a scenario that the register does not hold.
    static Failure extra(ScenarioResult result) {
        return new Failure(result, null);
    }

    /// The block of lines, without an end of line at its end.
    ///
    /// @param again the command that runs the rule of an ID again
    String text(UnaryOperator<String> again) {
        var finding = Optional.ofNullable(result.finding()).orElse(NOTHING);
        var block = new StringJoiner("\n");
        block.add(heading());
        label(block, "Scenario", List.of(result.scenario() + "   " + result.place()));
        label(block, "Expected", lines(finding.expected()));
        label(block, "Actual", lines(broken() ? Objects.requireNonNullElse(result.message(), "") : finding.actual()));
        label(block, "Calls", finding.calls());
        label(block, "Agent log", log());
        label(block, "Wire", finding.wire());
        label(block, "Source", lines(requirement == null ? "" : requirement.source()));
        label(block, "Look at", lines(text(finding.capture())));
        label(block, "Rerun", lines(requirement == null ? "" : again.apply(requirement.id())));
        return block.toString();
    }

    private String heading() {
        var id = Objects.requireNonNullElse(result.id(), "no ID");
        if (requirement == null) {
            return id + (broken() ? " BROKEN" : " FAILED") + "  a scenario beside the register";
        }
        return id + " " + (broken() ? "BROKEN" : requirement.level()) + "  " + requirement.title();
    }

    private boolean broken() {
        return result.status() == ScenarioStatus.BROKEN;
    }

    /// The end of it, where it says why.
    private List<String> log() {
        var lines = lines(Objects.requireNonNullElse(result.log(), "").stripTrailing());
        int left = Math.max(0, lines.size() - LOG_LINES);
        var end = lines.subList(left, lines.size());
        return left == 0
                ? end
                : Stream.concat(Stream.of("(" + left + " earlier lines)"), end.stream())
                        .toList();
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static String text(@Nullable Path capture) {
        return capture == null ? "" : capture.toString();
    }

    private static void label(StringJoiner block, String label, List<String> lines) {
        var column = label;
        for (var line : lines) {
            block.add(column + " ".repeat(LABEL_WIDTH - column.length()) + line);
            column = "";
        }
    }
}
