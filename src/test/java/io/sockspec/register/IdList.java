package io.sockspec.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Compares the rules of the features with the list of IDs that were ever given out.
final class IdList {
    private IdList() {}

    static List<String> problems(List<String> lines, Collection<Requirement> requirements) {
        var problems = new ArrayList<String>();
        var listed = listed(lines, problems);
        var found = new HashSet<String>();
        for (var requirement : requirements) {
            found.add(requirement.id());
            var level = listed.get(requirement.id());
            if (level == null) {
                problems.add(requirement.id() + " is not in features/IDS: append it there.");
            } else if (!level.equals(requirement.level().name().toLowerCase(Locale.ROOT))) {
                problems.add(requirement.id() + " is " + level + " in features/IDS and " + requirement.level()
                        + " as a rule.");
            }
        }
        listed.keySet().stream()
                .filter(it -> !found.contains(it))
                .forEach(it -> problems.add(it + " is in features/IDS but no rule has it."));
        return problems;
    }

    private static Map<String, String> listed(List<String> lines, List<String> problems) {
        var listed = new LinkedHashMap<String, String>();
        for (int i = 0; i < lines.size(); i++) {
            var words = lines.get(i).split(" ", -1);
            if (words.length != 2) {
                problems.add("features/IDS:" + (i + 1) + ": an ID and its level are due.");
            } else if (listed.put(words[0], words[1]) != null) {
                problems.add("features/IDS:" + (i + 1) + ": " + words[0] + " is listed already.");
            }
        }
        return listed;
    }
}
