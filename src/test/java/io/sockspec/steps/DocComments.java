package io.sockspec.steps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The comments on methods, which only their source still has.
interface DocComments {
    /// The comment on a method in one line; empty if it has none.
    String of(Method method);

    /// Reads the sources below a folder.
    static DocComments in(Path sources) {
        return method -> {
            var file = sources.resolve(method.getDeclaringClass().getName().replace('.', '/') + ".java");
            try {
                return comment(Files.readAllLines(file), method.getName());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static String comment(List<String> lines, String method) {
        var declared = Pattern.compile("\\s+public .*\\b" + method + "\\(.*");
        var comment = new ArrayList<String>();
        for (var line : lines) {
            var text = line.strip();
            if (text.startsWith("///")) {
                comment.add(text.substring(3).strip());
            } else if (declared.matcher(line).matches()) {
                return String.join(" ", comment);
            } else if (text.isEmpty()) {
                comment.clear();
            }
        }
        return "";
    }
}
