package io.sockspec.register;

import java.util.Optional;
import java.util.regex.Pattern;

/// One of several parts of the catalogue, each for a run of its own. A rule is in the same part
/// whatever other rules there are, since nothing but its ID decides.
///
/// @param number from 1 to `count`
/// @param count how many parts there are, 1 to 1000
public record Shard(int number, int count) {
    /// The property that chooses a part.
    public static final String PROPERTY = "sockspec.shard";

    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");
    private static final int MOST = 1000;

    public Shard {
        if (count < 1 || count > MOST || number < 1 || number > count) {
            throw new IllegalArgumentException(number + "/" + count + " is no part of a whole");
        }
    }

    /// The part that a text such as `2/8` names, the second of eight; empty if it names none.
    public static Optional<Shard> parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        int count = Integer.parseInt(matcher.group(2));
        return number <= count && count <= MOST ? Optional.of(new Shard(number, count)) : Optional.empty();
    }

    /// The part that the property of this process names.
    public static Optional<Shard> ofProperty() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).flatMap(Shard::parse);
    }

    /// Whether what has this name belongs here.
    ///
    /// @param name the ID of a rule; where a scenario belongs to none, its feature file
    public boolean holds(String name) {
        // The hash of a string is specified, so it is the same on every machine.
        return Math.floorMod(name.hashCode(), count) == number - 1;
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }
}
