package io.sockspec.report;

import io.sockspec.register.Finding;
import io.sockspec.register.ScenarioStatus;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one scenario ended.
///
/// @param id the ID among the tags of its rule, or null if it has none
/// @param uri the feature file as Cucumber names it
/// @param line the line of the scenario, or of the row of its outline
/// @param finding what was wrong about the implementation, or null
/// @param message the sentence of a scenario that is blocked, unsupported or broken, or null
/// @param log what the agent said on standard error, or null if there is none
/// @param extra whether it is from a folder that the user added, so that it never counts as ours
record ScenarioResult(
        @Nullable String id,
        String scenario,
        String uri,
        int line,
        ScenarioStatus status,
        long durationMillis,
        @Nullable Finding finding,
        @Nullable String message,
        @Nullable String log,
        List<String> tags,
        boolean extra) {

    private static final String FOLDER = "features/";

    ScenarioResult {
        tags = List.copyOf(tags);
    }

    /// The feature file from its features folder on, as the register names it.
    String feature() {
        return extra ? path(uri) : feature(uri);
    }

    static String feature(String uri) {
        var path = path(uri);
        var folder = path.lastIndexOf("/" + FOLDER);
        return folder < 0 ? path : path.substring(folder + 1);
    }

    private static String path(String uri) {
        var parsed = URI.create(uri);
        return parsed.isOpaque() ? parsed.getSchemeSpecificPart() : parsed.getPath();
    }

    String place() {
        return feature() + ":" + line;
    }

    ScenarioResult with(Finding other) {
        return new ScenarioResult(id, scenario, uri, line, status, durationMillis, other, message, log, tags, extra);
    }

    /// Whether a person has to look at it.
    boolean failed() {
        return status == ScenarioStatus.WRONG || status == ScenarioStatus.BROKEN;
    }
}
