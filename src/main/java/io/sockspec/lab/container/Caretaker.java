package io.sockspec.lab.container;

import io.sockspec.lab.LabFailure;
import io.sockspec.libc.Child;
import io.sockspec.libc.Libc;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A shell that waits beside this process while a container is being started, and clears it away if
/// this process ends meanwhile, killed or not. From then on the container ends by itself.
///
/// The engine makes a container in one request and starts it in another, and a folder stays
/// until someone deletes it: in between, a killed process would leave them.
final class Caretaker implements AutoCloseable {
    /// The end of the standard input is the end of the suite.
    private static final String SCRIPT = "read -r _; exec \"$@\"";

    private final Child shell;

    private Caretaker(Child shell) {
        this.shell = shell;
    }

    /// Begins to watch; neither the folder nor the container need be there yet.
    ///
    /// @param engine the engine's socket
    /// @param folder the folder of the container's [Doorway], whose name is the container's, too
    /// @param image what the container is made of
    static Caretaker watch(Path engine, Path folder, Image image) {
        List<String> words = List.of(
                "sh",
                "-c",
                SCRIPT,
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Neither a busy machine's time nor a file of its own.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                ownClasses(),
                Clearance.class.getName(),
                engine.toString(),
                folder.toString(),
                image.tag());
        try {
            Child shell = Child.start(words, Map.of("PATH", System.getenv("PATH")));
            Libc.close(shell.output());
            Libc.close(shell.errors());
            return new Caretaker(shell);
        } catch (Child.NotStarted e) {
            throw new LabFailure("no container is started without a way to clear it away: " + e.getMessage());
        }
    }

    /// The class path of this process may be a file that ends with it.
    private static String ownClasses() {
        try {
            return Path.of(Clearance.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class is loaded from a file", e);
        }
    }

    /// There is nothing to clear away any more.
    @Override
    public void close() {
        shell.kill();
        Libc.close(shell.input());
    }
}
