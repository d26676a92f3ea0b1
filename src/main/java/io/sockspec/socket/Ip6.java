package io.sockspec.socket;

import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An IPv6 address of 16 bytes; prints in the form of RFC 5952.
public record Ip6(Bytes bytes) {
    public static final Ip6 ANY = new Ip6(Bytes.copyOf(new byte[16]));
    private static final int DIGITS = 32;
    private static final int DIGITS_OF_GROUP = 4;
    /// Two groups or more that are zero, with the colons around them.
    private static final Pattern ZEROS = Pattern.compile("(^|:)0(:0)+(:|$)");

    private static final Bytes MAPPED = Bytes.hex("00000000000000000000ffff");

    public Ip6 {
        if (bytes.length() != 16) {
            throw new IllegalArgumentException("an IPv6 address has 16 bytes, not " + bytes.length());
        }
    }

    /// Reads a numeric address as inet_pton() does: groups of up to four hex digits, `::` once for
    /// one group of zeros or more, and a dotted IPv4 address for the last two groups.
    ///
    /// @throws IllegalArgumentException when the text is not a numeric IPv6 address
    public static Ip6 parse(String text) {
        try {
            int gap = text.indexOf("::");
            if (gap < 0) {
                return new Ip6(Bytes.hex(groups(text, true)));
            }
            String head = groups(text.substring(0, gap), false);
            String tail = groups(text.substring(gap + 2), true);
            int zeros = DIGITS - head.length() - tail.length();
            if (zeros < DIGITS_OF_GROUP) {
                throw new IllegalArgumentException("the gap stands for no group");
            }
            return new Ip6(Bytes.hex(head + "0".repeat(zeros) + tail));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is not an IPv6 address", e);
        }
    }

    /// The hex digits of groups between colons; of none for an empty text.
    private static String groups(String text, boolean last) {
        StringBuilder digits = new StringBuilder();
        String[] groups = text.isEmpty() ? new String[0] : text.split(":", -1);
        for (int i = 0; i < groups.length; i++) {
            if (last && i == groups.length - 1 && groups[i].contains(".")) {
                digits.append(Ip4.parse(groups[i]).bytes().toString().replace(" ", ""));
            } else if (groups[i].matches("[0-9a-fA-F]{1,4}")) {
                digits.append("0".repeat(DIGITS_OF_GROUP - groups[i].length())).append(groups[i]);
            } else {
                throw new IllegalArgumentException("'" + groups[i] + "' is no group of hex digits");
            }
        }
        return digits.toString();
    }

    @Override
    public String toString() {
        if (bytes.slice(0, 12).equals(MAPPED)) {
            return "::ffff:" + Ip4.of(bytes.slice(12, 16));
        }
        String groups = IntStream.range(0, 8)
                .mapToObj(i -> Integer.toHexString(bytes.at(2 * i) << 8 | bytes.at(2 * i + 1)))
                .collect(Collectors.joining(":"));
        return ZEROS.matcher(groups)
                .results()
                .max(Comparator.comparingLong(Ip6::zeros))
                .map(run -> groups.substring(0, run.start()) + "::" + groups.substring(run.end()))
                .orElse(groups);
    }

    private static long zeros(MatchResult run) {
        return run.group().chars().filter(digit -> digit == '0').count();
    }
}
