package io.sockspec.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sets of bits that have names: the events of poll() and the flags of send() and recv().
class FlagsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0x001, POLLIN",
        "0x002, POLLPRI",
        "0x004, POLLOUT",
        "0x008, POLLERR",
        "0x010, POLLHUP",
        "0x020, POLLNVAL",
        "0x040, POLLRDNORM",
        "0x080, POLLRDBAND",
        "0x100, POLLWRNORM",
        "0x200, POLLWRBAND",
        "0x2000, POLLRDHUP",
        "0x2015, POLLIN|POLLOUT|POLLHUP|POLLRDHUP"
    })
    void eventsAreReadAndPrintedByName(String bits, String names) {
        PollEvents events = new PollEvents(Integer.decode(bits));
        assertThat(events).hasToString(names);
        assertThat(PollEvents.parse(names)).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource({"0x400, 0x400", "0x4001, POLLIN|0x4000", "0x6000, POLLRDHUP|0x4000", "-0x8000, 0xffff8000"})
    void unknownEventsPrintTheirBits(String bits, String text) {
        assertThat(new PollEvents(Integer.decode(bits))).hasToString(text);
        assertThat(PollEvents.parse(text).bits()).isEqualTo(Integer.decode(bits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POLLFOO", "", "pollin", " POLLIN", "0x"})
    void anUnknownEventIsAnsweredWithThoseThatAreKnown(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PollEvents.parse(name))
                .withMessage("'" + name + "' is not a poll event; known are POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP,"
                        + " POLLNVAL, POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLRDHUP");
        assertThatIllegalArgumentException().isThrownBy(() -> PollEvents.parse("POLLIN|" + name));
    }

    @Test
    void eventsHaveThoseOfASubset() {
        PollEvents both = PollEvents.parse("POLLIN|POLLOUT");
        assertThat(both.has(PollEvents.POLLIN)).isTrue();
        assertThat(both.has(PollEvents.NONE)).isTrue();
        assertThat(PollEvents.POLLIN.has(both)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0x1, MSG_OOB",
        "0x2, MSG_PEEK",
        "0x4, MSG_DONTROUTE",
        "0x8, MSG_CTRUNC",
        "0x20, MSG_TRUNC",
        "0x40, MSG_DONTWAIT",
        "0x80, MSG_EOR",
        "0x100, MSG_WAITALL",
        "0x800, MSG_CONFIRM",
        "0x2000, MSG_ERRQUEUE",
        "0x4000, MSG_NOSIGNAL",
        "0x8000, MSG_MORE",
        "0x40000000, MSG_CMSG_CLOEXEC",
        "0x4042, MSG_PEEK|MSG_DONTWAIT|MSG_NOSIGNAL"
    })
    void messageFlagsAreReadAndPrintedByName(String bits, String names) {
        MsgFlags flags = new MsgFlags(Integer.decode(bits));
        assertThat(flags).hasToString(names);
        assertThat(MsgFlags.parse(names)).isEqualTo(flags);
    }

    @ParameterizedTest
    @CsvSource({"0x10, 0x10", "0x12, MSG_PEEK|0x10", "0x20000000, 0x20000000"})
    void unknownMessageFlagsPrintTheirBits(String bits, String text) {
        assertThat(new MsgFlags(Integer.decode(bits))).hasToString(text);
        assertThat(MsgFlags.parse(text).bits()).isEqualTo(Integer.decode(bits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MSG_FOO", "", "msg_peek", "0xffffffffff"})
    void anUnknownMessageFlagIsAnsweredWithThoseThatAreKnown(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MsgFlags.parse(name))
                .withMessage("'" + name + "' is not a message flag; known are MSG_OOB, MSG_PEEK, MSG_DONTROUTE,"
                        + " MSG_CTRUNC, MSG_TRUNC, MSG_DONTWAIT, MSG_EOR, MSG_WAITALL, MSG_CONFIRM, MSG_ERRQUEUE,"
                        + " MSG_NOSIGNAL, MSG_MORE, MSG_CMSG_CLOEXEC");
        assertThatIllegalArgumentException().isThrownBy(() -> MsgFlags.parse("MSG_PEEK|" + name));
    }

    @Test
    void messageFlagsAreJoined() {
        MsgFlags both = MsgFlags.MSG_TRUNC.with(MsgFlags.MSG_CTRUNC);
        assertThat(both).isEqualTo(MsgFlags.parse("MSG_CTRUNC|MSG_TRUNC"));
        assertThat(both.has(MsgFlags.MSG_TRUNC)).isTrue();
        assertThat(MsgFlags.MSG_TRUNC.has(both)).isFalse();
    }
}
