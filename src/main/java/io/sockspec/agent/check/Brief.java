package io.sockspec.agent.check;

import tools.jackson.databind.JsonNode;

/// Long texts cut short for a sentence.
final class Brief {
    private static final int LONGEST = 240;
    private static final int SHOWN = 80;

    private Brief() {}

    static String of(JsonNode node) {
        return of(node.toString());
    }

    /// A line as it came, with what cannot be printed replaced.
    static String quoted(String line) {
        return "`" + of(line.replaceAll("\\p{Cntrl}", "\uFFFD")) + "`";
    }

    private static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
    }
}
