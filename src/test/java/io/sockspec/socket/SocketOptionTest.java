package io.sockspec.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketOptionTest {
    /// The constants, found by their type.
    private static List<SocketOption<?>> constants() throws IllegalAccessException {
        List<SocketOption<?>> constants = new ArrayList<>();
        for (Field field : SocketOption.class.getFields()) {
            if (field.get(null) instanceof SocketOption<?> option) {
                assertThat(option.name()).isEqualTo(field.getName());
                constants.add(option);
            }
        }
        return constants;
    }

    @Test
    void everyConstantIsFoundByItsName() throws IllegalAccessException {
        assertThat(constants()).hasSizeGreaterThanOrEqualTo(28).allSatisfy(option -> {
            assertThat(SocketOption.named(option.name())).isSameAs(option);
            assertThat(option).hasToString(option.name());
        });
    }

    @Test
    void noTwoHaveTheSameNumberOfOneLevel() throws IllegalAccessException {
        assertThat(constants())
                .extracting(option -> option.level() + " " + option.number())
                .doesNotHaveDuplicates();
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThatAreKnown() throws IllegalAccessException {
        List<String> known = constants().stream().map(SocketOption::name).toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketOption.named("SO_BRODCAST"))
                .withMessage("'SO_BRODCAST' is not a known socket option; known are " + String.join(", ", known));
    }
}
