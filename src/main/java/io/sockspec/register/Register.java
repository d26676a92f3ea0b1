package io.sockspec.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// The requirements that a folder of features holds, in the order of their files.
public final class Register {
    private final SequencedMap<String, Requirement> byId;

    private Register(SequencedMap<String, Requirement> byId) {
        this.byId = Collections.unmodifiableSequencedMap(byId);
    }

    /// The register that is shipped with sockspec, from its class path.
    public static Register own() {
        var place = place();
        try {
            if (!"jar".equals(place.getScheme())) {
                return read(Path.of(place));
            }
            try (var jar = FileSystems.newFileSystem(place, Map.of())) {
                return read(jar.getPath("/features"));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The features of sockspec cannot be read from " + place + ".", e);
        }
    }

    /// The folder of that register, which may be inside a jar. Another one on the class path may
    /// have
    /// its name.
    public static URI place() {
        var ids = Objects.requireNonNull(
                Register.class.getResource("/features/IDS"), "features/IDS is not on the class path");
        return URI.create(ids.toString().replaceFirst("/IDS$", ""));
    }

    /// Reads every feature file below a folder.
    ///
    /// @throws MalformedFeatures with all problems at once
    public static Register read(Path folder) {
        return of(files(folder), folder);
    }

    static Register of(List<FeatureFile> files, Path folder) {
        var problems = new ArrayList<String>();
        var byId = new LinkedHashMap<String, Requirement>();
        for (var file : files) {
            var rules = new RuleReader(file);
            rules.requirements().forEach(it -> add(it, byId, problems));
            problems.addAll(rules.problems());
        }
        if (byId.isEmpty() && problems.isEmpty()) {
            problems.add(folder + ": the folder holds no requirement.");
        }
        if (!problems.isEmpty()) {
            throw new MalformedFeatures(problems);
        }
        return new Register(byId);
    }

    /// What keeps the feature files below a folder from being parsed, each behind its file and
    /// line.
    public static List<String> unreadable(Path folder) {
        return files(folder, Path::toString).stream()
                .flatMap(it -> it.problems().stream())
                .toList();
    }

    private static void add(Requirement requirement, Map<String, Requirement> byId, List<String> problems) {
        var first = byId.putIfAbsent(requirement.id(), requirement);
        if (first != null) {
            problems.add(requirement.feature() + ":" + requirement.line() + ": " + requirement.id()
                    + " is a rule already, in " + first.feature() + ":" + first.line() + ".");
        }
    }

    static List<FeatureFile> files(Path folder) {
        return files(
                folder, file -> "features/" + folder.relativize(file).toString().replace('\\', '/'));
    }

    private static List<FeatureFile> files(Path folder, Function<Path, String> name) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(it -> it.toString().endsWith(".feature"))
                    .sorted()
                    .map(it -> FeatureFile.read(name.apply(it), it))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Collection<Requirement> requirements() {
        return byId.values();
    }

    public Optional<Requirement> requirement(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
