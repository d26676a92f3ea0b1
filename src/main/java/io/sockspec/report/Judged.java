package io.sockspec.report;

import io.sockspec.register.Deviation;
import java.util.List;

/// Who is judged, and what is known of it before.
///
/// @param profile `linux`, or `posix` if rules of level LINUX are only observed
public record Judged(String name, String version, String profile, List<Deviation> deviations) {
    static final String POSIX = "posix";

    public Judged {
        deviations = List.copyOf(deviations);
    }
}
