package io.sockspec.lab.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.lab.Host;
import io.sockspec.lab.InterfacePlan;
import io.sockspec.lab.Lab;
import io.sockspec.libc.Libc;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// The program `stack-agent.py`, running in a host and asked by the agent protocol.
final class StackAgent implements AutoCloseable {
    private static final int O_CLOEXEC = 0x80000;
    private static final int PATIENCE_SECONDS = 10;

    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;
    private int count;

    private StackAgent(Process process) {
        this.process = process;
        requests = process.outputWriter();
        answers = process.inputReader();
    }

    /// Starts the program; it has opened the host's device by the time this returns.
    static StackAgent start(Host host) throws IOException, URISyntaxException {
        int namespace = Namespace.check(
                host.in(() -> Libc.open("/proc/thread-self/ns/net", O_CLOEXEC, 0)), "open the namespace of " + host);
        StackAgent agent = new StackAgent(new ProcessBuilder(
                        "nsenter",
                        "--net=/proc/" + ProcessHandle.current().pid() + "/fd/" + namespace,
                        "python3",
                        "-IS",
                        script())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        String hello = agent.ask("hello", hello(host));
        Libc.close(namespace);
        assertThat(hello).contains("\"stack\": \"own\"", "\"capabilities\": []");
        return agent;
    }

    private static String script() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(StackAgent.class.getResource("/stack-agent.py"))
                        .toURI())
                .toString();
    }

    private static String hello(Host host) {
        InterfacePlan plan = host.interfaces().getFirst().plan();
        return "{\"protocol\":1,\"host\":\"%s\",\"interfaces\":[{\"name\":\"%s\",\"mac\":\"%s\",\"ip\":\"%s\",\"prefix\":%d,\"mtu\":%d}]}"
                .formatted(host, plan.name(), plan.mac(), plan.ip4(), plan.prefixLength(), plan.mtuBytes());
    }

    /// @return the line that the agent answers
    String ask(String method, String params) throws IOException {
        requests.write(
                "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}\n".formatted(++count, method, params));
        requests.flush();
        return String.valueOf(answers.readLine());
    }

    /// Returns when everything that was caused so far has happened.
    void settle(Lab lab) throws IOException {
        lab.wire().drain();
        long before;
        do {
            before = lab.wire().mark();
            assertThat(ask("ping", "{}")).contains("\"result\": {}");
            // Only now is in the log what the agent sent before it answered.
            lab.wire().drain();
        } while (lab.wire().mark() != before);
    }

    /// Kills it.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Ends it by the end of its input, and returns when it has ended.
    ///
    /// @return its exit status
    int end() throws IOException, InterruptedException {
        requests.close();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
