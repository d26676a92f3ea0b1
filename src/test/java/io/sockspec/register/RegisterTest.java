package io.sockspec.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterTest {
    private static final Path ANYWHERE = Path.of("anywhere");

    @Test
    void readsARuleWithAllItsParts() {
        var requirement = register("""
                @udp
                Feature: Datagrams

                  @UDP-01 @should @needs:nonblocking @needs:ipv6
                  Rule: A datagram arrives
                    Source: RFC 768
                    It arrives
                    whole.

                    Scenario: It is sent
                      When it is sent

                    Scenario Outline: It has <n> bytes
                      When it has <n> bytes

                      Examples: the edges
                        | n |
                        | 0 |
                        | 1 |
                """).requirement("UDP-01").orElseThrow();
        assertThat(requirement)
                .isEqualTo(new Requirement(
                        "UDP-01",
                        Level.SHOULD,
                        "A datagram arrives",
                        "RFC 768",
                        "It arrives whole.",
                        List.of("nonblocking", "ipv6"),
                        null,
                        "features/a.feature",
                        5,
                        List.of(
                                new Requirement.Case("It is sent", 10),
                                new Requirement.Case("It has 0 bytes", 18),
                                new Requirement.Case("It has 1 bytes", 19))));
        assertThat(requirement.area()).isEqualTo("UDP");
        assertThat(requirement.holds("features/a.feature", 18)).isTrue();
        assertThat(requirement.holds("features/b.feature", 18)).isFalse();
        assertThat(requirement.holds("features/a.feature", 13)).isFalse();
    }

    @Test
    void readsWhyARuleIsUntested() {
        var requirement = register("""
                Feature: Datagrams
                  @TCP-WIRE-01 @must @untested
                  Rule: A datagram arrives
                    Source: RFC 768
                    It arrives.
                    Untested: not written yet.
                """).requirement("TCP-WIRE-01").orElseThrow();
        assertThat(requirement.untested()).isEqualTo("not written yet.");
        assertThat(requirement.statement()).isEqualTo("It arrives.");
        assertThat(requirement.area()).isEqualTo("TCP-WIRE");
    }

    @Test
    void namesTheLineOfMalformedGherkin() {
        assertThat(problems("Feature: a\n\n  Scenario: b\n    When c\n    Than d\n"))
                .singleElement()
                .asString()
                .startsWith("features/a.feature:5: expected: ")
                .endsWith("got 'Than d'.");
    }

    @Test
    void namesAnEmptyFile() {
        assertThat(problems("# nothing\n")).containsExactly("features/a.feature:1: the file holds no feature.");
    }

    @Test
    void namesEveryProblemOfARule() {
        assertThat(problems("""
                Feature: a
                  @UDP-01 @UDP-02
                  Rule: b
                    A statement.
                """))
                .containsExactly(
                        "features/a.feature:3: the rule has 2 IDs among its tags, one is due.",
                        "features/a.feature:3: the rule has no level among its tags, one is due.",
                        "features/a.feature:3: the description of the rule does not begin with a line \"Source: ...\".");
    }

    @Test
    void namesBothPlacesOfARepeatedId() {
        assertThat(problems("""
                Feature: a
                  @UDP-01 @must
                  Rule: b
                    Source: RFC 768

                  @UDP-01 @must
                  Rule: c
                    Source: RFC 768
                """))
                .containsExactly("features/a.feature:7: UDP-01 is a rule already, in features/a.feature:3.");
    }

    @Test
    void aFolderWithoutRequirementsIsNoRegister(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("empty.txt"), "nothing");
        assertThatThrownBy(() -> Register.read(folder)).hasMessageEndingWith(": the folder holds no requirement.");
    }

    @Test
    void namesFilesFromTheFeaturesFolderOn(@TempDir Path folder) throws Exception {
        var file = Files.createDirectory(folder.resolve("udp")).resolve("a.feature");
        Files.writeString(file, "Feature: a\n  @UDP-01 @must\n  Rule: b\n    Source: RFC 768\n");
        assertThat(Register.read(folder).requirements())
                .extracting(Requirement::feature)
                .containsExactly("features/udp/a.feature");
    }

    @Test
    void theOwnRegisterIsOnTheClassPath() {
        assertThat(Register.own().requirements()).hasSizeGreaterThanOrEqualTo(619);
    }

    private static Register register(String text) {
        return Register.of(List.of(FeatureFile.parse("features/a.feature", text)), ANYWHERE);
    }

    private static List<String> problems(String text) {
        try {
            register(text);
            return List.of();
        } catch (MalformedFeatures e) {
            return e.problems();
        }
    }
}
