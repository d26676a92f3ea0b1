package io.sockspec.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ScenarioStatusTest {
    @Test
    void eachOfTheFourTypesHasItsStatus() {
        assertThat(ScenarioStatus.of(new WrongAnswer("a", "b"))).isEqualTo(ScenarioStatus.WRONG);
        assertThat(ScenarioStatus.of(new Blocked("no relay"))).isEqualTo(ScenarioStatus.BLOCKED);
        assertThat(ScenarioStatus.of(new Unsupported("no raw"))).isEqualTo(ScenarioStatus.UNSUPPORTED);
        assertThat(ScenarioStatus.of(new LabBroken("no wire"))).isEqualTo(ScenarioStatus.BROKEN);
    }

    @Test
    void everythingElseIsAFaultOfOurs() {
        assertThat(ScenarioStatus.of(new AssertionError("wrong"))).isEqualTo(ScenarioStatus.BROKEN);
        assertThat(ScenarioStatus.of(new AssertionFailedError("wrong"))).isEqualTo(ScenarioStatus.BROKEN);
        assertThat(ScenarioStatus.of(new TestAbortedException("blocked"))).isEqualTo(ScenarioStatus.BROKEN);
        assertThat(ScenarioStatus.of(new NullPointerException())).isEqualTo(ScenarioStatus.BROKEN);
    }

    @Test
    void sentencesComeWithoutATrace() {
        assertThat(new Blocked("no relay").getStackTrace()).isEmpty();
        assertThat(new Unsupported("no raw").getStackTrace()).isEmpty();
    }
}
