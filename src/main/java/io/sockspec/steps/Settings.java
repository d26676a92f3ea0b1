package io.sockspec.steps;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// What a user can set with `-Dsockspec.…`; an unknown name or a wrong value is refused with one
/// sentence.
record Settings(String implementation, Duration deadline, boolean allCaptures, Path output) {
    private static final String PREFIX = "sockspec.";
    /// Each known property with what it means; the README's table is this list.
    static final Map<String, String> KNOWN = new TreeMap<>(Map.of(
            "sockspec.implementation", "the implementation to judge",
            "sockspec.lab", "the laboratory: auto or namespaces",
            "sockspec.transport", "how hosts reach the wire: auto, tap or packet",
            "sockspec.features", "more feature folders, separated by commas",
            "sockspec.strict", "whether a failed SHOULD fails the run: true or false",
            "sockspec.captures", "which captures are kept: failures or all",
            "sockspec.deadline", "the longest a scenario may take, in seconds",
            "sockspec.output", "the folder for results",
            "sockspec.lineup", "for the suite's own tests: who plays the implementation"));

    static Settings of(Properties properties) {
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX) && !KNOWN.containsKey(name)) {
                throw new IllegalArgumentException(
                        "-D" + name + " is not a property of sockspec; known are " + String.join(", ", KNOWN.keySet()));
            }
        }
        oneOf(properties, "sockspec.lab", "auto", "auto", "namespaces");
        oneOf(properties, "sockspec.transport", "auto", "auto", "tap", "packet");
        oneOf(properties, "sockspec.strict", "false", "", "true", "false");
        return new Settings(
                properties.getProperty("sockspec.implementation", "reference"),
                seconds(properties.getProperty("sockspec.deadline", "30")),
                oneOf(properties, "sockspec.captures", "failures", "failures", "all")
                        .equals("all"),
                Path.of(properties.getProperty("sockspec.output", "target/sockspec")));
    }

    private static String oneOf(Properties properties, String name, String otherwise, String... allowed) {
        String value = properties.getProperty(name, otherwise);
        if (!java.util.List.of(allowed).contains(value)) {
            throw new IllegalArgumentException("-D" + name + "=" + value + " is not known; use one of "
                    + String.join(", ", allowed).strip());
        }
        return value;
    }

    private static Duration seconds(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(
                    "-Dsockspec.deadline=" + text + " is not a number of seconds, 1 to 9999");
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }
}
