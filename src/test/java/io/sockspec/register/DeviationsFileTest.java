package io.sockspec.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviationsFileTest {
    private static final Register REGISTER =
            Register.of(List.of(FeatureFile.parse("features/udp/a.feature", """
            Feature: a
              @UDP-01 @must
              Rule: One
                Source: RFC 768
                Scenario: a
                  Given b
              @UDP-02 @linux
              Rule: Two
                Source: udp(7)
                Scenario: a
                  Given b
              @UDP-03 @must @untested
              Rule: Three
                Source: RFC 768
                Untested: not written yet.
            """)), Path.of("features"));

    @Test
    void anEntryIsReadAsItIsWritten() {
        assertThat(read("""
                # what is known
                - requirement: UDP-01
                  reason: "it's odd: very"
                  link: https://example.org/issues/7#why
                  since: 1.10
                - {since: '2', link: there, reason: it is odd, requirement: UDP-02}
                """).list())
                .containsExactly(
                        new Deviation("UDP-01", "it's odd: very", "https://example.org/issues/7#why", "1.10"),
                        new Deviation("UDP-02", "it is odd", "there", "2"));
    }

    @Test
    void valuesMayBeFolded() {
        var folded = "- requirement: UDP-02\n  reason: >\n    two\n    lines\n  link: there\n  since: 2026-01-01\n";
        assertThat(read(folded).list()).containsExactly(new Deviation("UDP-02", "two lines", "there", "2026-01-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing is known\n", "[]", "---\n[]\n"})
    void aListMayBeEmpty(String text) {
        assertThat(read(text).list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UDP-99 | UDP-99 is not the ID of a requirement.",
                "udp-01 | udp-01 is not the ID of a requirement.",
                "UDP-03 | UDP-03 has no scenarios yet, so nothing can be known to fail it; remove the entry."
            })
    void anEntryNamesARequirementThatCanFail(String id, String sentence) {
        assertRefused(entry("UDP-01") + entry(id), 5, sentence);
    }

    @Test
    void aRequirementIsListedOnce() {
        assertRefused(entry("UDP-01") + entry("UDP-02") + entry("UDP-01"), 9, "UDP-01 is listed already, in line 1.");
    }

    @Test
    void whatIsOnlyObservedIsNotListed() {
        assertThatThrownBy(() -> new DeviationsFile("mine.yaml", REGISTER, true)
                        .read(entry("UDP-02").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedDeviations.class)
                .hasMessage("mine.yaml:1: UDP-02 is of level LINUX, which is observed and not judged"
                        + " for the profile posix; remove the entry.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"requirement", "reason", "link", "since"})
    void everyKeyIsDue(String key) {
        var without = entry("UDP-01").lines().filter(it -> !it.contains(key)).toList();
        var text = "#\n- \n" + String.join("\n", without).replace("- ", "  ");
        assertRefused(text, 3, "the entry has no " + key + ".");
        assertRefused(entry("UDP-01").replaceFirst(key + ": .*", key + ":"), lineOf(key), "the " + key + " is empty.");
        assertRefused(
                entry("UDP-01").replaceFirst(key + ": .*", key + ": [a, b]"),
                lineOf(key),
                "the " + key + " is no single line.");
    }

    private static int lineOf(String key) {
        return List.of("requirement", "reason", "link", "since").indexOf(key) + 1;
    }

    @Test
    void aKeyIsKnownAndGivenOnce() {
        assertRefused(
                entry("UDP-01") + "  reasno: a\n",
                5,
                "\"reasno\" is no key of an entry; due are requirement, reason, link, since.");
        assertRefused(entry("UDP-01") + "  link: a\n", 5, "the entry has a second link.");
        assertRefused(entry("UDP-01").replace("it is odd", "|\n    a\n    b"), 2, "the reason is no single line.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'UDP-01: it is odd'        | 1 | the file is no list; each entry begins with \"- requirement: \".",
                "UDP-01                     | 1 | the file is no list; each entry begins with \"- requirement: \".",
                "'[UDP-01]'                 | 1 | the entry has no keys; due are requirement, reason, link, since.",
                "'[]\n---\n[]'              | 3 | a second document begins; one list is due.",
                "'- reason: a: b'           | 1 | this is not YAML: mapping values are not allowed here.",
                "'- reason: \"a'            | 1 | this is not YAML: found unexpected end of stream.",
            })
    void whatIsNoListIsRefused(String text, int line, String sentence) {
        assertRefused(text, line, sentence);
    }

    @Test
    void textIsUtf8() {
        assertThatThrownBy(() -> new DeviationsFile("mine.yaml", REGISTER, false).read(new byte[] {'#', (byte) 0xff}))
                .hasMessage("mine.yaml:1: the file is not UTF-8 text.");
    }

    private static String entry(String id) {
        return "- requirement: " + id + "\n  reason: it is odd\n  link: there\n  since: 1.0\n";
    }

    private static Deviations read(String text) {
        return new DeviationsFile("mine.yaml", REGISTER, false).read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String text, int line, String sentence) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(MalformedDeviations.class)
                .hasMessage("mine.yaml:" + line + ": " + sentence);
    }
}
