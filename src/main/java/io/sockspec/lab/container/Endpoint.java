package io.sockspec.lab.container;

import io.sockspec.lab.NoLaboratory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where the engine listens that the docker client would ask, so that `ci/images` and the suite ask
/// the same.
///
/// @param host as in `DOCKER_HOST`
/// @param source what says so, for sentences; empty when nothing does
/// @spec docker(1), docker-context(1)
record Endpoint(String host, String source) {
    private static final String UNIX = "unix://";
    private static final String USUAL = "/var/run/docker.sock";
    private static final String DEFAULT = "default";

    /// The first of `DOCKER_HOST`, the context that `DOCKER_CONTEXT` names, and the current
    /// context.
    ///
    /// @param environment of the process
    /// @param home the user's home
    /// @throws NoLaboratory when a context or a file that is named is not there or cannot be read
    static Endpoint of(Map<String, String> environment, Path home) {
        Optional<String> host = variable("DOCKER_HOST", environment);
        if (host.isPresent()) {
            return new Endpoint(host.get(), "DOCKER_HOST");
        }
        Path folder = variable("DOCKER_CONFIG", environment).map(Path::of).orElseGet(() -> home.resolve(".docker"));
        Optional<String> named = variable("DOCKER_CONTEXT", environment);
        Path file = folder.resolve("config.json");
        String context = named.orElseGet(() -> Files.exists(file) ? text(read(file), "currentContext") : "");
        return context.isEmpty() || context.equals(DEFAULT)
                ? new Endpoint(UNIX + USUAL, "")
                : ofContext(context, folder, named.isPresent() ? "DOCKER_CONTEXT" : file.toString());
    }

    private static Optional<String> variable(String name, Map<String, String> environment) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Endpoint ofContext(String context, Path folder, String namedBy) {
        Path file = folder.resolve("contexts", "meta", sha256(context), "meta.json");
        if (!Files.exists(file)) {
            throw Engine.none(
                    "there is no docker context '" + context + "', which " + namedBy + " names",
                    "choose one of 'docker context ls'");
        }
        String host = text(read(file).path("Endpoints").path("docker"), "Host");
        return new Endpoint(host.isEmpty() ? UNIX + USUAL : host, "the docker context '" + context + "'");
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException | JacksonException e) {
            throw Engine.none(file + " cannot be read as JSON", "mend it, or set DOCKER_HOST");
        }
    }

    /// What the client names a context's folder.
    private static String sha256(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// The socket on this machine.
    ///
    /// @throws NoLaboratory when the engine is reached in another way, so that it may be anywhere
    Path socket() {
        if (!host.startsWith(UNIX)) {
            throw Engine.none(
                    "the engine at " + host + ", which " + source
                            + " names, has no socket on this machine, so no descriptor can be passed",
                    "ci/in-container runs the suite itself there");
        }
        return host.equals(UNIX) ? Path.of(USUAL) : Path.of(host.substring(UNIX.length()));
    }

    /// What to do when no engine is there.
    String remedy() {
        return source.isEmpty()
                ? "ci/engine starts an engine"
                : "start the engine that " + source + " names, or choose another";
    }
}
