package io.sockspec.lab;

import static io.sockspec.lab.TestSocket.at;

import io.sockspec.Figure;
import io.sockspec.lab.namespace.NamespaceLaboratory;
import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Measures the laboratory against its budgets; a program, not a test.
public final class LabBench {
    private static final int LABS = 200;
    private static final int THREADS = 8;
    private static final int EXCHANGES = 5_000;
    private static final long STREAM_BYTES = 200L << 20;
    private static final int CHUNK_BYTES = 64 << 10;
    private static final int RUNS = 5;
    private static final LabPlan PLAN = LabPlan.of("client", "server");

    private final Laboratory laboratory = NamespaceLaboratory.probe();
    private final List<Figure> figures = new ArrayList<>();

    /// Runs all measurements.
    ///
    /// @param arguments the path of a JSON file to write, or nothing
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        LabBench bench = new LabBench();
        System.out.println(bench.laboratory + ", " + Runtime.getRuntime().availableProcessors() + " processors");
        bench.measure();
        bench.figures.forEach(figure -> System.out.println(figure.row()));
        if (arguments.length > 0) {
            Files.writeString(Path.of(arguments[0]), bench.json());
        }
    }

    private void measure() throws InterruptedException, ExecutionException {
        // First, since what later measurements allocate stays resident.
        add("memory of the process beside 200 live labs", liveLabs(), 512, "MiB", false);
        freshLabs();
        add("fresh two-host lab, made and closed, median of 200", freshLabs(), 6, "ms", false);
        parallelExchanges();
        add("200 labs with a TCP exchange, 8 threads, median of 5", runs(this::parallelExchanges), 1.5, "s", false);
        add("TCP stream through the wire, captured, median of 5", runs(() -> stream(laboratory)), 150, "MB/s", true);
        inLab(laboratory, this::pingPong);
        inLab(laboratory, this::drain);
    }

    private void add(String name, double value, double budget, String unit, boolean least) {
        figures.add(new Figure(name, value, budget, unit, least));
    }

    private double freshLabs() {
        long[] nanos = new long[LABS];
        for (int i = 0; i < LABS; i++) {
            long start = System.nanoTime();
            laboratory.open(PLAN).close();
            nanos[i] = System.nanoTime() - start;
        }
        return median(nanos) / 1e6;
    }

    /// What is done several times, for its median.
    public interface Measurement {
        double run() throws InterruptedException, ExecutionException;
    }

    /// The median of several measurements.
    public static double runs(Measurement measurement) throws InterruptedException, ExecutionException {
        double[] results = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            results[i] = measurement.run();
        }
        Arrays.sort(results);
        return results[RUNS / 2];
    }

    private double parallelExchanges() throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < LABS; i++) {
                all.add(threads.submit(() -> inLab(laboratory, LabBench::exchange)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void inLab(Laboratory laboratory, Consumer<Lab> work) {
        try (Lab lab = laboratory.open(PLAN)) {
            work.accept(lab);
        }
    }

    private interface Talk {
        void between(TestSocket client, TestSocket server);
    }

    private static void connected(Lab lab, Talk talk) {
        Host server = lab.host("server");
        try (TestSocket listener =
                        TestSocket.tcp(server).bind(at(server.ip4(), 80)).listen();
                TestSocket client = TestSocket.tcp(lab.host("client")).connect(at(server.ip4(), 80));
                TestSocket accepted = listener.accept()) {
            talk.between(client, accepted);
        }
    }

    private static void exchange(Lab lab) {
        connected(lab, (client, server) -> {
            client.send("ping");
            server.send(server.receive());
            if (!client.receive().equals("ping")) {
                throw new AssertionError("the echo is not what was sent");
            }
        });
    }

    /// In MB/s; the hosts must be ones that this process can enter.
    public static double stream(Laboratory laboratory) {
        long[] nanos = {0};
        inLab(
                laboratory,
                lab -> connected(lab, (client, server) -> {
                    CountDownLatch received = new CountDownLatch(1);
                    long start = System.nanoTime();
                    Thread.ofPlatform().daemon().start(() -> {
                        receiveAll(server);
                        received.countDown();
                    });
                    sendAll(client);
                    awaitUninterrupted(received);
                    nanos[0] = System.nanoTime() - start;
                }));
        return STREAM_BYTES / 1e6 / (nanos[0] / 1e9);
    }

    private static void sendAll(TestSocket socket) {
        try (Memory chunk = Memory.confined(CHUNK_BYTES)) {
            for (long left = STREAM_BYTES; left > 0; ) {
                left -= TestSocket.check(Libc.send(socket.fd(), chunk, Math.min(left, CHUNK_BYTES), 0));
            }
        }
    }

    private static void receiveAll(TestSocket socket) {
        try (Memory chunk = Memory.confined(4L * CHUNK_BYTES)) {
            for (long left = STREAM_BYTES; left > 0; ) {
                left -= TestSocket.check(Libc.recv(socket.fd(), chunk, chunk.size(), 0));
            }
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private void pingPong(Lab lab) {
        connected(lab, (client, server) -> {
            client.option(6, 1, 1);
            server.option(6, 1, 1);
            Thread echo = Thread.ofPlatform().daemon().start(() -> {
                for (int i = 0; i < EXCHANGES; i++) {
                    server.send(server.receive());
                }
            });
            long[] nanos = new long[EXCHANGES];
            for (int i = 0; i < EXCHANGES; i++) {
                long start = System.nanoTime();
                client.send("x");
                client.receive();
                nanos[i] = System.nanoTime() - start;
            }
            add("1-byte TCP round trip, TCP_NODELAY, median", median(nanos) / 1e3, 150, "us", false);
            if (echo.isAlive()) {
                client.send("");
            }
        });
    }

    private void drain(Lab lab) {
        try (TestSocket sender = TestSocket.udp(lab.host("client"))) {
            long[] nanos = new long[EXCHANGES];
            for (int i = 0; i < EXCHANGES; i++) {
                sender.sendTo(at(lab.host("server").ip4(), 9), "x");
                long start = System.nanoTime();
                lab.wire().drain();
                nanos[i] = System.nanoTime() - start;
            }
            add("draining the wire after a datagram, median", median(nanos) / 1e3, 50, "us", false);
        }
    }

    /// Resident memory in MiB, all of the heap that was ever touched included.
    private double liveLabs() {
        List<Lab> labs = new ArrayList<>();
        try {
            for (int i = 0; i < LABS; i++) {
                labs.add(laboratory.open(PLAN));
                exchange(labs.getLast());
            }
            return residentKibibytes() / 1024.0;
        } finally {
            labs.forEach(Lab::close);
        }
    }

    private static long residentKibibytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    private String json() {
        return figures.stream()
                .map(Figure::json)
                .collect(Collectors.joining(
                        ",\n    ",
                        "{\n  \"transport\": \"" + laboratory.transport() + "\",\n  \"figures\": [\n    ",
                        "\n  ]\n}\n"));
    }
}
