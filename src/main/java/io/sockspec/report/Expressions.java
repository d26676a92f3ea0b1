package io.sockspec.report;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.IntBinaryOperator;

/// The step expressions that a run knows, to name the ones that someone may have meant.
final class Expressions {
    private static final int NAMED = 3;
    private static final int WORD = 4;
    private static final int TYPO = 1;
    private static final int REST = 1;

    private final Set<String> known = new ConcurrentSkipListSet<>();

    void add(String expression) {
        known.add(expression);
    }

    /// The known expressions nearest to the text of a step, the nearest first.
    List<String> nearest(String step) {
        var words = words(step);
        return known.stream()
                .filter(it -> distance(words, words(it)) < WORD * words.length)
                .sorted(Comparator.comparingInt(it -> distance(words, words(it))))
                .limit(NAMED)
                .toList();
    }

    private static String[] words(String text) {
        return text.strip().split(" +", -1);
    }

    /// What it costs to make the step of the expression: words are inserted, removed or replaced; a
    /// parameter stands for any word, and for some more at a low price.
    private static int distance(String[] step, String[] expression) {
        return distance(
                step.length,
                expression.length,
                WORD,
                (_, j) -> isParameter(expression[j]) ? REST : WORD,
                (i, j) -> replacing(step[i], expression[j]));
    }

    private static int replacing(String word, String pattern) {
        if (isParameter(pattern) || pattern.equals(word)) {
            return 0;
        }
        int letters = distance(
                word.length(), pattern.length(), 1, (_, _) -> 1, (i, j) -> word.charAt(i) == pattern.charAt(j) ? 0 : 1);
        return letters * 3 <= pattern.length() ? TYPO : WORD;
    }

    private static boolean isParameter(String pattern) {
        return pattern.startsWith("{");
    }

    /// The least cost of making one row of things of another.
    private static int distance(
            int from, int to, int inserting, IntBinaryOperator removing, IntBinaryOperator replacing) {
        var row = new int[to + 1];
        for (int j = 0; j <= to; j++) {
            row[j] = j * inserting;
        }
        for (int i = 0; i < from; i++) {
            int diagonal = row[0];
            row[0] += inserting;
            for (int j = 1; j <= to; j++) {
                int replaced = diagonal + replacing.applyAsInt(i, j - 1);
                int removed = row[j] + removing.applyAsInt(i, j - 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(removed, row[j - 1] + inserting));
            }
        }
        return row[to];
    }
}
