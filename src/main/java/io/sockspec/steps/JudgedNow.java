package io.sockspec.steps;

import io.sockspec.report.Judged;
import io.sockspec.report.JudgedSource;
import io.sockspec.spi.Implementation;
import java.util.Locale;

/// Tells the report whom the run of this JVM judges.
public final class JudgedNow implements JudgedSource {
    @Override
    public Judged judged() {
        Run run = Run.current();
        Implementation judged = run.judged();
        String profile = judged.profile().name().toLowerCase(Locale.ROOT);
        return new Judged(
                judged.name(), run.version(), profile, run.deviations().list());
    }
}
