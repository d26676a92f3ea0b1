package io.sockspec.steps;

import io.sockspec.socket.Bytes;
import io.sockspec.socket.Errno;
import io.sockspec.socket.Outcome;
import java.time.Duration;
import java.util.Locale;

/// How calls ended, as failures put it.
final class Ending {
    private Ending() {}

    static boolean failedWith(Answer<?> answer, Errno errno) {
        return answer.outcome().failure().filter(errno::equals).isPresent();
    }

    /// One clause: `connect fails with ETIMEDOUT`, `connect returns 0`, `connect is still blocked
    /// after 12000 ms`.
    static String of(Answer<?> answer) {
        return answer.call() + " on " + answer.host()
                + answer.outcome()
                        .failure()
                        .map(errno -> " fails with " + errno)
                        .orElseGet(() -> switch (answer.outcome()) {
                            case Outcome.Blocked<?> blocked -> " is " + blocked;
                            // Nothing at all would look like a text that was forgotten.
                            case Outcome.Returned<?>(Bytes bytes) when bytes.length() == 0 -> " returns 0 bytes";
                            default -> " returns " + answer.outcome();
                        });
    }

    /// A duration in the unit that suits it.
    static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }
}
