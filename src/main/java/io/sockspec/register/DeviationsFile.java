package io.sockspec.register;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/// Reads a list of deviations: YAML, each entry with the four keys of a [Deviation], each value one
/// line. Nothing in it is overlooked: what could not make a difference to a verdict is refused.
public final class DeviationsFile {
    private static final List<String> KEYS = List.of("requirement", "reason", "link", "since");

    private final String name;
    private final Register register;
    private final boolean linuxObserved;
    private final Map<String, Integer> lines = new HashMap<>();

    /// @param name how sentences call the file
    /// @param register the requirements that can be listed
    /// @param linuxObserved whether those of level LINUX cannot, because they are not judged
    public DeviationsFile(String name, Register register, boolean linuxObserved) {
        this.name = name;
        this.register = register;
        this.linuxObserved = linuxObserved;
    }

    /// @throws MalformedDeviations with the first thing that is wrong
    public Deviations read(byte[] content) {
        try (var parser = new YAMLFactory().createParser(ObjectReadContext.empty(), text(content))) {
            return new Deviations(entries(parser));
        } catch (JacksonException e) {
            throw wrong(e.getLocation().getLineNr(), sentence(e));
        }
    }

    private String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw wrong(1, "the file is not UTF-8 text.");
        }
    }

    private List<Deviation> entries(JsonParser parser) {
        var entries = new ArrayList<Deviation>();
        // A file of comments alone is an empty list.
        if (parser.nextToken() == null) {
            return entries;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw wrong(line(parser), "the file is no list; each entry begins with \"- requirement: \".");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            entries.add(entry(parser));
        }
        if (parser.nextToken() != null) {
            throw wrong(line(parser), "a second document begins; one list is due.");
        }
        return entries;
    }

    private Deviation entry(JsonParser parser) {
        int line = line(parser);
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrong(line, "the entry has no keys; due are " + String.join(", ", KEYS) + ".");
        }
        var values = new HashMap<String, String>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = parser.currentName();
            if (!KEYS.contains(key)) {
                throw wrong(
                        line(parser),
                        "\"" + key + "\" is no key of an entry; due are " + String.join(", ", KEYS) + ".");
            }
            if (values.put(key, value(parser, key)) != null) {
                throw wrong(line(parser), "the entry has a second " + key + ".");
            }
        }
        var entry = new Deviation(
                due("requirement", values, line),
                due("reason", values, line),
                due("link", values, line),
                due("since", values, line));
        check(entry, line);
        return entry;
    }

    private String due(String key, Map<String, String> values, int line) {
        var value = values.get(key);
        if (value == null) {
            throw wrong(line, "the entry has no " + key + ".");
        }
        return value;
    }

    private String value(JsonParser parser, String key) {
        boolean one = parser.nextToken().isScalarValue();
        var text = one ? parser.getString().strip() : "";
        if (text.isEmpty() || text.lines().count() > 1) {
            throw wrong(
                    line(parser), "the " + key + " is " + (text.isEmpty() && one ? "empty" : "no single line") + ".");
        }
        return text;
    }

    private void check(Deviation entry, int line) {
        var id = entry.requirement();
        var requirement =
                register.requirement(id).orElseThrow(() -> wrong(line, id + " is not the ID of a requirement."));
        if (requirement.untested() != null) {
            throw wrong(line, id + " has no scenarios yet, so nothing can be known to fail it; remove the entry.");
        }
        if (linuxObserved && requirement.level() == Level.LINUX) {
            throw wrong(
                    line,
                    id
                            + " is of level LINUX, which is observed and not judged for the profile posix; remove the entry.");
        }
        var first = lines.putIfAbsent(id, line);
        if (first != null) {
            throw wrong(line, id + " is listed already, in line " + first + ".");
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    /// The parser tells first what it was doing, then what is wrong, each above the lines it means.
    private static String sentence(JacksonException e) {
        return "this is not YAML: "
                + e.getOriginalMessage()
                        .lines()
                        .filter(it -> !it.isBlank() && !it.startsWith(" ") && !it.startsWith("while "))
                        .findFirst()
                        .orElse("it cannot be parsed")
                        .replaceFirst("[.]?$", ".");
    }

    private MalformedDeviations wrong(int line, String sentence) {
        return new MalformedDeviations(name + ":" + line + ": " + sentence);
    }
}
