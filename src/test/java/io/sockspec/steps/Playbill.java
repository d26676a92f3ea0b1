package io.sockspec.steps;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import io.sockspec.register.Register;
import io.sockspec.report.VerdictReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.Filter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Features in a folder of their own, played as a run plays ours, and what such a run leaves.
final class Playbill {
    private static final Register REGISTER = Register.own();

    private static final String WARM_UP = """
            Feature: Warm-up
              Scenario: One call
                Given the hosts client and server share a wire
                And client opens a UDP socket
            """;

    private final Path folder;

    Playbill(Path folder) {
        this.folder = folder;
    }

    /// Adds a file; `name` is without its ending.
    Playbill feature(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(features()).resolve(name + ".feature"), text);
        return this;
    }

    private Path features() {
        return folder.resolve("features");
    }

    private Path results() {
        return folder.resolve("results");
    }

    /// Plays in this JVM.
    Playbill play(Filter<?>... filters) {
        run(new SummaryGeneratingListener(), filters);
        return this;
    }

    /// Why nothing can be played.
    String refusal() {
        var summary = new SummaryGeneratingListener();
        run(summary);
        var failure = summary.getSummary().getFailures().getFirst();
        return failure.getTestIdentifier().getDisplayName() + ": "
                + failure.getException().getMessage();
    }

    private void run(SummaryGeneratingListener summary, Filter<?>... filters) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectDirectory(features().toString()))
                .filters(filters)
                .configurationParameter("cucumber.glue", "io.sockspec.steps")
                .configurationParameter("cucumber.plugin", "io.sockspec.report.VerdictPlugin:" + results());
        LauncherFactory.create().execute(request.build(), summary);
    }

    /// Plays in a JVM of its own, where properties may differ, and answers what it prints: one line
    /// for each thing that the scenarios leave behind.
    List<String> playApart(String... properties) throws IOException, InterruptedException {
        return apart(Playbill.class, List.of(folder.toString()), properties);
    }

    static List<String> apart(Class<?> main, List<String> arguments, String... properties)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(properties));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = process.inputReader()) {
            List<String> printed = lines.readAllLines();
            process.waitFor();
            return printed;
        } finally {
            process.destroyForcibly();
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        // The first scenario makes what lives as long as the run.
        new Playbill(folder.resolve("warm-up")).feature("a", WARM_UP).play();
        List<String> before = Leftovers.now();
        new Playbill(folder).play();
        Leftovers.since(before).forEach(System.out::println);
        System.exit(0);
    }

    JsonNode scenario(String name) {
        return scenarios().stream()
                .filter(it -> it.get("scenario").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no scenario '" + name + "' has a result"));
    }

    List<JsonNode> scenarios() {
        return Stream.of(results().resolve("results.json"))
                .flatMap(it -> JsonMapper.shared()
                        .readTree(it.toFile())
                        .get("scenarios")
                        .valueStream())
                .toList();
    }

    boolean hasResults() {
        return Files.exists(results().resolve("results.json"));
    }

    /// The status, and the sentence if there is one.
    String ending(String name) {
        JsonNode scenario = scenario(name);
        return (scenario.get("status").asString() + " "
                        + scenario.path("message").asString(""))
                .strip();
    }

    /// The status, and the sentence or what was expected and what came.
    static String ended(JsonNode scenario) {
        JsonNode finding = scenario.path("finding");
        return String.join(
                        " ",
                        scenario.get("status").asString(),
                        scenario.path("message").asString(""),
                        finding.path("expected").asString(""),
                        finding.path("actual").asString(""))
                .strip();
    }

    /// What a person reads after the run.
    String report() {
        return VerdictReport.of(results(), REGISTER).text();
    }
}
