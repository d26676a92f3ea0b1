package io.sockspec;

import io.sockspec.agent.check.AgentCheck;
import io.sockspec.register.MalformedFeatures;
import io.sockspec.register.Register;
import io.sockspec.report.Comparison;
import io.sockspec.report.Merge;
import io.sockspec.report.NoResults;
import io.sockspec.report.VerdictReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The command line.
public final class Sockspec {
    private static final int PASSED = 0;
    private static final int NOT_PASSED = 1;
    private static final int MISUSED = 2;
    private static final String USAGE = String.join(
            System.lineSeparator(),
            "The commands are:",
            "  " + Judge.USAGE,
            "  verdict FOLDER (judge the results in a folder)",
            "  merge FOLDER SHARD-FOLDER ... (join the results of all shards in a folder, and judge them)",
            "  compare FOLDER FOLDER ... (say on which rules the results differ)",
            "  check-agent COMMAND ... (play the transcript of the agent protocol to an agent)");

    private final PrintStream out;
    private final PrintStream err;

    Sockspec(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /// Runs one command and exits: 0 for a pass or for results that agree, 1 for anything else that
    /// could be judged or not, 2 for a command that does not exist.
    public static void main(String[] args) {
        System.exit(new Sockspec(System.out, System.err).run(args));
    }

    int run(String... args) {
        var command = args.length == 0 ? "" : args[0];
        var arguments = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        return switch (command) {
            case "judge" -> judge(arguments);
            case "verdict" ->
                arguments.size() == 1 ? said(() -> verdict(Path.of(arguments.getFirst()))) : misused(USAGE);
            case "merge" -> arguments.size() > 1 ? said(() -> merge(arguments)) : misused(USAGE);
            case "compare" -> arguments.size() > 1 ? said(() -> compare(arguments)) : misused(USAGE);
            case "check-agent" ->
                arguments.isEmpty() ? misused(USAGE) : said(() -> AgentCheck.run(arguments, out::println));
            default -> misused(USAGE);
        };
    }

    private int judge(List<String> arguments) {
        return Judge.misuse(arguments).map(this::misused).orElseGet(() -> said(() -> new Judge(out).passed(arguments)));
    }

    private int misused(String sentence) {
        err.println(sentence);
        return MISUSED;
    }

    private boolean verdict(Path folder) {
        var report = VerdictReport.of(folder, Register.own());
        out.print(report.text());
        return report.passed();
    }

    private boolean merge(List<String> folders) {
        var paths = folders.stream().map(Path::of).toList();
        Merge.of(paths.getFirst(), paths.subList(1, paths.size()));
        return verdict(paths.getFirst());
    }

    private boolean compare(List<String> folders) {
        var comparison = Comparison.of(folders.stream().map(Path::of).toList(), Register.own());
        out.print(comparison.text());
        return comparison.identical();
    }

    /// The status of a command that could not be carried out is that of one that did not pass.
    private int said(BooleanSupplier passes) {
        try {
            return passes.getAsBoolean() ? PASSED : NOT_PASSED;
        } catch (NoResults | MalformedFeatures e) {
            err.println(e.getMessage());
            return NOT_PASSED;
        }
    }
}
