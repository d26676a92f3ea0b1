package io.sockspec.report;

import java.time.Duration;
import java.time.Instant;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was judged, where and how.
///
/// @param implementation the name of the implementation
/// @param lab the laboratory that was asked for
/// @param strict whether a failed SHOULD fails the run
/// @param filters the options that may have left scenarios out, with their values
/// @param error what kept the run as a whole from meaning anything, or null
record Run(
        String implementation,
        String lab,
        boolean strict,
        String java,
        String kernel,
        Instant start,
        long durationMillis,
        SequencedMap<String, String> filters,
        @Nullable String error) {

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
    static Run ended(Instant start, @Nullable String error) {
        var dry = Boolean.getBoolean("cucumber.execution.dry-run") ? "The run was dry: no step was executed." : null;
        return new Run(
                System.getProperty("sockspec.implementation", "reference"),
                System.getProperty("sockspec.lab", "auto"),
                strict(System.getProperty("sockspec.strict")),
                System.getProperty("java.runtime.version", "unknown"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                start,
                Duration.between(start, Instant.now()).toMillis(),
                filtersInUse(),
                error != null ? error : dry);
    }

    // -Dsockspec.strict alone arrives as an empty value or, through Maven, as "true".
    private static boolean strict(@Nullable String value) {
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
