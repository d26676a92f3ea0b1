package io.sockspec.lab.container;

import io.sockspec.Figure;
import io.sockspec.agent.AgentBench;
import io.sockspec.agent.AgentImplementation;
import io.sockspec.agent.Command;
import io.sockspec.lab.HostPlace;
import io.sockspec.lab.Lab;
import io.sockspec.lab.LabBench;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.Laboratory;
import io.sockspec.lab.namespace.NamespaceLaboratory;
import io.sockspec.spi.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Measures the laboratory of containers against its budgets; a program, not a test.
final class ContainerBench {
    private static final int LABS = 200;
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
        try (Lab lab = laboratory.open(PLAN)) {
            Place place = new HostPlace(lab.host("client"));
            return AgentBench.roundTrip(new AgentThere(place), place) / 1e3;
        }
    }

    /// The agent in C of the image.
    private static final class AgentThere extends AgentImplementation {
        AgentThere(Place place) {
            super("c", Command.parse("/sockspec/agent"), new Room() {
                @Override
                public <T> T in(Function<Place, T> work) {
                    return work.apply(place);
                }
            });
        }
    }

    /// In turns, so that a noisy machine slows both.
    private static double streams() throws InterruptedException, ExecutionException {
        Laboratory namespaces = NamespaceLaboratory.with("tap");
        Laboratory containers = new EnteredContainers(Engine.reach());
        return LabBench.runs(() -> {
            double between = LabBench.stream(namespaces);
            return LabBench.stream(containers) / between;
        });
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }
}
