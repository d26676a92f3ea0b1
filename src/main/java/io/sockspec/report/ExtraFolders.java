package io.sockspec.report;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The folders of features that a user added to ours with `-Dsockspec.features`.
record ExtraFolders(List<Path> folders) {
    private static final String PROPERTY = "sockspec.features";
    private static final String OURS = "features";

    static ExtraFolders ofProperty() {
        return of(System.getProperty(PROPERTY, ""));
    }

    static ExtraFolders of(String commaSeparated) {
        return new ExtraFolders(Arrays.stream(commaSeparated.split(",", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(ExtraFolders::absolute)
                .toList());
    }

    /// Whether one of them holds the file, and our own folder does not.
    boolean hold(URI feature) {
        if (!"file".equals(feature.getScheme())) {
            return false;
        }
        var file = Path.of(feature).normalize();
        return folders.stream().anyMatch(file::startsWith) && !file.startsWith(absolute(OURS));
    }

    /// Whether a value of `cucumber.features` is no filter but what a build makes of the property.
    static boolean explain(@Nullable String cucumberFeatures) {
        return (OURS + "," + System.getProperty(PROPERTY, "")).equals(cucumberFeatures);
    }

    private static Path absolute(String folder) {
        return Path.of(folder).toAbsolutePath().normalize();
    }
}
