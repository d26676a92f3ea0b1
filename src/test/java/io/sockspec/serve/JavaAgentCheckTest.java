package io.sockspec.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.agent.check.AgentCheck;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaAgentCheckTest {
    @Test
    void answersEveryExchangeOfTheTranscript() {
        List<String> said = new ArrayList<>();
        assertThat(AgentCheck.run(JavaAgentCommand.words(), said::add))
                .as(said.toString())
                .isTrue();
        assertThat(said).hasSize(1).first().asString().contains(" exchanges right, 0 wrong, ");
    }
}
