package io.sockspec.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was judged, where and how.
///
/// @param implementation the name of the implementation
/// @param version its version
/// @param profile `linux`, or `posix` if rules of level LINUX are only observed
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
