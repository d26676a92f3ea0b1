package io.sockspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExtraFoldersTest {
    private final ExtraFolders folders = ExtraFolders.of("/home/me/features, more/../mine");

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
        assertThat(ExtraFolders.of("features").hold(ours)).isFalse();
        assertThat(ExtraFolders.of(".").hold(ours)).isFalse();
    }

    @Test
    void areNoneWithoutTheProperty() {
        assertThat(ExtraFolders.of("").folders()).isEmpty();
    }
}
