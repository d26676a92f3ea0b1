package io.sockspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExtraFoldersTest {
    private static final Optional<Path> OURS = Optional.of(Path.of("features").toAbsolutePath());

    private final ExtraFolders folders = ExtraFolders.of("/home/me/features, more/../mine", OURS);

    @Test
    void holdWhatIsBelowThem() {
        assertThat(folders.hold(URI.create("file:///home/me/features/tcp/reset.feature")))
                .isTrue();
        assertThat(folders.hold(Path.of("mine/a b.feature").toUri())).isTrue();
        assertThat(folders.hold(URI.create("file:///home/me/features2/a.feature")))
                .isFalse();
        assertThat(folders.hold(URI.create("classpath:home/me/features/a.feature")))
                .isFalse();
    }

    @Test
    void neverHoldOurOwn() {
        var ours = Path.of("features/tcp/reset.feature").toUri();
        assertThat(folders.hold(ours)).isFalse();
        assertThat(ExtraFolders.of("features", OURS).hold(ours)).isFalse();
        assertThat(ExtraFolders.of(".", OURS).hold(ours)).isFalse();
    }

    /// A user may well call a folder features, and copy a rule of ours into it.
    @Test
    void holdAFolderOfOurNameWhereOursIsElsewhere() {
        var copy = Path.of("features/tcp/reset.feature").toUri();
        assertThat(ExtraFolders.of("features", Optional.empty()).hold(copy)).isTrue();
    }

    @Test
    void areNoneWithoutTheProperty() {
        assertThat(ExtraFolders.of("", OURS).folders()).isEmpty();
    }
}
