package io.sockspec.report;

import io.sockspec.register.Blocked;
import io.sockspec.register.Finding;
import io.sockspec.register.LabBroken;
import io.sockspec.register.ScenarioStatus;
import io.sockspec.register.Unsupported;
import io.sockspec.register.WrongAnswer;
import org.jspecify.annotations.Nullable;

/// Why a step did not pass.
///
/// @param finding what was wrong about the implementation, or null
/// @param message the sentence that stands for everything else, or null
record Trouble(
        ScenarioStatus status,
        @Nullable Finding finding,
        @Nullable String message) {
    static Trouble of(Throwable thrown) {
        var status = ScenarioStatus.of(thrown);
        return switch (thrown) {
            case WrongAnswer wrong -> new Trouble(status, wrong.finding(), null);
            case Blocked _, Unsupported _, LabBroken _ -> new Trouble(status, null, firstLine(thrown));
            default -> new Trouble(status, null, described(thrown));
        };
    }

    static Trouble broken(String sentence) {
        return new Trouble(ScenarioStatus.BROKEN, null, sentence);
    }

    /// What a throwable says: its message if it is a sentence of ours; of one that nobody foresaw
    /// its class, its first line and where it comes from.
    static String described(Throwable thrown) {
        if (isOurs(thrown)) {
            return firstLine(thrown);
        }
        var stack = thrown.getStackTrace();
        var place = stack.length == 0 ? "" : ", at " + stack[0].getFileName() + ":" + stack[0].getLineNumber();
        var line = firstLine(thrown);
        return thrown.getClass().getName() + (line.isEmpty() ? "" : ": " + line) + place;
    }

    /// Our own exceptions, and a bad argument that our own code refuses, carry one sentence.
    private static boolean isOurs(Throwable thrown) {
        var stack = thrown.getStackTrace();
        var thrower = thrown instanceof IllegalArgumentException && stack.length > 0
                ? stack[0].getClassName()
                : thrown.getClass().getName();
        return thrower.startsWith("io.sockspec.") && !firstLine(thrown).isEmpty();
    }

    private static String firstLine(Throwable thrown) {
        var message = thrown.getMessage();
        return message == null ? "" : message.strip().lines().findFirst().orElse("");
    }
}
