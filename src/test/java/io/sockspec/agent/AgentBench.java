package io.sockspec.agent;

import io.sockspec.Figure;
import io.sockspec.socket.Domain;
import io.sockspec.socket.Fd;
import io.sockspec.socket.Protocol;
import io.sockspec.socket.SocketAddress;
import io.sockspec.socket.Type;
import io.sockspec.spi.Implementation;
import io.sockspec.spi.Implementations;
import io.sockspec.spi.Place;
import io.sockspec.spi.Sockets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Measures agents against their budgets; a program, not a test.
public final class AgentBench {
    private static final int STARTS = 50;
    private static final int WARM_UP = 2_000;
    private static final int CALLS = 5_000;

    private final List<Figure> figures = new ArrayList<>();

    /// Runs all measurements.
    ///
    /// @param arguments the path of a JSON file to write, or nothing
    public static void main(String[] arguments) throws IOException {
        AgentBench bench = new AgentBench();
        bench.measure("c", 100, 5);
        bench.measure("python", 250, 40);
        bench.measure("java-agent", 150, Double.NaN);
        bench.figures.forEach(figure -> System.out.println(figure.row()));
        if (arguments.length > 0) {
            String list = bench.figures.stream().map(Figure::json).collect(Collectors.joining(", ", "[", "]"));
            Files.writeString(Path.of(arguments[0]), list);
        }
    }

    private void measure(String name, double roundTripMicros, double readyMillis) {
        Implementation agent = Implementations.named(name);
        String version = agent.version();
        figures.add(new Figure(
                name + " (" + version + "), getsockname, median",
                roundTrip(agent, Place.NOWHERE) / 1e3,
                roundTripMicros,
                "us",
                false));
        if (!Double.isNaN(readyMillis)) {
            figures.add(new Figure(
                    name + ", start to its first answer, median", ready(agent) / 1e6, readyMillis, "ms", false));
        }
    }

    /// In nanoseconds, the median of many calls.
    public static double roundTrip(Implementation agent, Place place) {
        try (Sockets sockets = agent.open(place)) {
            Fd fd = sockets.socket(Domain.AF_INET, Type.SOCK_DGRAM, Protocol.DEFAULT)
                    .returned()
                    .orElseThrow();
            long[] nanos = new long[CALLS];
            for (int i = -WARM_UP; i < CALLS; i++) {
                long start = System.nanoTime();
                SocketAddress _ = sockets.getsockname(fd).returned().orElseThrow();
                nanos[Math.max(0, i)] = System.nanoTime() - start;
            }
            return median(nanos);
        }
    }

    private static double ready(Implementation agent) {
        long[] nanos = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            long start = System.nanoTime();
            try (Sockets sockets = agent.open(Place.NOWHERE)) {
                sockets.htonl(1);
                nanos[i] = System.nanoTime() - start;
            }
        }
        return median(nanos);
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }
}
