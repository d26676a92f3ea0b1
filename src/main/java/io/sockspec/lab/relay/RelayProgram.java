package io.sockspec.lab.relay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the Toxiproxy server is: what the property names, or else the first on the PATH, or else
/// what `ci/toxiproxy` built.
public final class RelayProgram {
    /// Names the program.
    public static final String PROPERTY = "sockspec.relay";

    private static final String NAME = "toxiproxy-server";
    private static final Path BUILT = Path.of("target", "tools", NAME + "-2.12.0");

    private RelayProgram() {}

    /// @throws NoRelay when there is none
    public static Path find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return find(System.getProperty(PROPERTY, ""), path, BUILT);
    }

    static Path find(String named, String path, Path built) {
        if (!named.isEmpty()) {
            return executable(Path.of(named))
                    .orElseThrow(() ->
                            new NoRelay("-D" + PROPERTY + "=" + named + " is no program; name a Toxiproxy server"));
        }
        Stream<Path> installed = Stream.of(path.split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, NAME));
        return Stream.concat(installed, Stream.of(built))
                .flatMap(each -> executable(each).stream())
                .findFirst()
                .orElseThrow(() -> new NoRelay("there is no " + NAME + " on the PATH and no " + built
                        + "; build it with 'ci/toxiproxy', or name one with -D" + PROPERTY));
    }

    private static Optional<Path> executable(Path program) {
        return Files.isRegularFile(program) && Files.isExecutable(program)
                ? Optional.of(program.toAbsolutePath())
                : Optional.empty();
    }
}
