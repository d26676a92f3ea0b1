package io.sockspec.steps;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;

/// The sentences and the typed words that features can be written with.
record Vocabulary(List<Sentence> sentences, List<Word> words) {

    /// @param chapter the class of steps that understands the sentence
    /// @param keyword `Given`, `When` or `Then`
    record Sentence(String chapter, String keyword, String expression) {}

    /// @param doc what the word stands for, from the comment on its method
    record Word(String name, List<String> regexps, String doc) {}

    Vocabulary {
        sentences = List.copyOf(sentences);
        words = List.copyOf(words);
    }

    static Vocabulary ofPackage(String name, DocComments docs) {
        var methods = ReflectionSupport.findAllClassesInPackage(name, _ -> true, _ -> true).stream()
                .flatMap(it -> Arrays.stream(it.getDeclaredMethods()))
                .toList();
        return new Vocabulary(
                methods.stream().flatMap(Vocabulary::sentences).sorted(order()).toList(),
                methods.stream()
                        .flatMap(it -> words(it, docs))
                        .sorted(Comparator.comparing(Word::name))
                        .toList());
    }

    private static Stream<Sentence> sentences(Method method) {
        var sentences = new ArrayList<Sentence>();
        for (var it : method.getAnnotationsByType(Given.class)) {
            sentences.add(sentence(method, "Given", it.value()));
        }
        for (var it : method.getAnnotationsByType(When.class)) {
            sentences.add(sentence(method, "When", it.value()));
        }
        for (var it : method.getAnnotationsByType(Then.class)) {
            sentences.add(sentence(method, "Then", it.value()));
        }
        return sentences.stream();
    }

    private static Sentence sentence(Method method, String keyword, String expression) {
        return new Sentence(method.getDeclaringClass().getSimpleName(), keyword, expression);
    }

    private static Stream<Word> words(Method method, DocComments docs) {
        return Arrays.stream(method.getAnnotationsByType(ParameterType.class)).map(it -> {
            var name = it.name().isEmpty() ? method.getName() : it.name();
            return new Word(name, List.of(it.value()), docs.of(method));
        });
    }

    private static Comparator<Sentence> order() {
        return Comparator.comparing(Sentence::chapter)
                .thenComparingInt(it -> List.of("Given", "When", "Then").indexOf(it.keyword()))
                .thenComparing(Sentence::expression);
    }

    /// The page that stands beside the features.
    String text() {
        var page = new StringJoiner("\n", "", "\n");
        page.add("# Vocabulary").add("");
        page.add("The " + sentences.size() + " sentences that scenarios are written in, by the class that understands");
        page.add("them, and the typed words in them. `ci/vocabulary` writes this page from the classes.");
        var chapters = new TreeMap<String, List<Sentence>>();
        sentences.forEach(it ->
                chapters.computeIfAbsent(it.chapter(), _ -> new ArrayList<>()).add(it));
        chapters.forEach((chapter, lines) -> {
            page.add("").add("## " + chapter).add("");
            lines.forEach(it -> page.add("- " + it.keyword() + " " + it.expression()));
        });
        page.add("").add("## Words").add("");
        words.forEach(it -> page.add("- `{" + it.name() + "}` " + it.doc()));
        return page.toString();
    }
}
