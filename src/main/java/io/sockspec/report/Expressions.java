package io.sockspec.report;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/// The step expressions that a run knows, to name the ones that someone may have meant.
final class Expressions {
    private static final int NAMED = 3;

    private final Set<String> known = new ConcurrentSkipListSet<>();

    void add(String expression) {
        known.add(expression);
    }

    /// The known expressions nearest to the text of a step, the nearest first.
    List<String> nearest(String step) {
        var words = words(step);
        return known.stream()
                .filter(it -> distance(words, words(it)) < words.length)
                .sorted(Comparator.comparingInt(it -> distance(words, words(it))))
                .limit(NAMED)
                .toList();
    }

    private static String[] words(String text) {
        return text.strip().split(" +", -1);
    }

    /// How many words must be inserted, removed or replaced; a parameter stands for any word.
    private static int distance(String[] step, String[] expression) {
        var row = new int[expression.length + 1];
        for (int j = 0; j <= expression.length; j++) {
            row[j] = j;
        }
        for (var word : step) {
            int diagonal = row[0]++;
            for (int j = 1; j <= expression.length; j++) {
                int replaced = diagonal + (same(word, expression[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[expression.length];
    }

    private static boolean same(String word, String pattern) {
        return pattern.startsWith("{") || pattern.equals(word);
    }
}
