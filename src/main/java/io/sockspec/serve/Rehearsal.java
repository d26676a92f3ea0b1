package io.sockspec.serve;

import io.sockspec.spi.Implementations;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Makes calls of the reference once, on sockets that nobody sees, before the first request is
/// read.
/// What a JVM does for the first time takes it ten times as long, and would be taken for the time
/// of
/// the call that was asked. It also shows the maker of the cache which classes an agent needs.
///
/// The calls are in `rehearsal.txt`, a method and its parameters in each line; `#0` is the first
/// descriptor that was answered, and the answer to a line that begins with `start` is not awaited.
final class Rehearsal {
    private static final String START = "start ";
    private static final Pattern FD = Pattern.compile("#(\\d+)");
    private static final int NO_FD = Integer.MAX_VALUE;

    private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
    private final Session session = new Session(Implementations.reference(), new Lines(answers));
    private final List<Integer> fds = new ArrayList<>();

    private Rehearsal() {}

    /// Hands on each write, which is a line.
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

    static void play() throws IOException, InterruptedException {
        Rehearsal rehearsal = new Rehearsal();
        int asked = 0;
        int answered = 0;
        for (String line : script()) {
            boolean started = line.startsWith(START);
            rehearsal.ask(++asked, started ? line.substring(START.length()) : line);
            while (!started && answered < asked) {
                rehearsal.take(JsonLine.read(rehearsal.answers.take()));
                answered++;
            }
        }
    }

    private static List<String> script() throws IOException {
        try (InputStream script = Objects.requireNonNull(Rehearsal.class.getResourceAsStream("rehearsal.txt"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private void ask(int id, String call) {
        int space = call.indexOf(' ');
        String parameters = FD.matcher(call.substring(space + 1))
                .replaceAll(it -> fd(Integer.parseInt(it.group(1))).toString());
        String request = "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + call.substring(0, space)
                + "\",\"params\":" + parameters + "}";
        session.answer(request.getBytes(StandardCharsets.UTF_8));
    }

    /// A call that failed left no descriptor, and others fail for it.
    private Integer fd(int index) {
        return index < fds.size() ? fds.get(index) : NO_FD;
    }

    private void take(JsonNode answer) {
        JsonNode result = answer.path("result");
        if (result.has("fd")) {
            fds.add(result.path("fd").intValue());
        }
        result.path("fds").forEach(fd -> fds.add(fd.intValue()));
    }
}
