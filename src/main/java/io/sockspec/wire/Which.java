package io.sockspec.wire;

import java.util.List;

/// Which of the frames that fit are meant: those from the `first`-th to the `last`-th, counted from
/// 1.
public record Which(int first, int last) {
    public static final Which EVERY = new Which(1, Integer.MAX_VALUE);
    public static final Which FIRST = nth(1);
    private static final List<String> ORDINALS = List.of("first", "second", "third");

    public Which {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("frames " + first + " to " + last + " are no range counted from 1");
        }
    }

    public static Which nth(int ordinal) {
        return new Which(ordinal, ordinal);
    }

    /// The first `count` frames.
    public static Which firstOf(int count) {
        return new Which(1, count);
    }

    /// Reads `first`, `second`, `third`, `4th`, `first 3` or `every`.
    ///
    /// @throws IllegalArgumentException when the text is none of these
    public static Which parse(String text) {
        if (ORDINALS.contains(text)) {
            return nth(ORDINALS.indexOf(text) + 1);
        }
        if (text.matches("first [1-9][0-9]{0,6}")) {
            return firstOf(Integer.parseInt(text.substring(6)));
        }
        if (text.matches("[1-9][0-9]{0,6}(st|nd|rd|th)")) {
            return nth(Integer.parseInt(text.substring(0, text.length() - 2)));
        }
        if (text.equals("every")) {
            return EVERY;
        }
        throw new IllegalArgumentException(
                "'" + text + "' does not say which frames; known are first, second, third, 4th, first 3, every");
    }

    public boolean covers(int ordinal) {
        return ordinal >= first && ordinal <= last;
    }

    /// `1 of 1` for the `ordinal`-th frame of a bounded range, `3` when there is no bound.
    String place(int ordinal) {
        int index = ordinal - first + 1;
        return last == Integer.MAX_VALUE ? String.valueOf(index) : index + " of " + (last - first + 1);
    }

    @Override
    public String toString() {
        if (last == Integer.MAX_VALUE) {
            return first == 1 ? "every" : "every from the " + first + "th";
        }
        if (first != last) {
            return first == 1 ? "first " + last : first + "th to " + last + "th";
        }
        return first <= ORDINALS.size() ? ORDINALS.get(first - 1) : first + "th";
    }
}
