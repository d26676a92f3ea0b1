package io.sockspec.lab.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.lab.Lab;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.Laboratory;
import io.sockspec.lab.Labs;
import io.sockspec.lab.OnEachTransport;
import io.sockspec.libc.Libc;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Isolated;

/// A lab that is over, in whatever way, leaves no descriptor, no thread and no namespace.
@Isolated("counts the descriptors of this process")
class LeftoversTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int KILLED_LABS = 50;

    @OnEachTransport
    void aThousandLabsLeaveTheDescriptorsAndThreadsThereWere(String transport) {
        Laboratory laboratory = Labs.with(transport);
        laboratory.open(LabPlan.of("client", "server")).close();
        Labs.await(
                "earlier labs have given all back", PATIENCE, () -> labThreads().isEmpty());
        long before = descriptors();
        for (int i = 0; i < 1000; i++) {
            laboratory.open(LabPlan.of("client", "server")).close();
        }
        Labs.await("no more descriptors than before", PATIENCE, () -> descriptors() <= before);
        Labs.await("no thread of a lab", PATIENCE, () -> labThreads().isEmpty());
    }

    @OnEachTransport
    void hostsLeftToAStackLeaveTheDescriptorsThereWere(String transport) {
        Labs.openWithOwnStack(transport).close();
        Labs.await(
                "earlier labs have given all back", PATIENCE, () -> labThreads().isEmpty());
        long before = descriptors();
        for (int i = 0; i < 100; i++) {
            Labs.openWithOwnStack(transport).close();
        }
        Labs.await("no more descriptors than before", PATIENCE, () -> descriptors() <= before);
    }

    @OnEachTransport
    void aFailedLabLeavesNothing(String transport) {
        Laboratory laboratory = Labs.with(transport);
        LabPlan plan = LabPlan.of("a", "b").withSysctl("b", "net.ipv4.tcp_nothing", "1");
        long before = descriptors();
        for (int i = 0; i < 10; i++) {
            assertThat(refused(laboratory, plan)).contains("net.ipv4.tcp_nothing");
        }
        Labs.await("no more descriptors than before", PATIENCE, () -> descriptors() <= before);
    }

    private static String refused(Laboratory laboratory, LabPlan plan) {
        try (Lab lab = laboratory.open(plan)) {
            return "opened " + lab;
        } catch (RuntimeException refusal) {
            return refusal.toString();
        }
    }

    @OnEachTransport
    void aClosedLabsNamespacesGo(String transport) {
        try (Canary canary = new Canary()) {
            try (Lab lab = Labs.open(transport, "client", "server")) {
                lab.hosts().forEach(canary::put);
                assertThat(canary.alive()).isEqualTo(2);
            }
            Labs.await("both namespaces are gone", PATIENCE, () -> canary.alive() == 0);
        }
    }

    @OnEachTransport
    void aKilledProcessLeavesNoNamespace(String transport) throws IOException, InterruptedException {
        Labs.with(transport);
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LabHolder.class.getName(),
                        transport,
                        String.valueOf(KILLED_LABS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Canary canary = new Canary();
                BufferedReader output = holder.inputReader()) {
            assertThat(output.readLine()).isEqualTo(String.valueOf(KILLED_LABS));
            List<String> devices = devices();
            int namespaces = putCanaries(canary, holder.pid());
            assertThat(namespaces).isGreaterThanOrEqualTo(2 * KILLED_LABS);
            assertThat(canary.alive()).isEqualTo(namespaces);
            holder.destroyForcibly().waitFor();
            Labs.await("all namespaces are gone", PATIENCE, () -> canary.alive() == 0);
            assertThat(devices()).isEqualTo(devices);
        } finally {
            holder.destroyForcibly();
        }
    }

    /// Into every namespace that the process holds by a descriptor; its own is among them and is
    /// left out.
    private static int putCanaries(Canary canary, long process) throws IOException, InterruptedException {
        Path own = Files.readSymbolicLink(Path.of("/proc/" + process + "/ns/net"));
        List<Path> held = new ArrayList<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + process + "/fd"))) {
            for (Path each : descriptors.toList()) {
                Path target = Files.readSymbolicLink(each);
                if (target.toString().startsWith("net:") && !target.equals(own)) {
                    held.add(each);
                }
            }
        }
        List<Throwable> problems = new ArrayList<>();
        Thread visitor = Thread.ofPlatform().unstarted(() -> held.forEach(each -> put(canary, each)));
        visitor.setUncaughtExceptionHandler((thread, problem) -> problems.add(problem));
        visitor.start();
        visitor.join();
        assertThat(problems).isEmpty();
        return held.size();
    }

    /// Enters on a thread that ends afterwards, so it need not find its way back.
    private static void put(Canary canary, Path namespace) {
        int fd = Namespace.check(Libc.open(namespace.toString(), 0x80000, 0), "open " + namespace);
        Namespace.check(Libc.setns(fd, 0x40000000), "enter " + namespace);
        Libc.close(fd);
        canary.put();
    }

    private static long descriptors() {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A run that other tests began in this JVM has threads of its own.
    private static List<String> labThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("sockspec-wire") || name.startsWith("sockspec-reaper"))
                .toList();
    }

    private static List<String> devices() {
        return Sysctl.table("/proc/self/net/dev")
                .lines()
                .map(line -> line.substring(0, Math.max(0, line.indexOf(':'))).strip())
                .toList();
    }
}
