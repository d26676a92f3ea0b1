package io.sockspec.report;

import io.sockspec.register.Finding;
import io.sockspec.register.Level;
import io.sockspec.register.Requirement;
import io.sockspec.register.ScenarioStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Requirements and results that the tests of this package judge.
final class Samples {
    static final Requirement LOST_SYN = requirement("TCP-NBCONN-16", Level.MUST, 25);

    private Samples() {}

    static Requirement requirement(String id, Level level, int... lines) {
        var cases = java.util.Arrays.stream(lines).mapToObj(it -> new Requirement.Case("The first SYN is lost", it));
        return new Requirement(
                id,
                level,
                "A lost SYN delays a nonblocking connect and does not fail it",
                "RFC 9293 section 3.8.1; POSIX.1-2024 connect()",
                "A statement.",
                List.of(),
                lines.length == 0 ? "not written yet." : null,
                "features/tcp/nonblocking-connect.feature",
                20,
                cases.toList());
    }

    static ScenarioResult result(String id, int line, ScenarioStatus status, @Nullable String message) {
        return result(id, line, status, null, message);
    }

    static ScenarioResult wrong(String id, int line, Finding finding) {
        return result(id, line, ScenarioStatus.WRONG, finding, null);
    }

    private static ScenarioResult result(
            String id, int line, ScenarioStatus status, @Nullable Finding finding, @Nullable String message) {
        return new ScenarioResult(
                id,
                "The first SYN is lost",
                "file:///any/where/features/tcp/nonblocking-connect.feature",
                line,
                status,
                1040,
                finding,
                message,
                null,
                List.of("@tcp-nbconn", "@" + id),
                false);
    }

    /// The same result from a folder that the user added.
    static ScenarioResult copied(ScenarioResult own) {
        return new ScenarioResult(
                own.id(),
                own.scenario(),
                own.uri(),
                own.line(),
                own.status(),
                own.durationMillis(),
                own.finding(),
                own.message(),
                own.log(),
                own.tags(),
                true);
    }

    static Finding finding() {
        return Finding.of("SO_ERROR is 0", "SO_ERROR is ECONNREFUSED, 1.04 s after connect")
                .withCalls(List.of(
                        "+0.000 s  client  connect(3, 10.1.0.2:8080) = -1 EINPROGRESS",
                        "+1.040 s  client  getsockopt(3, SO_ERROR) = ECONNREFUSED"))
                .withWire(List.of(
                        "+0.000 s  client > server  SYN       lost by the wire (1 of 1)",
                        "+1.031 s  client > server  SYN"))
                .withCapture(Path.of("target/sockspec/TCP-NBCONN-16/wire.pcapng"));
    }

    /// The same result with what an agent said meanwhile.
    static ScenarioResult logged(ScenarioResult own, String log) {
        return new ScenarioResult(
                own.id(),
                own.scenario(),
                own.uri(),
                own.line(),
                own.status(),
                own.durationMillis(),
                own.finding(),
                own.message(),
                log,
                own.tags(),
                own.extra());
    }

    static Run run(boolean strict, Map<String, String> filters, @Nullable String error) {
        return run("linux", strict, false, filters, error);
    }

    static Run run(
            String profile, boolean strict, boolean record, Map<String, String> filters, @Nullable String error) {
        return run(null, "0123456789ab", profile, strict, record, filters, error);
    }

    /// A run of one shard, or of another build.
    static Run shard(String shard, String build, @Nullable String error) {
        return run(shard, build, "linux", false, false, Map.of(), error);
    }

    private static Run run(
            @Nullable String shard,
            String build,
            String profile,
            boolean strict,
            boolean record,
            Map<String, String> filters,
            @Nullable String error) {
        return new Run(
                "reference",
                "6.18",
                profile,
                build,
                shard,
                "auto",
                strict,
                record,
                "25",
                "Linux 6.18",
                Instant.EPOCH,
                1000,
                " -Dsockspec.agent='./mine -v'",
                new TreeMap<>(filters),
                error);
    }
}
