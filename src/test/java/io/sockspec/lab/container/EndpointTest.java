package io.sockspec.lab.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sockspec.lab.NoLaboratory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `docker context inspect` says in the same case is expected here.
class EndpointTest {
    private static final String USUAL = "/var/run/docker.sock";
    /// The SHA-256 of "other".
    private static final String OTHER = "d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa";

    @TempDir
    private Path home;

    private void write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /// As `docker context create other --docker host=...` writes it.
    private void writeOther(String folder, String host) throws IOException {
        write(folder + "/contexts/meta/" + OTHER + "/meta.json", """
                {"Name":"other","Metadata":{},"Endpoints":{"docker":{"Host":"%s","SkipTLSVerify":false}}}
                """.formatted(host));
    }

    private Path socket(Map<String, String> environment) {
        return Endpoint.of(environment, home).socket();
    }

    private void assertRefused(Map<String, String> environment, String reason) {
        assertThatExceptionOfType(NoLaboratory.class)
                .isThrownBy(() -> socket(environment))
                .withMessage("No lab of containers can be made here (" + reason + ".");
    }

    @Test
    void withoutAnythingTheUsualSocket() {
        assertThat(socket(Map.of())).hasToString(USUAL);
    }

    @Test
    void theVariableBeforeTheContexts() throws IOException {
        write(".docker/config.json", "{\"currentContext\": \"other\"}");
        writeOther(".docker", "unix:///other");
        assertThat(socket(Map.of("DOCKER_HOST", "unix:///named", "DOCKER_CONTEXT", "other")))
                .hasToString("/named");
        assertThat(socket(Map.of("DOCKER_HOST", ""))).hasToString("/other");
        assertThat(socket(Map.of("DOCKER_HOST", "unix://"))).hasToString(USUAL);
    }

    @Test
    void theNamedContextBeforeTheCurrentOne() throws IOException {
        write(".docker/config.json", "{\"currentContext\": \"gone\"}");
        writeOther(".docker", "unix:///other");
        assertThat(socket(Map.of("DOCKER_CONTEXT", "other"))).hasToString("/other");
        assertThat(socket(Map.of("DOCKER_CONTEXT", "default"))).hasToString(USUAL);
    }

    @Test
    void anotherFolder() throws IOException {
        write("elsewhere/config.json", "{\"currentContext\": \"other\"}");
        writeOther("elsewhere", "unix:///other");
        assertThat(socket(Map.of("DOCKER_CONFIG", home + "/elsewhere"))).hasToString("/other");
    }

    @Test
    void aFileWithoutAContext() throws IOException {
        write(".docker/config.json", "{\"auths\": {}}");
        assertThat(socket(Map.of())).hasToString(USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://192.0.2.1:2375", "ssh://me@far.example", "192.0.2.1:2375", "npipe:////./pipe/x"})
    void anEngineElsewhere(String host) throws IOException {
        writeOther(".docker", host);
        assertRefused(
                Map.of("DOCKER_CONTEXT", "other"),
                "the engine at " + host + ", which the docker context 'other' names, has no socket on this machine, so"
                        + " no descriptor can be passed); ci/in-container runs the suite itself there");
    }

    @Test
    void aContextThatIsNotThere() throws IOException {
        assertRefused(
                Map.of("DOCKER_CONTEXT", "nope"),
                "there is no docker context 'nope', which DOCKER_CONTEXT names); choose one of 'docker context ls'");
        write(".docker/config.json", "{\"currentContext\": \"gone\"}");
        assertRefused(
                Map.of(),
                "there is no docker context 'gone', which " + home + "/.docker/config.json names); choose one of"
                        + " 'docker context ls'");
    }

    @Test
    void aFileThatIsNoJson() throws IOException {
        write(".docker/config.json", "{");
        assertRefused(Map.of(), home + "/.docker/config.json cannot be read as JSON); mend it, or set DOCKER_HOST");
    }
}
