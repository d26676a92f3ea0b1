package io.sockspec.report;

import static io.sockspec.register.ScenarioStatus.PASSED;
import static io.sockspec.register.ScenarioStatus.UNSUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.register.Finding;
import io.sockspec.register.Register;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    @TempDir
    private Path folder;

    private Register register = Register.own();

    @BeforeEach
    void threeRules() throws Exception {
        var features = Files.createDirectories(folder.resolve("features/tcp"));
        Files.writeString(features.resolve("nonblocking-connect.feature"), """
                Feature: a
                  @UDP-01 @must
                  Rule: One
                    Source: RFC 768
                    Scenario: a
                      Given b
                  @UDP-02 @must
                  Rule: Two
                    Source: RFC 768
                    Scenario: a
                      Given b
                  @UDP-03 @must @untested
                  Rule: Three
                    Source: RFC 768
                    Untested: not written yet.
                """);
        register = Register.read(folder.resolve("features"));
    }

    @Test
    void equalVerdictsAreCounted() {
        var one = leave("one", null, passed(1, 5), passed(2, 10));
        var two = leave("two", null, passed(1, 5), passed(2, 10));
        var comparison = Comparison.of(List.of(one, two), register);
        assertThat(comparison.text()).isEqualTo("2 rules compared, all verdicts are the same.\n");
        assertThat(comparison.identical()).isTrue();
    }

    @Test
    void aRuleOnWhichTheyDifferIsOneLine() {
        var one = leave("one", null, passed(1, 5), passed(2, 10));
        var two = leave("two", null, passed(1, 5), Samples.wrong("UDP-02", 10, Finding.of("1 datagram", "2\nat once")));
        var three = leave("three", null, passed(1, 5), Samples.result("UDP-02", 10, UNSUPPORTED, "no udp"));
        var comparison = Comparison.of(List.of(one, two, three), register);
        assertThat(comparison.text())
                .isEqualTo("UDP-02  " + one + ": conformant; " + two + ": failed (2); " + three
                        + ": unsupported (no udp)\n2 rules compared, 1 differ.\n");
        assertThat(comparison.identical()).isFalse();
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        var whole = leave("whole", null, passed(1, 5), passed(2, 10));
        assertRefused(
                whole, leave("part", null, passed(1, 5)), " holds a partial run, 1 of 2 rules; run all to compare.");
        assertRefused(
                whole,
                leave("other", null, passed(1, 5), passed(2, 10), passed(2, 11)),
                " is of another register: it ran features/tcp/nonblocking-connect.feature:11,"
                        + " which this sockspec does not hold.");
        assertRefused(
                whole,
                leave("broken", "a hook threw", passed(1, 5), passed(2, 10)),
                " holds a run that broke: a hook threw");
        assertRefused(whole, folder.resolve("none"), "/results.json does not exist: the run left no results.");
    }

    private void assertRefused(Path whole, Path other, String sentence) {
        assertThatThrownBy(() -> Comparison.of(List.of(whole, other), register))
                .isInstanceOf(NoResults.class)
                .hasMessage(other + sentence);
    }

    private static ScenarioResult passed(int number, int line) {
        return Samples.result("UDP-0" + number, line, PASSED, null);
    }

    private Path leave(String name, @Nullable String error, ScenarioResult... results) {
        var left = folder.resolve(name);
        new ResultsFile(left).write(new Results(Samples.run(false, Map.of(), error), List.of(), List.of(results)));
        return left;
    }
}
