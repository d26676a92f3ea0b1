package io.sockspec.lab.relay;

import io.sockspec.lab.Door;
import io.sockspec.lab.Host;
import io.sockspec.lab.LabFailure;
import io.sockspec.libc.Child;
import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import io.sockspec.spi.ImplementationUnavailable;
import io.sockspec.spi.Program;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The process of a relay, in the namespace of its host. Its API listens on the host's loopback
/// address alone, so that no frame of it comes to the wire; whoever asks makes the connection
/// inside.
final class RelayServer implements AutoCloseable {
    static final String API_ADDRESS = "127.0.0.1";
    static final int API_PORT = 8474;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN_NANOS = 1_000_000;
    private static final int LOG_CHARACTERS = 600;

    static {
        // The client library asks with HttpURLConnection, which would keep connections, and a thread that ends them.
        // That thread would stay in the namespace it was started in.
        System.setProperty("http.keepAlive", "false");
    }

    private static final String IN_IMAGE = "/sockspec/relay";

    private final Host host;
    private final Program process;
    private final Door door;

    private RelayServer(Host host, Program process) {
        this.host = host;
        this.process = process;
        door = host.door(API_PORT);
    }

    /// A child of this process.
    private record Local(Child child) implements Program {
        @Override
        public int input() {
            return child.input();
        }

        @Override
        public int output() {
            return child.output();
        }

        @Override
        public int errors() {
            return child.errors();
        }

        @Override
        public boolean hasEnded() {
            return child.hasEnded();
        }

        @Override
        public String ending() {
            return child.ending();
        }

        @Override
        public void end() {
            child.kill();
        }
    }

    /// A request to the API.
    interface Request<T> {
        T make() throws IOException;
    }

    /// Starts the server and returns when it answers.
    static RelayServer start(Host host, Supplier<Path> program) {
        List<String> options = List.of("-host", API_ADDRESS, "-port", String.valueOf(API_PORT));
        Program process = inImage(host, words(List.of(IN_IMAGE), options)).orElseGet(() -> {
            // The parent whose death kills it is the calling thread, which is the scenario's.
            List<String> server =
                    List.of("setpriv", "--pdeathsig", "KILL", program.get().toString());
            return host.in(() -> spawn(words(server, options)));
        });
        Libc.close(process.input());
        RelayServer server = new RelayServer(host, process);
        try {
            server.awaitAnswer();
            return server;
        } catch (RuntimeException problem) {
            server.release();
            throw problem;
        }
    }

    private static Optional<Program> inImage(Host host, List<String> words) {
        try {
            return host.start(words);
        } catch (ImplementationUnavailable e) {
            throw new NoRelay("there is no " + IN_IMAGE + " in the image of host " + host.name()
                    + "; build the image with 'ci/images'");
        }
    }

    private static List<String> words(List<String> first, List<String> more) {
        return Stream.concat(first.stream(), more.stream()).toList();
    }

    private static Program spawn(List<String> words) {
        try {
            return new Local(Child.start(words, Map.of("PATH", System.getenv("PATH"), "LOG_LEVEL", "warn")));
        } catch (Child.NotStarted e) {
            throw new LabFailure("the relay cannot be started: " + e.getMessage());
        }
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!door.isAnswered()) {
            if (process.hasEnded() || System.nanoTime() > deadline) {
                throw dead();
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /// Where its API is, for [#ask].
    InetSocketAddress api() {
        return door.address();
    }

    <T> T ask(Request<T> request) {
        return door.through(() -> {
            try {
                return request.make();
            } catch (IOException e) {
                throw process.hasEnded()
                        ? dead()
                        : new LabFailure("the relay on " + host.name() + " refuses: " + e.getMessage());
            }
        });
    }

    boolean hasEnded() {
        return process.hasEnded();
    }

    /// The failure that says how the process ended and what it said last.
    private LabFailure dead() {
        boolean ended = process.hasEnded();
        String ending = ended ? process.ending() : "did not answer within " + PATIENCE.toSeconds() + " s";
        process.end();
        String log = said(process.output()) + said(process.errors());
        String end = log.substring(Math.max(0, log.length() - LOG_CHARACTERS)).strip();
        return new LabFailure("the relay on " + host.name() + " " + ending
                + (end.isEmpty() ? " and said nothing" : "; its log ends with: " + end));
    }

    /// What stands in a pipe whose writer is gone.
    private static String said(int pipe) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (Memory buffer = Memory.confined(4096)) {
            for (long count = Libc.read(pipe, buffer, 4096); count > 0; count = Libc.read(pipe, buffer, 4096)) {
                text.writeBytes(buffer.bytesAt(0, (int) count));
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        LabFailure failure = process.hasEnded() ? dead() : null;
        release();
        if (failure != null) {
            throw failure;
        }
    }

    private void release() {
        door.close();
        process.end();
        Libc.close(process.output());
        Libc.close(process.errors());
    }
}
