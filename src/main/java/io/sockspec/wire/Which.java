package io.sockspec.wire;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which of the frames that fit are meant: those from the `first`-th to the `last`-th, counted from
/// 1, in all or in every `period` frames.
///
/// @param period after how many frames the count begins again; 0 for never
public record Which(int first, int last, int period) {
    public static final Which EVERY = new Which(1, Integer.MAX_VALUE, 0);
    public static final Which FIRST = nth(1);
    private static final List<String> ORDINALS = List.of("first", "second", "third");
    private static final Pattern SOME_OF = Pattern.compile("([1-9][0-9]{0,3}) of every ([1-9][0-9]{0,3})");

    public Which {
        if (first < 1 || last < first || period < 0) {
            throw new IllegalArgumentException("frames " + first + " to " + last + " are no range counted from 1");
        }
        if (period > 0 && (last > period || last - first + 1 == period)) {
            throw new IllegalArgumentException("frames " + first + " to " + last + " are not some of " + period);
        }
    }

    public static Which nth(int ordinal) {
        return new Which(ordinal, ordinal, 0);
    }

    /// The first `count` frames.
    public static Which firstOf(int count) {
        return new Which(1, count, 0);
    }

    /// The `period`-th frame and every further one that is as far from the one before.
    static Which everyNth(int period) {
        return new Which(period, period, period);
    }

    /// Reads `first`, `second`, `third`, `4th`, `first 3`, `every`, `every third`, `every 10th` or
    /// `2 of every 3`.
    ///
    /// @throws IllegalArgumentException when the text is none of these
    public static Which parse(String text) {
        Matcher some = SOME_OF.matcher(text);
        if (some.matches()) {
            return new Which(1, Integer.parseInt(some.group(1)), Integer.parseInt(some.group(2)));
        }
        if (text.equals("every")) {
            return EVERY;
        }
        if (text.startsWith("every ")) {
            return everyNth(ordinal(text.substring(6), text));
        }
        if (text.matches("first [1-9][0-9]{0,6}")) {
            return firstOf(Integer.parseInt(text.substring(6)));
        }
        return nth(ordinal(text, text));
    }

    private static int ordinal(String word, String text) {
        if (ORDINALS.contains(word)) {
            return ORDINALS.indexOf(word) + 1;
        }
        if (word.matches("[1-9][0-9]{0,6}(st|nd|rd|th)")) {
            return Integer.parseInt(word.substring(0, word.length() - 2));
        }
        throw new IllegalArgumentException("'" + text + "' does not say which frames; known are first, second, third, "
                + "4th, first 3, every, every third, every 10th, 2 of every 3");
    }

    public boolean covers(int ordinal) {
        int place = period == 0 ? ordinal : (ordinal - 1) % period + 1;
        return place >= first && place <= last;
    }

    /// Whether there is always another one.
    boolean recurs() {
        return period > 0 || last == Integer.MAX_VALUE;
    }

    /// `1 of 1` for the `ordinal`-th frame of a bounded range, `3` when there is no bound.
    String place(int ordinal) {
        if (period > 0) {
            return "number " + ordinal;
        }
        int index = ordinal - first + 1;
        return last == Integer.MAX_VALUE ? String.valueOf(index) : index + " of " + (last - first + 1);
    }

    @Override
    public String toString() {
        if (period > 0) {
            return first == last && last == period ? "every " + word(period) : last + " of every " + period;
        }
        if (last == Integer.MAX_VALUE) {
            return first == 1 ? "every" : "every from the " + first + "th";
        }
        if (first != last) {
            return first == 1 ? "first " + last : first + "th to " + last + "th";
        }
        return word(first);
    }

    private static String word(int ordinal) {
        return ordinal <= ORDINALS.size() ? ORDINALS.get(ordinal - 1) : ordinal + "th";
    }
}
