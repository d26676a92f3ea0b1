package io.sockspec.report;

import static io.sockspec.register.ScenarioStatus.BROKEN;
import static io.sockspec.register.ScenarioStatus.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.register.Deviation;
import io.sockspec.register.Finding;
import io.sockspec.register.Level;
import io.sockspec.register.Requirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProposalTest {
    private static final List<Requirement> REGISTER = List.of(
            Samples.requirement("UDP-01", Level.SHOULD, 10),
            Samples.requirement("UDP-02", Level.MUST, 20),
            Samples.requirement("UDP-03", Level.MUST, 30),
            Samples.requirement("UDP-04", Level.MUST, 40),
            Samples.requirement("UDP-05", Level.MUST, 50));

    @Test
    void whatFailedAndIsNotListedIsProposed() {
        var known = List.of(new Deviation("UDP-03", "it is odd", "there", "1"));
        assertThat(proposal(
                        known,
                        Samples.wrong("UDP-01", 10, Finding.of("a", "it's\n late")),
                        Samples.wrong("UDP-02", 20, Finding.of("a", "x".repeat(300))),
                        Samples.wrong("UDP-03", 30, Finding.of("a", "b")),
                        Samples.result("UDP-04", 40, PASSED, null),
                        Samples.result("UDP-05", 50, BROKEN, "no wire")))
                .isEqualTo("""
                        # To add to the deviations. The reason is what was seen; say why in its place.
                        - requirement: UDP-02
                          reason: '%s …'
                          # link: to be filled in, where this is documented or discussed
                          since: '6.18'
                        - requirement: UDP-01
                          reason: 'it''s late'
                          # link: to be filled in, where this is documented or discussed
                          since: '6.18'""".formatted("x".repeat(198)));
    }

    @Test
    void nothingIsProposedWhereNothingFailed() {
        assertThat(proposal(List.of(), Samples.result("UDP-04", 40, PASSED, null)))
                .isEqualTo("# No rule failed that is not listed: there is nothing to add to the deviations.");
    }

    private static String proposal(List<Deviation> known, ScenarioResult... results) {
        var run = Samples.run("linux", false, true, Map.of(), null);
        return new Proposal(Assessment.of(REGISTER, new Results(run, known, List.of(results)))).text();
    }
}
