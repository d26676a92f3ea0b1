package io.sockspec.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImplementationsTest {
    @TempDir
    private Path folder;

    /// Has the name of another.
    public static final class Twin extends Nameless {
        @Override
        public String name() {
            return "reference";
        }
    }

    public static final class Other extends Nameless {
        @Override
        public String name() {
            return "other";
        }
    }

    public static final class Broken extends Nameless {
        public Broken() {
            throw new IllegalStateException("no library here");
        }

        @Override
        public String name() {
            return "broken";
        }
    }

    abstract static class Nameless implements Implementation {
        @Override
        public String version() {
            return "1";
        }

        @Override
        public Profile profile() {
            return Profile.POSIX;
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of();
        }

        @Override
        public Sockets open(Place place) {
            throw new UnsupportedOperationException("never opened");
        }
    }

    /// Asks for a name when these classes are providers too, beside those of the product.
    private Implementation named(String name, String... classes) throws IOException {
        Path file = folder.resolve("META-INF/services/" + Implementation.class.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", classes));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            return Implementations.named(name, ServiceLoader.load(Implementation.class, loader));
        }
    }

    @Test
    void theReferenceIsFound() {
        assertThat(Implementations.reference().name()).isEqualTo("reference");
        assertThat(Implementations.reference().capabilities())
                .contains(Capability.SIGNALS)
                .doesNotContain(Capability.FORK, Capability.ERROR_QUEUE);
    }

    @Test
    void anotherProviderIsFoundByItsName() throws IOException {
        assertThat(named("other", Other.class.getName())).isInstanceOf(Other.class);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> named("othre", Other.class.getName()))
                .isInstanceOf(ImplementationUnavailable.class)
                .hasMessageStartingWith("there is no implementation named 'othre'; known are ")
                .hasMessageContaining("other")
                .hasMessageContaining("reference");
    }

    @Test
    void twoOfOneNameAreBothNamed() {
        assertThatThrownBy(() -> named("reference", Twin.class.getName()))
                .isInstanceOf(ImplementationUnavailable.class)
                .hasMessage("more than one implementation is named 'reference': "
                        + "io.sockspec.host.ReferenceImplementation and " + Twin.class.getName());
    }

    @Test
    void aProviderThatThrowsIsNamed() {
        assertThatThrownBy(() -> named("reference", Broken.class.getName()))
                .isInstanceOf(ImplementationUnavailable.class)
                .hasMessageContaining(Broken.class.getName())
                .hasMessageEndingWith("because it threw java.lang.IllegalStateException: no library here");
    }

    @Test
    void aProviderThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> named("reference", "no.such.Provider"))
                .isInstanceOf(ImplementationUnavailable.class)
                .hasMessageContaining("no.such.Provider");
    }
}
