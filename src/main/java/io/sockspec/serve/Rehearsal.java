package io.sockspec.serve;

import io.sockspec.spi.Implementations;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Makes every call of the reference once, so that the JVM can record which classes an agent needs.
/// The calls are in `rehearsal.txt`, a method and its parameters in each line; `#0` is the first
/// descriptor that was answered, and the answer to a line that begins with `start` is not awaited.
final class Rehearsal {
    private static final int ROOM_BYTES = 1 << 16;
    private static final String START = "start ";
    private static final Pattern FD = Pattern.compile("#(\\d+)");

    private final OutputStream requests;
    private final BlockingQueue<byte[]> answers;
    private final List<Integer> fds = new ArrayList<>();

    private Rehearsal(OutputStream requests, BlockingQueue<byte[]> answers) {
        this.requests = requests;
        this.answers = answers;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        PipedOutputStream requests = new PipedOutputStream();
        PipedInputStream toAgent = new PipedInputStream(requests, ROOM_BYTES);
        BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                AgentMain.serve(Implementations.REFERENCE, toAgent, new Lines(answers));
            } catch (IOException e) {
                Runtime.getRuntime().halt(1);
            }
        });
        new Rehearsal(requests, answers).play();
        Runtime.getRuntime().halt(0);
    }

    /// Hands on each write, which is a line. A pipe of Java breaks when a thread that wrote has
    /// ended.
    private static final class Lines extends OutputStream {
        private final BlockingQueue<byte[]> to;

        Lines(BlockingQueue<byte[]> to) {
            this.to = to;
        }

        @Override
        public void write(byte[] line) {
            to.add(line);
        }

        @Override
        public void write(int single) {
            throw new UnsupportedOperationException("answers are written line by line");
        }
    }

    private void play() throws IOException, InterruptedException {
        int asked = 0;
        int answered = 0;
        for (String line : script()) {
            boolean started = line.startsWith(START);
            ask(++asked, started ? line.substring(START.length()) : line);
            while (!started && answered < asked) {
                take(JsonLine.read(answers.take()));
                answered++;
            }
        }
    }

    private static List<String> script() throws IOException {
        try (InputStream script = Objects.requireNonNull(Rehearsal.class.getResourceAsStream("rehearsal.txt"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private void ask(int id, String call) throws IOException {
        int space = call.indexOf(' ');
        String parameters = FD.matcher(call.substring(space + 1))
                .replaceAll(it -> fds.get(Integer.parseInt(it.group(1))).toString());
        String request = "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + call.substring(0, space)
                + "\",\"params\":" + parameters + "}\n";
        requests.write(request.getBytes(StandardCharsets.UTF_8));
        requests.flush();
    }

    private void take(JsonNode answer) {
        JsonNode result = answer.path("result");
        if (result.has("fd")) {
            fds.add(result.path("fd").intValue());
        }
        result.path("fds").forEach(fd -> fds.add(fd.intValue()));
    }
}
