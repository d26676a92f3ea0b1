package io.sockspec.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
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

/// The requirements that a folder of features holds, in the order of their files.
public final class Register {
    private final SequencedMap<String, Requirement> byId;

    private Register(SequencedMap<String, Requirement> byId) {
        this.byId = Collections.unmodifiableSequencedMap(byId);
    }

    /// The register that is shipped with sockspec, from its class path.
    public static Register own() {
        var ids = Objects.requireNonNull(
                Register.class.getResource("/features/IDS"), "features/IDS is not on the class path");
        try {
            return own(ids.toURI());
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("The features of sockspec cannot be read from " + ids + ".", e);
        }
    }

    private static Register own(URI ids) throws IOException {
        if (!"jar".equals(ids.getScheme())) {
            return read(folder(Path.of(ids)));
        }
        try (var jar = FileSystems.newFileSystem(ids, Map.of())) {
            return read(jar.getPath("/features"));
        }
    }

    private static Path folder(Path ids) {
        return Objects.requireNonNull(ids.getParent(), "a file in a folder has a parent");
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

    private static void add(Requirement requirement, Map<String, Requirement> byId, List<String> problems) {
        var first = byId.putIfAbsent(requirement.id(), requirement);
        if (first != null) {
            problems.add(requirement.feature() + ":" + requirement.line() + ": " + requirement.id()
                    + " is a rule already, in " + first.feature() + ":" + first.line() + ".");
        }
    }

    static List<FeatureFile> files(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(it -> it.toString().endsWith(".feature"))
                    .sorted()
                    .map(it -> FeatureFile.read(folder, it))
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
