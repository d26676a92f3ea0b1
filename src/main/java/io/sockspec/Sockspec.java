package io.sockspec;

import io.sockspec.agent.check.AgentCheck;
import io.sockspec.register.MalformedFeatures;
import io.sockspec.register.Register;
import io.sockspec.report.NoResults;
import io.sockspec.report.VerdictReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// The command line.
public final class Sockspec {
    private static final int PASSED = 0;
    private static final int NOT_PASSED = 1;
    private static final int MISUSED = 2;
    private static final String USAGE = "The commands are: verdict FOLDER (judge the results in a folder), "
            + "check-agent COMMAND... (play the transcript of the agent protocol to an agent).";

    private final PrintStream out;
    private final PrintStream err;

    Sockspec(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /// Runs one command and exits: 0 for a pass, 1 for anything else that could be judged or not, 2
    /// for a command that does not exist.
    public static void main(String[] args) {
        System.exit(new Sockspec(System.out, System.err).run(args));
    }

    int run(String... args) {
        if (args.length == 2 && args[0].equals("verdict")) {
            return verdict(Path.of(args[1]));
        }
        if (args.length > 1 && args[0].equals("check-agent")) {
            return AgentCheck.run(List.of(args).subList(1, args.length), out::println) ? PASSED : NOT_PASSED;
        }
        err.println(USAGE);
        return MISUSED;
    }

    private int verdict(Path folder) {
        try {
            var report = VerdictReport.of(folder, Register.own());
            out.print(report.text());
            return report.passed() ? PASSED : NOT_PASSED;
        } catch (NoResults | MalformedFeatures e) {
            err.println(e.getMessage());
            return NOT_PASSED;
        }
    }
}
