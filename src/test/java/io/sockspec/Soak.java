package io.sockspec;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs the catalogue again and again, every other time beside busy cores, and names the scenarios
/// that did not end
/// alike; a program, not a test. Status 0 when there was none.
final class Soak {
    private static final Path FOLDER = Path.of("target/soak");

    private Soak() {}

    public static void main(String[] arguments) {
        int runs = Integer.parseInt(arguments[0]);
        Map<String, Map<String, Integer>> endings = new TreeMap<>();
        for (int run = 1; run <= runs; run++) {
            boolean busy = run % 2 == 0;
            long began = System.nanoTime();
            List<JsonNode> scenarios = run(busy);
            scenarios.forEach(scenario -> endings.computeIfAbsent(name(scenario), _ -> new TreeMap<>())
                    .merge(ending(scenario), 1, Integer::sum));
            long passed = scenarios.stream()
                    .filter(scenario -> ending(scenario).equals("PASSED"))
                    .count();
            System.out.printf(
                    "run %d of %d%s: %d of %d scenarios passed, %.1f s%n",
                    run, runs, busy ? ", cores busy" : "", passed, scenarios.size(), (System.nanoTime() - began) / 1e9);
        }
        Map<String, Map<String, Integer>> flaky = new TreeMap<>(endings);
        flaky.values()
                .removeIf(each -> each.size() == 1 && each.values().iterator().next() == runs);
        flaky.forEach((scenario, each) -> System.out.println("flaky: " + scenario + " " + each));
        System.out.printf("%d scenarios, %d runs, %d flaky%n", endings.size(), runs, flaky.size());
        System.exit(flaky.isEmpty() && !endings.isEmpty() ? 0 : 1);
    }

    private static String name(JsonNode scenario) {
        String uri = scenario.get("uri").asString();
        return scenario.path("id").asString() + " " + scenario.get("scenario").asString() + " ("
                + uri.substring(uri.lastIndexOf('/') + 1) + ":"
                + scenario.get("line").asInt() + ")";
    }

    /// The status, and for one that did not pass also what was found, without how long it took.
    private static String ending(JsonNode scenario) {
        String status = scenario.get("status").asString();
        JsonNode finding = scenario.path("finding");
        return finding.isObject()
                ? status + " " + finding.get("expected").asString() + " | "
                        + finding.get("actual").asString().replaceAll("[0-9.]+ (m?s)\\b", "so many $1")
                : status
                        + (status.equals("PASSED")
                                ? ""
                                : " " + scenario.path("message").asString());
    }

    private static List<JsonNode> run(boolean busy) {
        AtomicBoolean going = new AtomicBoolean(busy);
        for (int core = 0; core < Runtime.getRuntime().availableProcessors(); core++) {
            Thread.ofPlatform().daemon().name("hog-" + core).start(() -> {
                while (going.get()) {
                    Thread.onSpinWait();
                }
            });
        }
        Launcher launcher = LauncherFactory.create();
        launcher.execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectDirectory("features"))
                .configurationParameter("cucumber.glue", "io.sockspec.steps")
                .configurationParameter("cucumber.plugin", "io.sockspec.report.VerdictPlugin:" + FOLDER)
                .build());
        going.set(false);
        JsonNode results =
                JsonMapper.shared().readTree(FOLDER.resolve("results.json").toFile());
        return results.get("scenarios").valueStream().toList();
    }
}
