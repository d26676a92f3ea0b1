package io.sockspec.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrnoTest {
    private static final int LAST = 133;
    private static final long LONGEST_NAME = 64;

    @Test
    void everyNameStandsForItsNumberAndEveryNumberForItsName() {
        List<Integer> nameless = new ArrayList<>();
        for (int number = 1; number <= LAST; number++) {
            String name = new Errno(number).toString();
            if (name.startsWith("E")) {
                assertThat(Errno.named(name)).isEqualTo(new Errno(number));
            } else {
                nameless.add(number);
            }
        }
        // Two numbers were never given to anything.
        assertThat(nameless).containsExactly(41, 58);
    }

    @Test
    @SuppressWarnings("restricted") // asks the library itself
    void theNamesAreThoseOfTheLibrary() throws Throwable {
        Linker linker = Linker.nativeLinker();
        var found = linker.defaultLookup().find("strerrorname_np");
        assumeTrue(found.isPresent(), "only the GNU library tells the names");
        MethodHandle strerrorname =
                linker.downcallHandle(found.get(), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        for (int number = 1; number <= LAST; number++) {
            MemorySegment name = (MemorySegment) strerrorname.invoke(number);
            String expected = name.address() == 0
                    ? "errno " + number
                    : name.reinterpret(LONGEST_NAME).getString(0);
            assertThat(new Errno(number)).hasToString(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"EWOULDBLOCK, EAGAIN", "EDEADLOCK, EDEADLK", "ENOTSUP, EOPNOTSUPP"})
    void anAliasIsReadAndPrintedByTheCommonName(String alias, String name) {
        assertThat(Errno.named(alias)).isEqualTo(Errno.named(name)).hasToString(name);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "41, errno 41", "134, errno 134", "512, errno 512", "-1, errno -1"})
    void anUnknownNumberPrintsItself(int number, String text) {
        assertThat(new Errno(number)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ECONREFUSED | ECONNREFUSED, ECONNRESET, ECANCELED",
                "eagain      | EAGAIN, ENAVAIL, E2BIG",
                "''          | EIO, EADV, EDOM"
            })
    void anUnknownNameIsAnsweredWithTheNearest(String name, String nearest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Errno.named(name))
                .withMessage("'" + name + "' is not an errno name of Linux; the nearest are " + nearest);
    }
}
