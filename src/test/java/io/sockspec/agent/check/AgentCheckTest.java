package io.sockspec.agent.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.agent.Command;
import io.sockspec.agent.check.AgentCheck.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentCheckTest {
    private static final Limits SHORT = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(1));

    /// What the hostile agent takes part in.
    private static final Set<String> STORIES =
            Set.of("What is no call", "A refused connection", "select()", "A cancelled call");

    private final List<String> said = new ArrayList<>();

    @Test
    void theAgentInCIsRight(@TempDir Path folder) throws Exception {
        assertThat(check(Agents.c(folder), Transcript.own(), Limits.USUAL))
                .as(said.toString())
                .isTrue();
        assertThat(said).hasSize(1).first().asString().contains(" exchanges right, 0 wrong, ");
    }

    @Test
    void theAgentInPythonIsRight() {
        assertThat(check(Agents.python(), Transcript.own(), Limits.USUAL))
                .as(said.toString())
                .isTrue();
        assertThat(said.getLast()).contains("not declared: ").contains("not offered: ");
    }

    @Test
    void aHostileAgentThatBehavesIsRight() {
        assertThat(check(Agents.hostile("ok"), some(), Limits.USUAL))
                .as(said.toString())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            exit-at-once       | was not answered, because it ended with status 3.
            text-before-hello  | was answered beside `Welcome to the hostile agent!`, which is no JSON.
            hang-in-hello      | hello {"protocol":1,"host":"client","interfaces":[]} was not answered within 5000 ms.
            protocol-2         | was answered {"result":{"protocol":2,
            unknown-capability | 'telepathy' is not a capability; known are
            fork-children      | a process that it started still holds its standard output.
            bad-handle         | was answered {"result":{"fd":-7}}: 'fd' is -7, not a number from 0 to 2147483647.
            text-handle        | was answered {"result":{"fd":"three"}}: 'fd' is "three", not a number from 0 to
            missing-member     | was answered {"result":{}}: 'fd' is missing in {}.
            exit-in-call       | was not answered, because it ended with status 3.
            crash              | was not answered, because it was killed by signal 11.
            unknown-id         | which answers request 987654321, which was never sent.
            answers-twice      | a second time.
            malformed-json     | there came `{"jsonrpc":"2.0","id":6,"result":{`, which is no JSON.
            not-an-object      | there came `[1,2,3]`, which is no JSON object.
            long-line          | there came a line of more than 1 MiB.
            invalid-utf8       | which is no UTF-8.
            bad-errno          | was answered {"result":{"errno":"EFOO"}}: 'EFOO' is not an errno name of Linux;
            hang-in-call       | was not answered within 1000 ms.
            slow-call          | was not answered within 1000 ms.
            ignore-cancel      | was not answered within 1000 ms.
            close-stdin        | after the end of the agent's standard input it did not end within 1000 ms.
            close-stdout       | was not answered, because it closed its standard output.
            internal-error     | was answered {"error":{"code":-32603,"message":"the hostile agent has lost a screw"}}, due was
            declares-too-much  | was answered {"error":{"code":-32601,"message":"select"}}, but the agent declares select.
            never-ends         | after the end of the agent's standard input it did not end within 1000 ms.
            """)
    void eachMisbehaviourHasASentence(String misbehaviour, String sentence) {
        assertThat(check(Agents.hostile(misbehaviour), some(), SHORT)).isFalse();
        assertThat(said)
                .anySatisfy(line -> assertThat(line).startsWith("Line ").contains(sentence))
                .last()
                .asString()
                .contains(" wrong, ");
    }

    @Test
    void anAgentThatIsSilentTooOftenIsLeft() {
        assertThat(check(Agents.hostile("hang-in-call"), Transcript.own(), SHORT))
                .isFalse();
        assertThat(said).contains("It was not asked any more after it had kept the check waiting 5 times.");
    }

    private boolean check(Command command, Transcript transcript, Limits limits) {
        return new AgentCheck(() -> new LiveAgent(command), transcript, limits, said::add).run();
    }

    private static Transcript some() {
        Transcript own = Transcript.own();
        return new Transcript(
                own.greeting(),
                own.stories().stream()
                        .filter(story -> STORIES.contains(story.title()))
                        .toList());
    }
}
