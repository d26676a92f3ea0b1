package io.sockspec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Begins runs of the catalogue, kills each at a random moment, and names what stays: containers,
/// networks, files, processes; a program, not a test. Status 0 when nothing did.
final class Kill {
    private static final double EARLIEST_SECONDS = 0.5;
    private static final double LATEST_SECONDS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final List<String> options;
    private final List<String> networks;

    private Kill(Path folder, List<String> options) throws IOException {
        this.folder = folder;
        this.options = options;
        networks = engine("network", "ls", "--quiet");
        Files.createDirectory(temporary());
    }

    private Path temporary() {
        return folder.resolve("temporary");
    }

    /// @param arguments how often, the seed of the moments, and properties of the runs
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int runs = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        Random random = new Random(seed);
        Path folder = Files.createTempDirectory("kill-").toRealPath();
        Kill kill = new Kill(folder, Arrays.asList(arguments).subList(2, arguments.length));
        List<Double> cleared = new ArrayList<>();
        int unclean = 0;
        for (int run = 1; run <= runs; run++) {
            double after = random.nextDouble(EARLIEST_SECONDS, LATEST_SECONDS);
            long pid = kill.begin(after);
            long killed = System.nanoTime();
            List<String> left = kill.awaitNothing(pid);
            cleared.add((System.nanoTime() - killed) / 1e9);
            if (!left.isEmpty()) {
                unclean++;
                System.out.printf("kill %d of %d after %.3f s left %s%n", run, runs, after, left);
                clear(kill.temporary());
            }
        }
        clear(folder);
        Files.delete(folder);
        Collections.sort(cleared);
        System.out.printf(
                "%d kills (seed %d), %d left something; all was gone after %.2f s (median), %.2f s (the longest)%n",
                runs, seed, unclean, cleared.get(runs / 2), cleared.getLast());
        System.exit(unclean == 0 ? 0 : 1);
    }

    /// Returns when it is killed. Its folder is where it works, so that its processes are known by
    /// it; its temporary files are there, too, and its results elsewhere.
    private long begin(double seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-Djava.io.tmpdir=" + temporary(), "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Sockspec.class.getName(), "judge"));
        Path output = Files.createDirectories(Path.of("target", "kill").toAbsolutePath());
        command.add("--output=" + output);
        Process run = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.resolve("log").toFile())
                .start();
        if (run.waitFor(Duration.ofNanos((long) (seconds * 1e9)))) {
            throw new IllegalStateException(
                    "the run ended by itself and said " + Files.readAllLines(output.resolve("log")));
        }
        run.destroyForcibly().waitFor();
        return run.pid();
    }

    private List<String> awaitNothing(long pid) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> left = left(pid);
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(20_000_000);
            left = left(pid);
        }
        return left;
    }

    private List<String> left(long pid) throws IOException {
        List<String> left = new ArrayList<>(processes());
        try (Stream<Path> files = Files.list(temporary())) {
            files.forEach(each -> left.add("the file " + each));
        }
        engine("ps", "--all", "--format", "{{.Label \"io.sockspec.owner\"}} {{.Status}}").stream()
                .filter(each -> each.contains("-" + pid + "-"))
                .forEach(each -> left.add("the container of " + each));
        engine("network", "ls", "--quiet").stream()
                .filter(each -> !networks.contains(each))
                .forEach(each -> left.add("the network " + each));
        return left;
    }

    /// Those that began where the run began.
    private List<String> processes() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            for (Path each : (Iterable<Path>) all::iterator) {
                try {
                    if (each.getFileName().toString().matches("\\d+")
                            && Files.readSymbolicLink(each.resolve("cwd")).equals(folder)) {
                        found.add("the process "
                                + Files.readString(each.resolve("cmdline")).replace('\0', ' '));
                    }
                } catch (IOException ended) {
                    // Nothing is left of it.
                }
            }
        }
        return found;
    }

    /// What the engine's own client says, nothing where runs have no containers.
    private List<String> engine(String... words) throws IOException {
        if (!options.contains("-Dsockspec.lab=containers")) {
            return List.of();
        }
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        try (var lines = new ProcessBuilder(command).start().inputReader()) {
            return lines.readAllLines();
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Collections.reverseOrder()).toList()) {
                if (!each.equals(folder)) {
                    Files.delete(each);
                }
            }
        }
    }
}
