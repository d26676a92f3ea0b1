package io.sockspec.agent.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The values that a story has given to its placeholders so far, and the small language of patterns
/// that uses them.
///
/// | pattern | what it matches |
/// |---|---|
/// | `"$name"` | anything at first, afterwards the same; `"$name/x"` is a file in a folder |
/// | `"$any"` | anything |
/// | `"$flags:A\|B"` | these names, in any order |
/// | `{"$either":[…]}` | what one of the patterns matches |
/// | `{"name?":…}` | a member that may be left out |
/// | `{"$repeat":…,"times":n}` | a text or a list n times over |
///
/// Anything else matches itself: an object has the members of its pattern and no others.
final class Placeholders {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String ANY = "$any";
    private static final String FLAGS = "$flags:";
    private static final String OPTIONAL = "?";

    private final Map<String, JsonNode> values = new HashMap<>();

    void bind(String name, JsonNode value) {
        values.put("$" + name, value);
    }

    /// The first placeholder in what is to be sent that has no value, or an empty text.
    String unbound(JsonNode send) {
        if (send.isString()) {
            String name = name(send.stringValue());
            return name.startsWith("$") && !values.containsKey(name) ? name : "";
        }
        return send.valueStream()
                .map(this::unbound)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// Puts values in the places of their names; a name without a value stays.
    JsonNode fill(JsonNode pattern) {
        return switch (pattern) {
            case ObjectNode object -> {
                ObjectNode filled = NODES.objectNode();
                object.forEachEntry((name, member) -> filled.set(name, fill(member)));
                yield filled;
            }
            case ArrayNode list -> {
                ArrayNode filled = NODES.arrayNode();
                list.forEach(member -> filled.add(fill(member)));
                yield filled;
            }
            default -> pattern.isString() ? fill(pattern.stringValue()) : pattern;
        };
    }

    private JsonNode fill(String text) {
        String name = name(text);
        JsonNode value = values.get(name);
        if (value == null || name.length() == text.length()) {
            return value == null ? NODES.stringNode(text) : value;
        }
        return NODES.stringNode(value.stringValue() + text.substring(name.length()));
    }

    /// What to send: filled, and repeated what is to be repeated.
    JsonNode expand(JsonNode pattern) {
        return repeat(fill(pattern));
    }

    private static JsonNode repeat(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        if (object.has("$repeat")) {
            return repeated(object);
        }
        ObjectNode expanded = NODES.objectNode();
        object.forEachEntry((name, member) -> expanded.set(name, repeat(member)));
        return expanded;
    }

    private static JsonNode repeated(ObjectNode object) {
        JsonNode part = object.get("$repeat");
        int times = object.required("times").intValue();
        if (part.isString()) {
            return NODES.stringNode(part.stringValue().repeat(times));
        }
        ArrayNode list = NODES.arrayNode();
        for (int i = 0; i < times; i++) {
            part.forEach(list::add);
        }
        return list;
    }

    /// Whether an answer is what is due; binds names if it is.
    boolean match(JsonNode pattern, JsonNode answer) {
        Map<String, JsonNode> before = Map.copyOf(values);
        boolean matches = matches(pattern, answer);
        if (!matches) {
            values.clear();
            values.putAll(before);
        }
        return matches;
    }

    private boolean matches(JsonNode pattern, JsonNode answer) {
        if (pattern.isString()) {
            return matches(pattern.stringValue(), answer);
        }
        if (pattern.has("$either")) {
            return pattern.get("$either").valueStream().anyMatch(each -> match(each, answer));
        }
        if (pattern.has("$repeat")) {
            return repeat(pattern).equals(answer);
        }
        if (pattern.isObject()) {
            return answer.isObject()
                    && membersMatch(pattern, answer)
                    && answer.propertyNames().stream()
                            .allMatch(name -> pattern.has(name) || pattern.has(name + OPTIONAL));
        }
        if (pattern.isArray()) {
            return answer.isArray() && pattern.size() == answer.size() && eachMatches(pattern, answer);
        }
        return pattern.isIntegralNumber()
                ? answer.isIntegralNumber() && pattern.longValue() == answer.longValue()
                : pattern.equals(answer);
    }

    private boolean membersMatch(JsonNode pattern, JsonNode answer) {
        return pattern.propertyNames().stream().allMatch(name -> {
            boolean optional = name.endsWith(OPTIONAL);
            JsonNode member = answer.get(optional ? name.substring(0, name.length() - 1) : name);
            return member == null ? optional : matches(pattern.get(name), member);
        });
    }

    private boolean eachMatches(JsonNode patterns, JsonNode answers) {
        for (int i = 0; i < patterns.size(); i++) {
            if (!matches(patterns.get(i), answers.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(String pattern, JsonNode answer) {
        if (pattern.equals(ANY)) {
            return true;
        }
        if (pattern.startsWith(FLAGS)) {
            return answer.isString() && flags(pattern.substring(FLAGS.length())).equals(flags(answer.stringValue()));
        }
        String name = name(pattern);
        if (name.startsWith("$") && name.length() == pattern.length() && !values.containsKey(name)) {
            values.put(name, answer);
            return true;
        }
        return fill(pattern).equals(answer);
    }

    private static Set<String> flags(String text) {
        return Set.copyOf(List.of(text.split("\\|", -1)));
    }

    /// The placeholder that a text begins with, or the text.
    private static String name(String text) {
        int slash = text.indexOf('/');
        return text.startsWith("$") && slash > 0 ? text.substring(0, slash) : text;
    }
}
