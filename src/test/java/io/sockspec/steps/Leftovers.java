package io.sockspec.steps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Threads and descriptors of this JVM that scenarios make, told by their names.
final class Leftovers {
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private Leftovers() {}

    static List<String> now() {
        List<String> all = new ArrayList<>();
        Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(it -> it.startsWith("call on ") || it.startsWith("sockspec-"))
                .forEach(all::add);
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            descriptors
                    .map(Leftovers::target)
                    .filter(it -> !it.startsWith("/") || it.startsWith("/dev/"))
                    .forEach(all::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /// What is there beyond `before`, once what goes by itself is gone.
    static List<String> since(List<String> before) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        List<String> left = beyond(before);
        while (!left.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
            left = beyond(before);
        }
        return left;
    }

    private static List<String> beyond(List<String> before) {
        List<String> left = now();
        before.forEach(left::remove);
        return left;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            // It was closed meanwhile: the one that reads the folder is among them.
            return "/closed";
        }
    }
}
