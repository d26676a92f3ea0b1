package io.sockspec.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.spi.Implementation;
import io.sockspec.spi.Implementation.Profile;
import io.sockspec.spi.ImplementationUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is learnt of an agent before the first scenario.
class AgentImplementationTest {
    private static final String HOSTILE = "python3 -I -S src/test/resources/hostile-agent.py ";

    @Test
    void isWhatTheAgentSaysItIs() {
        Implementation agent = AgentImplementation.of(HOSTILE + "ok");
        assertThat(agent.name()).isEqualTo("hostile");
        assertThat(agent.version()).isEqualTo("1");
        assertThat(agent.profile()).isEqualTo(Profile.LINUX);
        assertThat(agent.ownStack()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exit-at-once       | ended with status 3 in hello
            text-before-hello  | wrote a line that is no JSON: Welcome to the hostile agent!
            protocol-2         | answered hello wrongly: it speaks version 2 of the protocol, where version 1 was asked
            unknown-capability | answered hello wrongly: 'telepathy' is not a capability; known are
            nonsense           | ended with status 1 in hello; its log ends with: hostile-agent: there is no switch
            hang-in-hello      | did not answer hello within 10 s
            """)
    void whatIsWrongWithItIsOneSentence(String misbehaviour, String sentence) {
        assertThatThrownBy(() -> AgentImplementation.of(HOSTILE + misbehaviour).version())
                .isInstanceOf(ImplementationUnavailable.class)
                .hasMessageStartingWith("the agent '" + HOSTILE + misbehaviour + "' " + sentence);
    }

    @Test
    void aProgramThatIsNotThereIsSaidToBe() {
        assertThatThrownBy(() -> AgentImplementation.of("./nothing --flag").version())
                .hasMessage("the agent cannot be started: there is no file ./nothing; the command starts in "
                        + Path.of("").toAbsolutePath());
        assertThatThrownBy(() -> AgentImplementation.of("no-such-program").version())
                .hasMessageContaining("there is no program 'no-such-program' on the PATH");
    }

    @Test
    void aFileThatIsNotExecutableIsSaidToBe(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("agent"));
        assertThatThrownBy(() -> AgentImplementation.of(file.toString()).version())
                .hasMessageEndingWith("is not executable; run chmod +x on it, or name its interpreter before it");
    }

    @Test
    void aCommandLineThatCannotBeReadIsRefused() {
        assertThatThrownBy(() -> AgentImplementation.of(" ")).hasMessageContaining("the command of the agent is empty");
        assertThatThrownBy(() -> AgentImplementation.of("./agent 'x"))
                .hasMessageContaining("has a quote that is not closed");
    }

    @Test
    void quotesKeepWordsTogether() {
        assertThat(Command.parse("./agent 'a b' --x=\"c d\" e").words())
                .containsExactly("./agent", "a b", "--x=c d", "e");
    }
}
