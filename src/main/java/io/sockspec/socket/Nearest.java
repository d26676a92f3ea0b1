package io.sockspec.socket;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;

import java.util.Collection;
import java.util.stream.Collectors;

/// The names that someone may have meant who wrote another one.
final class Nearest {
    private static final int NAMED = 3;

    private Nearest() {}

    /// The three nearest, joined by commas, the nearest first.
    static String to(String text, Collection<String> names) {
        return names.stream()
                .sorted(comparingInt((String name) -> distance(text, name)).thenComparing(naturalOrder()))
                .limit(NAMED)
                .collect(Collectors.joining(", "));
    }

    /// How many letters must be inserted, removed or replaced.
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 0; i < from.length(); i++) {
            int diagonal = row[0]++;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
