package io.sockspec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.PickleStep;
import io.sockspec.steps.Vocabulary.Sentence;
import io.sockspec.steps.Vocabulary.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The words of the features: a page that shows every new one, a budget, and no word in vain.
class VocabularyTest {
    private static final Path FEATURES = Path.of("features");
    private static final Path PAGE = FEATURES.resolve("VOCABULARY.md");
    private static final Word NAME = new Word("name", List.of("[a-z]+"), "The name of a host.");

    @Nested
    class TheSteps {
        private final Vocabulary vocabulary =
                Vocabulary.ofPackage("io.sockspec.steps", DocComments.in(Path.of("src/main/java")));

        @Test
        void areListedBesideTheFeatures() throws Exception {
            assertThat(vocabulary.sentences()).isNotEmpty();
            assertThat(vocabulary.words()).isNotEmpty();
            if (Boolean.getBoolean("sockspec.vocabulary.write")) {
                Files.writeString(PAGE, vocabulary.text());
            }
            assertThat(PAGE).as("run ci/vocabulary").content().isEqualTo(vocabulary.text());
        }

        @Test
        void areUsedAndNeverAmbiguous() {
            var steps = steps(FEATURES);
            assertThat(steps).isNotEmpty();
            assertThat(Usage.problems(vocabulary, steps)).isEmpty();
        }

        @Test
        void explainEveryWord() {
            assertThat(vocabulary.words()).noneMatch(it -> it.doc().isEmpty());
        }
    }

    @Test
    void aSentenceThatIsUsedOnceIsFine() {
        assertThat(problems(List.of("{name} listens"), "server listens", "client listens"))
                .isEmpty();
    }

    @Test
    void aSentenceInVainIsAProblem() {
        assertThat(problems(List.of("{name} listens", "{name} sleeps"), "server listens"))
                .containsExactly("No scenario uses \"{name} sleeps\".");
    }

    @Test
    void aStepWithoutASentenceIsAProblem() {
        assertThat(problems(List.of("{name} listens"), "server listens", "Server listens"))
                .containsExactly("\"Server listens\" is matched by no expression.");
    }

    @Test
    void aStepWithTwoSentencesIsAProblem() {
        assertThat(problems(List.of("{name} listens", "server {name}"), "server listens"))
                .containsExactly("\"server listens\" is matched by [{name} listens, server {name}].");
    }

    @Test
    void aSentenceIsDefinedOnceAndIsNoRegularExpression() {
        assertThat(problems(List.of("{name} listens", "{name} listens"), "server listens"))
                .containsExactly("\"{name} listens\" is defined twice.");
        assertThat(problems(List.of("^([a-z]+) listens$"), "server listens"))
                .containsExactly("\"^([a-z]+) listens$\" is a regular expression.");
    }

    @Test
    void aWordMayHaveGroups() {
        var word = new Word("place", List.of("(host|[0-9.]+) on port (\\d+)"), "A place.");
        var vocabulary = new Vocabulary(List.of(new Sentence("Steps", "When", "it goes to {place}")), List.of(word));
        assertThat(Usage.problems(vocabulary, List.of("it goes to 10.0.0.1 on port 80")))
                .isEmpty();
    }

    @Test
    void theVocabularyHasABudget() {
        var many = IntStream.range(0, 101).mapToObj(it -> "number " + it).toList();
        assertThat(problems(many, many.toArray(String[]::new)))
                .containsExactly("There are 101 expressions, 100 are the most.");
    }

    @Test
    void thePageHasALineForEachSentenceAndEachWord() {
        var vocabulary = new Vocabulary(
                List.of(
                        new Sentence("ListenSteps", "Given", "{name} listens"),
                        new Sentence("ListenSteps", "Then", "ok")),
                List.of(NAME));
        assertThat(vocabulary.text()).isEqualTo("""
                # Vocabulary

                The 2 sentences that scenarios are written in, by the class that understands
                them, and the typed words in them. `ci/vocabulary` writes this page from the classes.

                ## ListenSteps

                - Given {name} listens
                - Then ok

                ## Words

                - `{name}` The name of a host.
                """);
    }

    private static List<String> problems(List<String> expressions, String... steps) {
        var sentences = expressions.stream()
                .map(it -> new Sentence("Steps", "Given", it))
                .toList();
        return Usage.problems(new Vocabulary(sentences, List.of(NAME)), List.of(steps));
    }

    private static List<String> steps(Path folder) {
        var parser = GherkinParser.builder()
                .includeSource(false)
                .includeGherkinDocument(false)
                .build();
        var steps = new ArrayList<String>();
        for (var file : files(folder)) {
            try {
                parser.parse(file)
                        .flatMap(it -> it.getPickle().stream())
                        .flatMap(it -> it.getSteps().stream())
                        .map(PickleStep::getText)
                        .forEach(steps::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return steps;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(it -> it.toString().endsWith(".feature"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
