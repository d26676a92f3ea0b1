package io.sockspec.report;

import io.sockspec.register.Deviation;
import io.sockspec.register.Shard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Joins the results of all shards of a run into those of the whole, captures included.
public final class Merge {
    private static final String CAPTURES = "captures";

    private final SequencedMap<Integer, Part> parts;
    private final Part first;

    private record Part(Path folder, Shard shard, Results results) {
        Run run() {
            return results.run();
        }

        Instant end() {
            return run().start().plusMillis(run().durationMillis());
        }

        /// All that must be the same for parts to make a whole, by what a sentence calls it.
        Map<String, Object> terms() {
            var terms = new LinkedHashMap<String, Object>();
            terms.put("build", run().build());
            terms.put("implementation", run().implementation());
            terms.put("version", run().version());
            terms.put("profile", run().profile());
            terms.put("lab", run().lab());
            terms.put("strict", run().strict());
            terms.put("filters", run().filters());
            terms.put("choice", run().chosen());
            terms.put(
                    "deviations",
                    results.deviations().stream().map(Deviation::requirement).toList());
            return terms;
        }
    }

    private Merge(SequencedMap<Integer, Part> parts) {
        this.parts = parts;
        this.first = parts.firstEntry().getValue();
    }

    /// Writes the results of the whole into a folder.
    ///
    /// @param output the folder; results and captures of an earlier run in it are replaced
    /// @param folders those of the shards, in any order
    /// @throws NoResults with one sentence if they do not make a whole: a shard is missing or
    ///     doubled, is of another division, or was made by another build or on other terms
    public static void of(Path output, List<Path> folders) {
        var parts = new TreeMap<Integer, Part>();
        for (var folder : folders) {
            if (isSame(folder, output)) {
                throw new NoResults(output + " holds a shard; name another folder for the whole.");
            }
            add(part(folder), parts);
        }
        var merge = new Merge(parts);
        parts.values().forEach(merge::check);
        merge.checkComplete();
        merge.write(output);
    }

    private static void add(Part part, SequencedMap<Integer, Part> parts) {
        for (var other : parts.values()) {
            if (other.shard().equals(part.shard())) {
                throw new NoResults(other.folder() + " and " + part.folder() + " both hold shard " + part.shard()
                        + "; each counts once.");
            }
            if (other.shard().count() != part.shard().count()) {
                throw new NoResults(other.folder() + " holds shard " + other.shard() + " and " + part.folder()
                        + " shard " + part.shard() + ", which are of different divisions.");
            }
        }
        parts.put(part.shard().number(), part);
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static Part part(Path folder) {
        var results = new ResultsFile(folder).read();
        var text = results.run().shard();
        if (text == null) {
            throw new NoResults(folder + " holds no shard but a run of its own; a shard is made with -D"
                    + Shard.PROPERTY + "=1/4.");
        }
        var shard = Shard.parse(text)
                .orElseThrow(() -> new NoResults(folder + " holds the shard '" + text + "', which no run makes."));
        return new Part(folder, shard, results);
    }

    private void check(Part part) {
        first.terms().forEach((name, value) -> {
            var other = part.terms().get(name);
            if (!value.equals(other)) {
                throw new NoResults("The shards in %s and %s are of different runs: %s is %s in one, %s in the other."
                        .formatted(first.folder(), part.folder(), name, value, other));
            }
        });
    }

    private void checkComplete() {
        int count = first.shard().count();
        var missing = IntStream.rangeClosed(1, count)
                .filter(number -> !parts.containsKey(number))
                .mapToObj(number -> number + "/" + count)
                .toList();
        if (!missing.isEmpty()) {
            throw new NoResults("Of " + count + " shards " + String.join(", ", missing) + " "
                    + (missing.size() == 1 ? "is" : "are") + " missing; run and name all.");
        }
    }

    private void write(Path output) {
        var scenarios = new ArrayList<ScenarioResult>();
        try {
            replaceCaptures(output);
            for (var part : parts.values()) {
                part.results().scenarios().forEach(it -> scenarios.add(moved(it, output)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new ResultsFile(output).write(new Results(run(), first.results().deviations(), scenarios));
    }

    private Run run() {
        var start = parts.values().stream()
                .map(it -> it.run().start())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var end = parts.values().stream()
                .map(Part::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var error = parts.values().stream()
                .filter(it -> it.run().error() != null)
                .map(it -> "shard " + it.shard() + ": " + it.run().error())
                .findFirst();
        return first.run().whole(start, end, error.orElse(null));
    }

    /// Rules are in one shard each, so their folders of captures do not meet.
    private void replaceCaptures(Path output) throws IOException {
        var target = output.resolve(CAPTURES);
        if (Files.isDirectory(target)) {
            for (var each : tree(target).reversed()) {
                Files.delete(each);
            }
        }
        for (var part : parts.values()) {
            var source = part.folder().resolve(CAPTURES);
            if (Files.isDirectory(source)) {
                for (var each : tree(source)) {
                    copy(each, target.resolve(source.relativize(each)));
                }
            }
        }
    }

    private static List<Path> tree(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            return tree.toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
        } else {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// The result, with its capture where it is now.
    private static ScenarioResult moved(ScenarioResult result, Path output) {
        var finding = result.finding();
        var capture = finding == null ? null : finding.capture();
        if (finding == null || capture == null) {
            return result;
        }
        for (int i = capture.getNameCount() - 1; i >= 0; i--) {
            if (capture.getName(i).toString().equals(CAPTURES)) {
                return result.with(finding.withCapture(output.resolve(capture.subpath(i, capture.getNameCount()))));
            }
        }
        return result;
    }
}
