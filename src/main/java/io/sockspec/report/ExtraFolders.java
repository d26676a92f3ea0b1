package io.sockspec.report;

import io.sockspec.register.Register;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The folders of features that a user added to ours with `-Dsockspec.features`.
///
/// @param ours the folder with our own, which one of them may hold; empty where ours are in a jar
record ExtraFolders(List<Path> folders, Optional<Path> ours) {
    private static final String PROPERTY = "sockspec.features";
    private static final String OURS = "features";

    static ExtraFolders ofProperties() {
        var place = Register.place();
        var besideOurs = explain(System.getProperty("cucumber.features"))
                ? Optional.of(absolute(OURS))
                : Optional.of(place).filter(it -> "file".equals(it.getScheme())).map(Path::of);
        return of(System.getProperty(PROPERTY, ""), besideOurs);
    }

    static ExtraFolders of(String commaSeparated, Optional<Path> ours) {
        var folders = Arrays.stream(commaSeparated.split(",", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(ExtraFolders::absolute)
                .toList();
        return new ExtraFolders(folders, ours);
    }

    /// Whether one of them holds the file, and our own folder does not.
    boolean hold(URI feature) {
        if (!"file".equals(feature.getScheme())) {
            return false;
        }
        var file = Path.of(feature).normalize();
        return folders.stream().anyMatch(file::startsWith) && ours.stream().noneMatch(file::startsWith);
    }

    /// Whether a value of `cucumber.features` is no filter but what a build makes of the property.
    static boolean explain(@Nullable String cucumberFeatures) {
        return (OURS + "," + System.getProperty(PROPERTY, "")).equals(cucumberFeatures);
    }

    private static Path absolute(String folder) {
        return Path.of(folder).toAbsolutePath().normalize();
    }
}
