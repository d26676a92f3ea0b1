package io.sockspec.liars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import io.sockspec.register.Register;
import io.sockspec.register.Requirement;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs every tested requirement against each of its liars, all in one execution, and sees that
/// each is caught: failed,
/// not broken, with a text that names the fault.
class KillPassIT {
    private static final Path WORK = Path.of("target/liars");
    private static final Pattern RULE = Pattern.compile("(?m)^(?=  @[A-Z][A-Z0-9-]*-\\d)");

    @Test
    void everyLiarIsCaught() throws IOException {
        List<String> tested = Register.own().requirements().stream()
                .filter(requirement -> requirement.untested() == null)
                .map(Requirement::id)
                .toList();
        assertThat(tested).hasSizeGreaterThanOrEqualTo(56);
        assertThat(Liars.BY_REQUIREMENT.keySet()).containsExactlyInAnyOrderElementsOf(tested);
        writeFeatures();
        run();

        Map<String, List<JsonNode>> scenarios = scenariosByLiar();
        List<String> alive = new ArrayList<>();
        int liars = 0;
        for (String requirement : tested) {
            for (String stage : LiarLineup.STAGES) {
                for (int rank = 0; rank < Liars.of(requirement).size(); rank++) {
                    Liar liar = Liars.of(requirement).get(rank);
                    if (plays(liar, stage)) {
                        liars++;
                        String key = stage + " " + requirement + " " + rank;
                        survival(liar, stage, scenarios.getOrDefault(key, List.of()))
                                .ifPresent(alive::add);
                    }
                }
            }
        }
        report(tested, liars, alive);
        assertThat(alive).as("liars that were not caught").isEmpty();
    }

    /// What is between the host and the wire is the same for every implementation.
    private static boolean plays(Liar liar, String stage) {
        return stage.equals("reference") || liar.bendsCalls();
    }

    /// For each implementation a folder for each rank of liars, with the rules that have a liar of
    /// that rank.
    private static void writeFeatures() throws IOException {
        deleteTree(WORK);
        int ranks = Liars.BY_REQUIREMENT.values().stream()
                .mapToInt(List::size)
                .max()
                .orElseThrow();
        List<Path> features;
        try (Stream<Path> tree = Files.walk(Path.of("features"))) {
            features = tree.filter(path -> path.toString().endsWith(".feature")).toList();
        }
        for (Path feature : features) {
            String[] parts = RULE.split(Files.readString(feature), -1);
            for (String stage : LiarLineup.STAGES) {
                for (int rank = 0; rank < ranks; rank++) {
                    writeRank(feature, parts, stage, rank);
                }
            }
        }
    }

    private static void writeRank(Path feature, String[] parts, String stage, int rank) throws IOException {
        StringBuilder text = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            String id = parts[i].strip().substring(1).split("\\s", -1)[0];
            List<Liar> liars = Liars.of(id);
            if (liars.size() > rank && plays(liars.get(rank), stage)) {
                text.append(parts[i]);
            }
        }
        if (text.length() > parts[0].length()) {
            Path copy = WORK.resolve("features")
                    .resolve(stage)
                    .resolve(String.valueOf(rank))
                    .resolve(Path.of("features").relativize(feature));
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, text);
        }
    }

    private static void run() {
        System.setProperty("sockspec.lineup", LiarLineup.class.getName());
        System.setProperty("sockspec.output", WORK.toString());
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectDirectory(WORK.resolve("features").toString()))
                .configurationParameter("cucumber.glue", "io.sockspec.steps")
                .configurationParameter("cucumber.plugin", "io.sockspec.report.VerdictPlugin:" + WORK)
                .configurationParameter("cucumber.execution.parallel.config.fixed.parallelism", "16")
                .configurationParameter("cucumber.execution.parallel.config.fixed.max-pool-size", "16")
                .build();
        LauncherFactory.create().execute(request);
    }

    private static Map<String, List<JsonNode>> scenariosByLiar() {
        JsonNode results =
                JsonMapper.shared().readTree(WORK.resolve("results.json").toFile());
        Map<String, List<JsonNode>> scenarios = new TreeMap<>();
        for (JsonNode scenario : results.get("scenarios")) {
            URI feature = URI.create(scenario.get("uri").asString());
            String key =
                    LiarLineup.stage(feature) + " " + scenario.get("id").asString() + " " + LiarLineup.rank(feature);
            scenarios.computeIfAbsent(key, _ -> new ArrayList<>()).add(scenario);
        }
        return scenarios;
    }

    /// Why a liar does not count as caught; empty when it was.
    private static Optional<String> survival(Liar liar, String stage, List<JsonNode> scenarios) {
        String who = liar.requirement() + ", before " + stage + ", " + liar.lie() + ": ";
        List<String> broken = scenarios.stream()
                .filter(scenario -> !List.of("PASSED", "WRONG")
                        .contains(scenario.get("status").asString()))
                .map(scenario -> scenario.get("scenario").asString() + ": "
                        + scenario.path("message").asString())
                .toList();
        if (!broken.isEmpty()) {
            return Optional.of(who + "broken, not failed: " + broken);
        }
        List<String> findings = scenarios.stream()
                .filter(scenario -> scenario.get("status").asString().equals("WRONG"))
                .map(scenario -> scenario.get("finding").get("expected").asString() + " | "
                        + scenario.get("finding").get("actual").asString())
                .toList();
        Pattern caught = Pattern.compile(liar.caught(), Pattern.DOTALL);
        return findings.stream().anyMatch(finding -> caught.matcher(finding).find())
                ? Optional.empty()
                : Optional.of(who
                        + (findings.isEmpty()
                                ? "all " + scenarios.size() + " scenarios passed"
                                : "failed for another reason: " + findings));
    }

    private static void report(List<String> tested, int liars, List<String> alive) throws IOException {
        long killed = tested.stream()
                .filter(id -> alive.stream().noneMatch(line -> line.startsWith(id + ",")))
                .count();
        String line = "kill pass: " + killed + "/" + tested.size() + " requirements, " + (liars - alive.size()) + "/"
                + liars + " liars caught";
        Files.writeString(WORK.resolve("kill-pass.txt"), line + "\n" + String.join("\n", alive) + "\n");
        System.out.println(line);
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
