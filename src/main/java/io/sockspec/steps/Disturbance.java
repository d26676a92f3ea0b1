package io.sockspec.steps;

import io.sockspec.lab.relay.Trouble;
import io.sockspec.register.LabBroken;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Trouble that a scenario wants a relay to make for the stream towards a host.
record Disturbance(String towards, Trouble trouble) {
    private static final String TIME = "(\\d+(?:\\.\\d+)?) (s|ms)";
    private static final Map<Pattern, Function<MatchResult, Trouble>> FORMS = new LinkedHashMap<>();

    static {
        form("delays the stream by " + TIME, it -> new Trouble.Delays(time(it, 1)));
        form("delays the end of the stream by " + TIME, it -> new Trouble.EndsLate(time(it, 1)));
        form(
                "cuts the stream into pieces of (\\d+) bytes?, " + TIME + " apart",
                it -> new Trouble.Cuts(number(it), time(it, 2)));
        form("limits the stream to (\\d+) kB per second", it -> new Trouble.Limits(number(it)));
        form("ends the stream after (\\d+) bytes", it -> new Trouble.Ends(number(it)));
        form("resets the stream after (\\d+) bytes", it -> new Trouble.Resets(number(it)));
        form("holds the stream", it -> new Trouble.Holds());
    }

    private static void form(String words, Function<MatchResult, Trouble> trouble) {
        FORMS.put(Pattern.compile(words), trouble);
    }

    private static int number(MatchResult found) {
        return Words.number(found.group(1));
    }

    private static Duration time(MatchResult found, int group) {
        return new Words().duration(found.group(group), found.group(group + 1));
    }

    /// Reads `delays the stream towards client by 300 ms` and its like.
    ///
    /// @throws LabBroken when the text is none of them, naming all
    static Disturbance parse(String text) {
        Matcher direction = Pattern.compile(" towards (\\S+)").matcher(text);
        String without = direction.replaceFirst("");
        for (Map.Entry<Pattern, Function<MatchResult, Trouble>> form : FORMS.entrySet()) {
            Matcher matcher = form.getKey().matcher(without);
            if (matcher.matches() && direction.reset().find()) {
                return new Disturbance(direction.group(1), form.getValue().apply(matcher));
            }
        }
        throw new LabBroken(
                "a relay cannot do what '" + text + "' says; it delays the stream towards client by 300 ms, "
                        + "delays the end of the stream towards client by 300 ms, cuts … into pieces of 10 bytes, 2 ms apart, "
                        + "limits … to 200 kB per second, ends … after 5 bytes, resets … after 5 bytes, holds …");
    }
}
