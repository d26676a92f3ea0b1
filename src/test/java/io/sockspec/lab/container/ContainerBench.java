package io.sockspec.lab.container;

import io.sockspec.Figure;
import io.sockspec.agent.AgentImplementation;
import io.sockspec.agent.Command;
import io.sockspec.lab.Host;
import io.sockspec.lab.Lab;
import io.sockspec.lab.LabBench;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.Laboratory;
import io.sockspec.lab.namespace.NamespaceLaboratory;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.Type;
import io.sockspec.spi.Place;
import io.sockspec.spi.Program;
import io.sockspec.spi.Sockets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Measures the laboratory of containers against its budgets; a program, not a test.
final class ContainerBench {
    private static final int LABS = 200;
    private static final int WARM_UP = 2_000;
    private static final int CALLS = 5_000;
    private static final int STREAMS = 5;
    private static final LabPlan PLAN = LabPlan.of("client", "server");

    private ContainerBench() {}

    /// Runs all measurements.
    ///
    /// @param arguments the path of a JSON file to write, or nothing
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        List<Figure> figures = new ArrayList<>();
        long start = System.nanoTime();
        Laboratory laboratory = ContainerLaboratory.open(ContainerLaboratory.HOST);
        long ready = System.nanoTime();
        laboratory.open(PLAN).close();
        long fresh = System.nanoTime();
        figures.add(new Figure("engine's client ready", (ready - start) / 1e9, 1.5, "s", false));
        figures.add(new Figure("first lab, with a fresh pool of two hosts", (fresh - ready) / 1e9, 1.2, "s", false));
        figures.add(new Figure("renewed two-host lab, median of 200", renewed(laboratory), 20, "ms", false));
        figures.add(new Figure("getsockname by c in a container, median", roundTrip(laboratory), 350, "us", false));
        figures.add(new Figure("TCP stream, of that between namespaces", streams(), 0.8, "", true));
        figures.forEach(figure -> System.out.println(figure.row()));
        if (arguments.length > 0) {
            String json = figures.stream().map(Figure::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
            Files.writeString(Path.of(arguments[0]), json);
        }
    }

    private static double renewed(Laboratory laboratory) {
        long[] nanos = new long[LABS];
        for (int i = 0; i < LABS; i++) {
            long start = System.nanoTime();
            laboratory.open(PLAN).close();
            nanos[i] = System.nanoTime() - start;
        }
        return median(nanos) / 1e6;
    }

    private static double roundTrip(Laboratory laboratory) {
        long[] nanos = new long[CALLS];
        try (Lab lab = laboratory.open(PLAN);
                Sockets sockets = new Agent(new Inside(lab.host("client"))).open()) {
            Fd fd = sockets.socket(Domain.AF_INET, Type.SOCK_DGRAM, Protocol.DEFAULT)
                    .returned()
                    .orElseThrow();
            for (int i = -WARM_UP; i < CALLS; i++) {
                long start = System.nanoTime();
                SocketAddress _ = sockets.getsockname(fd).returned().orElseThrow();
                nanos[Math.max(0, i)] = System.nanoTime() - start;
            }
        }
        return median(nanos) / 1e3;
    }

    private record Inside(Host host) implements Place {
        @Override
        public String name() {
            return host.name();
        }

        @Override
        public List<Interface> interfaces() {
            return List.of();
        }

        @Override
        public <T> T in(Supplier<T> call) {
            return host.in(call);
        }

        @Override
        public Optional<Program> start(List<String> words) {
            return host.start(words);
        }
    }

    private static final class Agent extends AgentImplementation {
        private final Place place;

        Agent(Place place) {
            super("c", Command.parse("/sockspec/agent"), new Room() {
                @Override
                public <T> T in(Function<Place, T> work) {
                    return work.apply(place);
                }
            });
            this.place = place;
        }

        Sockets open() {
            return open(place);
        }
    }

    /// In turns, so that a noisy machine slows both.
    private static double streams() throws InterruptedException, ExecutionException {
        Laboratory namespaces = NamespaceLaboratory.with("tap");
        Laboratory containers = new EnteredContainers(Engine.reach());
        double[] ratios = new double[STREAMS];
        for (int i = 0; i < STREAMS; i++) {
            double between = LabBench.stream(namespaces);
            ratios[i] = LabBench.stream(containers) / between;
        }
        Arrays.sort(ratios);
        return ratios[STREAMS / 2];
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }
}
