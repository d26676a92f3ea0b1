package io.sockspec.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The form of the features, and a proof that each rule about it can be broken.
class FeatureRulesTest {
    private static final Path FEATURES = Path.of("features");

    @Nested
    class TheFeatures {
        @Test
        void haveTheirForm() {
            var files = Register.files(FEATURES);
            assertThat(files).hasSizeGreaterThan(80);
            assertThat(files).flatExtracting(FeatureRules::problems).isEmpty();
        }

        @Test
        void haveEveryIdThatWasGivenOut() throws Exception {
            var listed = Files.readAllLines(FEATURES.resolve("IDS"));
            assertThat(listed).hasSizeGreaterThanOrEqualTo(619);
            assertThat(IdList.problems(listed, Register.read(FEATURES).requirements()))
                    .isEmpty();
        }
    }

    @Test
    void aGoodFileHasNoProblem() {
        assertThat(problems("""
                @tcp-wire
                Feature: a

                  Background:
                    Given the hosts client and server share a wire

                  @TCP-WIRE-01 @must @needs:multicast
                  Rule: b
                    Source: RFC 768
                    A statement.

                    Scenario Outline: c
                      When this
                      And that <x>
                      Then so it is

                      Examples: the least
                        | x |
                        | 1 |

                  @TCP-WIRE-02 @must @untested
                  Rule: d
                    Source: RFC 768
                    A statement.
                    Untested: not written yet.
                """)).isEmpty();
    }

    @Test
    void aRuleHasOneIdAndOneLevelAndASource() {
        assertThat(problems("""
                Feature: a
                  @UDP-01 @must @should
                  Rule: b
                    Source: RFC 768
                    Untested: no
                  @must
                  Rule: c
                    Source: RFC 768
                """))
                .anyMatch(it -> it.contains(":3: the rule has 2 levels"))
                .anyMatch(it -> it.contains(":7: the rule has no ID"));
        assertThat(rule("@UDP-01 @must", "A statement.", "Scenario: c\n      Then d"))
                .containsExactly(
                        "features/a.feature:4: the description of the rule does not begin with a line"
                                + " \"Source: ...\".",
                        "features/a.feature:2: the feature has the tags [@udp], one area is"
                                + " due, and its rules are of [].");
    }

    @Test
    void theAreaIsTheTagOfTheFeature() {
        assertThat(problems("""
                @tcp @slow
                Feature: a
                  @UDP-01 @must @untested
                  Rule: b
                    Source: RFC 768
                    Untested: no
                """))
                .containsExactly("features/a.feature:2: the feature has the tags [@tcp, @slow], one area is due,"
                        + " and its rules are of [UDP].");
        assertThat(problems("""
                @udp
                Feature: a
                  @UDP-01 @must @untested
                  Rule: b
                    Source: RFC 768
                    Untested: no
                  @TCP-01 @must @untested
                  Rule: b
                    Source: RFC 768
                    Untested: no
                """)).singleElement().asString().endsWith("and its rules are of [TCP, UDP].");
    }

    @Test
    void onlyListedTagsAreAllowed() {
        assertThat(rule("@UDP-01 @must @wip @needs:luck", "Source: x", "Scenario: c\n      Then d"))
                .containsExactly(
                        "features/a.feature:4: @wip is not a tag of a rule.",
                        "features/a.feature:4: @needs:luck is not a tag of a rule.");
    }

    @Test
    void anUntestedRuleSaysSoTwiceAndHasNoScenario() {
        var scenario = "Scenario: c\n      Then d";
        for (var problems : List.of(
                rule("@UDP-01 @must @untested", "Source: x", ""),
                rule("@UDP-01 @must", "Source: x\n    Untested: no", ""),
                rule("@UDP-01 @must", "Source: x", ""),
                rule("@UDP-01 @must @untested", "Source: x\n    Untested:", ""),
                rule("@UDP-01 @must @untested", "Source: x\n    Untested: no", scenario),
                rule("@UDP-01 @must", "Source: x\n    Untested: no", scenario),
                rule("@UDP-01 @must @untested", "Source: x", scenario))) {
            assertThat(problems).singleElement().asString().endsWith("it has the first two or the last.");
        }
    }

    @Test
    void scenariosBelongToARuleAndHaveNoTags() {
        assertThat(problems("@udp\nFeature: a\n  Scenario: b\n    Then c\n"))
                .contains("features/a.feature:3: the scenario is in no rule.");
        assertThat(rule("@UDP-01 @must", "Source: x", "@slow\n    Scenario: c\n      Then d"))
                .containsExactly("features/a.feature:7: the scenario has tags of its own.");
    }

    @Test
    void scenariosHaveNamesOfTheirOwn() {
        assertThat(rule("@UDP-01 @must", "Source: x", "Scenario: c\n      Then d\n    Scenario: c\n      Then d"))
                .containsExactly("features/a.feature:8: the name of the scenario is empty or taken in its rule.");
        assertThat(rule("@UDP-01 @must", "Source: x", "Scenario:\n      Then d"))
                .containsExactly("features/a.feature:6: the name of the scenario is empty or taken in its rule.");
    }

    @Test
    void examplesHaveATitleAndNoTags() {
        assertThat(rule("@UDP-01 @must", "Source: x", """
                Scenario Outline: c
                      Then <d>
                      @slow
                      Examples:
                        | d |
                        | 1 |"""))
                .containsExactly(
                        "features/a.feature:9: the examples have no title.",
                        "features/a.feature:9: the examples have tags of their own.");
    }

    @Test
    void aScenarioIsShort() {
        assertThat(rule("@UDP-01 @must", "Source: x", "Scenario: c" + "\n      Then d".repeat(9)))
                .containsExactly("features/a.feature:6: the scenario has 9 steps, 1 to 8 are due.");
        assertThat(rule("@UDP-01 @must", "Source: x", "Scenario: c"))
                .containsExactly("features/a.feature:6: the scenario has 0 steps, 1 to 8 are due.");
    }

    @Test
    void aScenarioActsTwiceAtMostAndHasAnOutcome() {
        assertThat(rule(
                        "@UDP-01 @must",
                        "Source: x",
                        "Scenario: c\n      When d\n      And e\n      And f\n      Then g"))
                .containsExactly("features/a.feature:6: the scenario acts 3 times, 2 are the most.");
        assertThat(rule("@UDP-01 @must", "Source: x", "Scenario: c\n      When d"))
                .containsExactly("features/a.feature:6: the scenario has no Then.");
        assertThat(rule("@UDP-01 @must", "Source: x", "Scenario: c\n      * d\n      Then e"))
                .containsExactly("features/a.feature:6: the scenario has a step without a keyword of its own.");
    }

    @Test
    void backgroundsAreShort() {
        var background = "Background:\n      Given a\n      Given b\n      Given c\n      Given d\n    ";
        assertThat(rule("@UDP-01 @must", "Source: x", background + "Scenario: c\n      Then d"))
                .containsExactly("features/a.feature:4: the rule has 4 lines of background, 3 are the most.");
    }

    @Test
    void aFileIsShort() {
        assertThat(rule("@UDP-01 @must", "Source: x", "Scenario: c\n      Then d" + "\n# a comment".repeat(120)))
                .containsExactly("features/a.feature:127: the file has 127 lines, 120 are the most.");
    }

    @Test
    void idsAreListedOnceWithTheirLevelAndNeverVanish() {
        var requirement = Register.of(
                        List.of(FeatureFile.parse("a", "Feature: a\n  @UDP-01 @must\n  Rule: b\n    Source: x\n")),
                        FEATURES)
                .requirements();
        assertThat(IdList.problems(List.of("UDP-01 must"), requirement)).isEmpty();
        assertThat(IdList.problems(List.of("UDP-01 should"), requirement))
                .containsExactly("UDP-01 is should in features/IDS and MUST as a rule.");
        assertThat(IdList.problems(List.of("UDP-01 must", "UDP-02 must"), requirement))
                .containsExactly("UDP-02 is in features/IDS but no rule has it.");
        assertThat(IdList.problems(List.of("UDP-01 must", "UDP-01 must"), requirement))
                .containsExactly("features/IDS:2: UDP-01 is listed already.");
        assertThat(IdList.problems(List.of("UDP-01"), requirement))
                .containsExactly(
                        "features/IDS:1: an ID and its level are due.",
                        "UDP-01 is not in features/IDS: append it there.");
    }

    /// The problems of a file with one rule of the area UDP at line 4, its body from line 6 on.
    private static List<String> rule(String tags, String description, String body) {
        return problems("@udp\nFeature: a\n  " + tags + "\n  Rule: b\n    " + description + "\n    " + body + "\n");
    }

    private static List<String> problems(String text) {
        return FeatureRules.problems(FeatureFile.parse("features/a.feature", text));
    }
}
