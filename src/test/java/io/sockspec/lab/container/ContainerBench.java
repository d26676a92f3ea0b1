package io.sockspec.lab.container;

import io.sockspec.Figure;
import io.sockspec.lab.Lab;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.Laboratory;
import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.socket.Bytes;
import io.sockspec.spi.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Measures the laboratory of containers against its budgets; a program, not a test.
final class ContainerBench {
    private static final int LABS = 200;
    private static final int CALLS = 2000;
    private static final LabPlan PLAN = LabPlan.of("client", "server");

    private ContainerBench() {}

    /// Runs all measurements.
    ///
    /// @param arguments the path of a JSON file to write, or nothing
    public static void main(String[] arguments) throws IOException {
        List<Figure> figures = new ArrayList<>();
        long start = System.nanoTime();
        Laboratory laboratory = ContainerLaboratory.open(ContainerLaboratory.HOST);
        long ready = System.nanoTime();
        laboratory.open(PLAN).close();
        long fresh = System.nanoTime();
        figures.add(new Figure("engine's client ready", (ready - start) / 1e9, 1.5, "s", false));
        figures.add(new Figure("first lab, with a fresh pool of two hosts", (fresh - ready) / 1e9, 1.2, "s", false));
        figures.add(new Figure("renewed two-host lab, median of 200", renewed(laboratory), 20, "ms", false));
        figures.add(new Figure("call round trip into a container, median", roundTrip(laboratory), 350, "us", false));
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
        Bytes ping = Bytes.text("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{}}\n");
        long[] nanos = new long[CALLS];
        try (Lab lab = laboratory.open(PLAN);
                Memory request = Memory.of(ping);
                Memory answer = Memory.confined(4096)) {
            Program agent = lab.host("client").start(List.of("/sockspec/agent")).orElseThrow();
            for (int i = 0; i < CALLS; i++) {
                long start = System.nanoTime();
                Libc.write(agent.input(), request, ping.length());
                Libc.read(agent.output(), answer, answer.size());
                nanos[i] = System.nanoTime() - start;
            }
            agent.end();
            List.of(agent.input(), agent.output(), agent.errors()).forEach(Libc::close);
        }
        return median(nanos) / 1e3;
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }
}
