package io.sockspec.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    private Path folder;

    private static Settings of(String... namesAndValues) {
        Properties properties = new Properties();
        // Properties of others are none of our business.
        properties.setProperty("java.version", "25");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Settings.of(properties);
    }

    private static void assertRefused(String name, String value, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(name, value)).withMessage(sentence);
    }

    @Test
    void everythingHasADefault() {
        assertThat(of())
                .isEqualTo(new Settings(
                        "reference",
                        Optional.empty(),
                        Duration.ofSeconds(30),
                        false,
                        Path.of("target/sockspec"),
                        Optional.empty()));
    }

    @Test
    void everyPropertyCanBeSet() {
        Path output = folder.resolve("made/now");
        assertThat(of(
                        "sockspec.implementation", "mine",
                        "sockspec.deadline", "9999",
                        "sockspec.captures", "all",
                        "sockspec.lab", "namespaces",
                        "sockspec.transport", "packet",
                        "sockspec.shard", "2/8",
                        "sockspec.strict", "true",
                        "sockspec.record", "true",
                        "sockspec.classpath", "pom.xml,features",
                        "sockspec.deviations", "pom.xml",
                        "sockspec.features", "features, src/../features/tcp",
                        "sockspec.lineup", "io.sockspec.liars.LiarLineup",
                        "sockspec.output", output.toString()))
                .isEqualTo(new Settings(
                        "mine",
                        Optional.empty(),
                        Duration.ofSeconds(9999),
                        true,
                        output,
                        Optional.of(Path.of("pom.xml"))));
        assertThat(output).isDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "false"})
    void aSwitchMayStandAlone(String value) {
        assertThat(of("sockspec.strict", value, "sockspec.record", value)).isEqualTo(of());
    }

    @Test
    void anUnknownPropertyIsRefusedWithThoseThatAreKnown() {
        assertRefused(
                "sockspec.implementatoin",
                "reference",
                "-Dsockspec.implementatoin is not a property of sockspec; known are sockspec.agent, sockspec.captures,"
                        + " sockspec.classpath, sockspec.deadline, sockspec.deviations, sockspec.features,"
                        + " sockspec.image.agent, sockspec.image.host, sockspec.implementation, sockspec.lab,"
                        + " sockspec.lineup, sockspec.output, sockspec.record, sockspec.relay, sockspec.shard,"
                        + " sockspec.strict, sockspec.transport");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sockspec.lab       | vm         | auto, namespaces, containers",
                "sockspec.transport | tun        | auto, tap, packet",
                "sockspec.strict    | yes        | true, false",
                "sockspec.record    | yes        | true, false",
                "sockspec.captures  | none       | failures, all",
                "sockspec.captures  | ''         | failures, all"
            })
    void aValueIsOneOfThoseNamed(String name, String value, String allowed) {
        assertRefused(name, value, "-D" + name + "=" + value + " is not known; use one of " + allowed);
    }

    @Test
    void aShardIsOneOfAtMostAThousand() {
        assertRefused(
                "sockspec.shard",
                "9/8",
                "-Dsockspec.shard=9/8 is no part of the catalogue; write 2/8 for the second of eight, at most 1000");
    }

    @Test
    void containersAreReachedByTap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("sockspec.lab", "containers", "sockspec.transport", "packet"))
                .withMessage(
                        "-Dsockspec.transport=packet is for namespaces; hosts in containers reach the wire by tap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "10000", "30s", ""})
    void aDeadlineIsANumberOfSeconds(String value) {
        assertRefused(
                "sockspec.deadline", value, "-Dsockspec.deadline=" + value + " is not a number of seconds, 1 to 9999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nowhere.yaml", "features", "a\0b"})
    void deviationsAreAFile(String value) {
        assertRefused(
                "sockspec.deviations",
                value,
                "-Dsockspec.deviations=" + value + " is no file that can be read; name a list of deviations");
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "nowhere.jar, nowhere.jar", "'pom.xml,', ''", "'pom.xml,nowhere.jar', nowhere.jar"})
    void theClassPathIsThere(String value, String missing) {
        assertRefused(
                "sockspec.classpath",
                value,
                "-Dsockspec.classpath=" + value + " names '" + missing
                        + "', which is no jar and no folder of classes that can be read");
    }

    @Test
    void anAddedFolderHoldsAFeature() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        for (String value : new String[] {empty.toString(), "features,nowhere", "features,", "pom.xml"}) {
            String last = value.substring(value.indexOf(',') + 1);
            assertRefused(
                    "sockspec.features",
                    value,
                    "-Dsockspec.features=" + value + " names '" + last
                            + "', which is no folder with a feature file in it");
        }
    }

    @Test
    void theFolderForResultsCanBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        for (String value : new String[] {file + "/below", file.toString(), "/proc/sockspec", "a\0b"}) {
            assertRefused(
                    "sockspec.output",
                    value,
                    "-Dsockspec.output=" + value + " is no folder that can be made or written to; name another");
        }
        assertRefused("sockspec.output", " ", "-Dsockspec.output is empty; name a folder for results");
    }
}
