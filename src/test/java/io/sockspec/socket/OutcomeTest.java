package io.sockspec.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockspec.socket.Outcome.Blocked;
import io.sockspec.socket.Outcome.Done;
import io.sockspec.socket.Outcome.Failed;
import io.sockspec.socket.Outcome.Returned;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void aResultBelowZeroIsAnErrno() {
        assertThat(Outcome.of(-111)).isEqualTo(new Failed<>(Errno.named("ECONNREFUSED")));
        assertThat(Outcome.done(-11)).isEqualTo(new Failed<>(Errno.EAGAIN));
        assertThat(Outcome.of(-4, Fd::new)).isEqualTo(new Failed<>(Errno.EINTR));
    }

    @Test
    void anyOtherResultIsAnAnswer() {
        assertThat(Outcome.of(0)).isEqualTo(new Returned<>(0));
        assertThat(Outcome.of(5)).isEqualTo(new Returned<>(5));
        assertThat(Outcome.done(0)).isEqualTo(new Returned<>(Done.DONE));
        assertThat(Outcome.of(3, Fd::new)).isEqualTo(new Returned<>(new Fd(3)));
    }

    @Test
    void isReturnedOrFailedOrNeither() {
        assertThat(Outcome.of(5).returned()).contains(5);
        assertThat(Outcome.of(5).failure()).isEmpty();
        assertThat(Outcome.of(-11).returned()).isEmpty();
        assertThat(Outcome.of(-11).failure()).contains(Errno.EAGAIN);
        assertThat(new Blocked<>(Duration.ZERO).returned()).isEmpty();
        assertThat(new Blocked<>(Duration.ZERO).failure()).isEmpty();
    }

    @Test
    void printsAsACallDoes() {
        assertThat(Outcome.done(0)).hasToString("0");
        assertThat(Outcome.of(5)).hasToString("5");
        assertThat(new Returned<>(List.of(PollEvents.POLLOUT))).hasToString("[POLLOUT]");
        assertThat(Outcome.of(-111)).hasToString("-1 ECONNREFUSED");
        assertThat(Outcome.of(-512)).hasToString("-1 errno 512");
        assertThat(new Blocked<>(Duration.ofSeconds(12))).hasToString("still blocked after 12000 ms");
    }
}
