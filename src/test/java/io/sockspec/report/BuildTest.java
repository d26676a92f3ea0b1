package io.sockspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    @TempDir
    private Path folder;

    @Test
    void namesTheContentAndNothingElse() throws Exception {
        var one = Files.createDirectories(folder.resolve("one"));
        var other = Files.createDirectories(folder.resolve("other/META-INF/maven"))
                .resolve("../..")
                .normalize();
        for (var each : new Path[] {one, other}) {
            Files.writeString(each.resolve("a"), "b");
        }
        Files.writeString(other.resolve("META-INF/MANIFEST.MF"), "made by");
        Files.writeString(other.resolve("META-INF/maven/pom.xml"), "<project/>");
        assertThat(Build.id(one)).matches("[0-9a-f]{12}").isEqualTo(Build.id(other));
        Files.writeString(other.resolve("a"), "c");
        assertThat(Build.id(other)).isNotEqualTo(Build.id(one));
    }

    @Test
    void isThatOfTheClassesThatRun() {
        assertThat(Build.id()).isEqualTo(Build.id()).isEqualTo(Build.id(Path.of("target/classes")));
    }
}
