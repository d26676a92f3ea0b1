package io.sockspec.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StraysTest {
    @Test
    void whatCarriesTheMarkIsEnded() throws Exception {
        Map.Entry<String, String> mark = Strays.variable(1_000_001);
        Process stray = sleeping(mark.getValue());
        Process other = sleeping(Strays.variable(1_000_002).getValue());
        try {
            Strays.end(mark);
            assertThat(stray.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void anAgentIsEndedWhenItsSuiteIsGone() throws Exception {
        String ours = Strays.variable(1_000_003).getValue();
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Process orphan = sleeping(ours.replaceFirst("-\\d+[.]", "-" + gone.pid() + "."));
        Process kept = sleeping(ours);
        try {
            Strays.endOrphans();
            assertThat(orphan.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(kept.isAlive()).isTrue();
        } finally {
            kept.destroyForcibly();
        }
    }

    private static Process sleeping(String mark) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sleep", "100");
        builder.environment().put("SOCKSPEC_AGENT", mark);
        Process process = builder.start();
        // Until exec() the child still has the environment of this JVM.
        while (!process.info().command().orElse("").endsWith("sleep")) {
            Thread.onSpinWait();
        }
        return process;
    }
}
