package io.sockspec.steps;

import io.sockspec.register.Deviations;
import io.sockspec.register.DeviationsFile;
import io.sockspec.register.Register;
import io.sockspec.spi.Implementation;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;

/// What is known about the implementation: the list that the user names, else the adapter's own.
final class KnownDeviations {
    private KnownDeviations() {}

    /// @throws io.sockspec.register.MalformedDeviations with one sentence behind file and line
    static Deviations of(Settings settings, Implementation judged) {
        return settings.deviations()
                .map(file -> read(file.toUri(), judged))
                .or(() -> judged.deviations().map(url -> read(URI.create(url.toString()), judged)))
                .orElse(Deviations.NONE);
    }

    private static Deviations read(URI place, Implementation judged) {
        try {
            URL url = place.toURL();
            boolean posix = judged.profile() == Implementation.Profile.POSIX;
            try (var content = url.openStream()) {
                return new DeviationsFile(name(place), Register.own(), posix).read(content.readAllBytes());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the deviations in " + name(place) + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// A file as one would type it, a file inside a jar behind the jar.
    private static String name(URI place) {
        if (!"file".equals(place.getScheme())) {
            return place.toString().replaceFirst("^jar:file:", "");
        }
        Path file = Path.of(place);
        Path here = Path.of("").toAbsolutePath();
        return (file.startsWith(here) ? here.relativize(file) : file).toString();
    }
}
