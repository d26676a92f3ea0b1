package io.sockspec.register;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a scenario found wrong about the implementation, ready to be printed: each text is one
/// line, times are relative to the first event of the scenario, every number has its unit.
///
/// @param expected what was due, such as `SO_ERROR is 0`
/// @param actual what came instead, such as `SO_ERROR is ECONNREFUSED, 1.04 s after connect`
/// @param calls the calls of interest with their answers, oldest first; may be empty
/// @param wire the ladder of packets, oldest first; may be empty
/// @param capture the capture of the scenario, or null if none was kept
public record Finding(
        String expected,
        String actual,
        List<String> calls,
        List<String> wire,
        @Nullable Path capture) {

    public Finding {
        calls = List.copyOf(calls);
        wire = List.copyOf(wire);
    }

    /// A finding with nothing but what was expected and what came.
    public static Finding of(String expected, String actual) {
        return new Finding(expected, actual, List.of(), List.of(), null);
    }

    public Finding withCalls(List<String> lines) {
        return new Finding(expected, actual, lines, wire, capture);
    }

    public Finding withWire(List<String> lines) {
        return new Finding(expected, actual, calls, lines, capture);
    }

    public Finding withCapture(Path file) {
        return new Finding(expected, actual, calls, wire, file);
    }
}
