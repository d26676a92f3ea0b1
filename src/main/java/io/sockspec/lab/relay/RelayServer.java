package io.sockspec.lab.relay;

import io.sockspec.lab.Host;
import io.sockspec.lab.LabFailure;
import io.sockspec.libc.Child;
import io.sockspec.libc.Libc;
import io.sockspec.libc.Memory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

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

    private final Host host;
    private final Child process;

    private RelayServer(Host host, Child process) {
        this.host = host;
        this.process = process;
    }

    /// A request to the API.
    interface Request<T> {
        T make() throws IOException;
    }

    /// Starts the server and returns when it answers.
    static RelayServer start(Host host, Path program) {
        // The parent whose death kills it is the calling thread, which is the scenario's.
        List<String> words = List.of(
                "setpriv",
                "--pdeathsig",
                "KILL",
                program.toString(),
                "-host",
                API_ADDRESS,
                "-port",
                String.valueOf(API_PORT));
        Child process = host.in(() -> spawn(words));
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

    private static Child spawn(List<String> words) {
        try {
            return Child.start(words, Map.of("PATH", System.getenv("PATH"), "LOG_LEVEL", "warn"));
        } catch (Child.NotStarted e) {
            throw new LabFailure("the relay cannot be started: " + e.getMessage());
        }
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!host.in(RelayServer::listens)) {
            if (process.hasEnded() || System.nanoTime() > deadline) {
                throw dead();
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private static boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(API_ADDRESS), API_PORT));
            return true;
        } catch (ConnectException refused) {
            return false;
        } catch (IOException e) {
            throw new LabFailure("the relay's API cannot be asked: " + e.getMessage());
        }
    }

    <T> T ask(Request<T> request) {
        return host.in(() -> {
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
        process.kill();
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
        process.kill();
        Libc.close(process.output());
        Libc.close(process.errors());
    }
}
