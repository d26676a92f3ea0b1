package io.sockspec.report;

import io.sockspec.register.Requirement;
import io.sockspec.register.Shard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was judged, where and how.
///
/// @param implementation the name of the implementation
/// @param version its version
/// @param profile `linux`, or `posix` if rules of level LINUX are only observed
/// @param build which build of sockspec ran, see [Build]
/// @param shard the part of the catalogue that ran, such as `2/8`, or null for all of it
/// @param lab the laboratory that was asked for
/// @param strict whether a failed SHOULD fails the run
/// @param record whether the report proposes deviations for what failed
/// @param chosen the options that say what is judged, as one types them, each behind a blank
/// @param filters the options that may have left scenarios out, with their values
/// @param error what kept the run as a whole from meaning anything, or null
record Run(
        String implementation,
        String version,
        String profile,
        String build,
        @Nullable String shard,
        String lab,
        boolean strict,
        boolean record,
        String java,
        String kernel,
        Instant start,
        long durationMillis,
        String chosen,
        SequencedMap<String, String> filters,
        @Nullable String error) {

    private static final List<String> CHOICES =
            List.of("sockspec.implementation", "sockspec.agent", "sockspec.classpath", "sockspec.deviations");

    private static final String[] FILTERS = {
        "groups",
        "excludedGroups",
        "it.test",
        "test",
        "cucumber.filter.tags",
        "cucumber.filter.name",
        "cucumber.features"
    };

    /// Describes a run that ends now, from the system properties of its process.
    static Run ended(Judged judged, Instant start, @Nullable String error) {
        var dry = Boolean.getBoolean("cucumber.execution.dry-run") ? "The run was dry: no step was executed." : null;
        return new Run(
                judged.name(),
                judged.version(),
                judged.profile(),
                Build.id(),
                Shard.ofProperty().map(Shard::toString).orElse(null),
                System.getProperty("sockspec.lab", "auto"),
                isSet("sockspec.strict"),
                isSet("sockspec.record"),
                System.getProperty("java.runtime.version", "unknown"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                start,
                Duration.between(start, Instant.now()).toMillis(),
                choices(),
                filtersInUse(),
                error != null ? error : dry);
    }

    /// Whether a rule was to run, as far as shards decide.
    boolean holds(Requirement requirement) {
        return Optional.ofNullable(shard)
                .flatMap(Shard::parse)
                .map(it -> it.holds(requirement.id()))
                .orElse(true);
    }

    /// The run of which this is a shard.
    ///
    /// @param start when the first of its shards began
    /// @param end when the last one had ended
    Run whole(Instant start, Instant end, @Nullable String error) {
        return new Run(
                implementation,
                version,
                profile,
                build,
                null,
                lab,
                strict,
                record,
                java,
                kernel,
                start,
                Duration.between(start, end).toMillis(),
                chosen,
                filters,
                error);
    }

    private static String choices() {
        return CHOICES.stream()
                .filter(name -> System.getProperty(name) != null)
                .map(name -> " -D" + name + "=" + quoted(System.getProperty(name)))
                .collect(Collectors.joining());
    }

    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9._/,-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    // -Dsockspec.strict alone arrives as an empty value or, through Maven, as "true".
    private static boolean isSet(String name) {
        var value = System.getProperty(name);
        return value != null && !value.equals("false");
    }

    private static SequencedMap<String, String> filtersInUse() {
        var set = new TreeMap<String, String>();
        for (var name : FILTERS) {
            var value = System.getProperty(name);
            if (value != null && !value.isEmpty() && !ExtraFolders.explain(value)) {
                set.put(name, value);
            }
        }
        return set;
    }
}
