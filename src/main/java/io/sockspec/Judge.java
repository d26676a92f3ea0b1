package io.sockspec;

import io.cucumber.core.cli.Main;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import io.sockspec.register.Register;
import io.sockspec.report.VerdictReport;
import io.sockspec.steps.Stage;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The command `judge`: runs the catalogue from the class path in this JVM and prints the verdict.
/// It needs no build around it, so that any project that has an adapter on its class path can run
/// it.
final class Judge {
    static final String USAGE = "judge [--KEY=VALUE ...] (run the catalogue; each key is a property sockspec.KEY, and"
            + " --tags=EXPRESSION chooses rules)";

    /// Each scenario has a world of its own, and most only wait.
    private static final String THREADS = "16";

    private static final Pattern ARGUMENT = Pattern.compile("--([a-z.]+)=(.*)", Pattern.DOTALL);
    private static final String TAGS = "tags";

    private final PrintStream out;

    Judge(PrintStream out) {
        this.out = out;
    }

    /// Why these are no arguments of this command.
    static Optional<String> misuse(List<String> arguments) {
        for (var argument : arguments) {
            var matcher = ARGUMENT.matcher(argument);
            if (!matcher.matches()) {
                return Optional.of("'" + argument + "' is no argument of judge; write --KEY=VALUE.");
            }
            if (matcher.group(1).equals(TAGS) && !isTagExpression(matcher.group(2))) {
                return Optional.of(argument + " is no tag expression; write one such as"
                        + " --tags=@TCP-NBCONN-16 or '--tags=@udp and not @linux'.");
            }
        }
        return Optional.empty();
    }

    private static boolean isTagExpression(String text) {
        try {
            TagExpressionParser.parse(text);
            return true;
        } catch (TagExpressionException e) {
            return false;
        }
    }

    /// Whether the run is a pass.
    boolean passed(List<String> arguments) {
        arguments.forEach(Judge::set);
        try {
            Stage.check();
        } catch (Stage.Stopped e) {
            out.println("No verdict: " + e.getMessage());
            return false;
        }
        var folders = folders();
        var unreadable =
                folders.stream().flatMap(it -> Register.unreadable(it).stream()).toList();
        if (!unreadable.isEmpty()) {
            out.println("No verdict: a feature cannot be parsed.");
            unreadable.forEach(out::println);
            return false;
        }
        Main.run(cucumber(folders).toArray(String[]::new));
        var output = Path.of(System.getProperty("sockspec.output", "target/sockspec"));
        var report = VerdictReport.of(output, Register.own(), id -> again(arguments, id));
        out.print(report.text());
        return report.passed();
    }

    /// The filter is set as a property, so that the results say that there was one.
    private static void set(String argument) {
        var matcher = ARGUMENT.matcher(argument);
        if (matcher.matches()) {
            var key = matcher.group(1);
            System.setProperty(key.equals(TAGS) ? "cucumber.filter.tags" : "sockspec." + key, matcher.group(2));
        }
    }

    private static List<Path> folders() {
        return Pattern.compile(",")
                .splitAsStream(System.getProperty("sockspec.features", ""))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(Path::of)
                .toList();
    }

    private static List<String> cucumber(List<Path> folders) {
        var arguments = new ArrayList<>(List.of("--glue", "io.sockspec.steps", "--threads", THREADS));
        arguments.addAll(List.of("--plugin", "io.sockspec.report.VerdictPlugin", "--no-summary"));
        arguments.add(Register.place().toString());
        folders.forEach(it -> arguments.add(it.toUri().toString()));
        return arguments;
    }

    /// The command that runs one rule again.
    private static String again(List<String> arguments, String id) {
        var words = new ArrayList<>(List.of("io.sockspec.Sockspec", "judge"));
        arguments.stream()
                .filter(it -> !it.startsWith("--" + TAGS + "="))
                .map(it -> it.contains(" ") ? "'" + it + "'" : it)
                .forEach(words::add);
        words.add("--" + TAGS + "=@" + id);
        return String.join(" ", words);
    }
}
