package io.sockspec.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    @Test
    void readsItsOwnText() {
        assertThat(Shard.parse("2/8")).contains(new Shard(2, 8));
        assertThat(new Shard(2, 8)).hasToString("2/8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "0/8", "9/8", "1/0", "-1/8", "01/8", "1/1001", "1/8 ", "a/b", "1/99999"})
    void refusesWhatIsNoPart(String text) {
        assertThat(Shard.parse(text)).isEmpty();
    }

    @Test
    void everyRuleIsInExactlyOnePart() {
        for (var rule : Register.own().requirements()) {
            assertThat(IntStream.rangeClosed(1, 8).filter(it -> new Shard(it, 8).holds(rule.id())))
                    .hasSize(1);
        }
    }

    @Test
    void partsOfTheCatalogueAreOfSimilarSize() {
        var rules = Register.own().requirements();
        for (int number = 1; number <= 8; number++) {
            var part = new Shard(number, 8);
            assertThat(rules.stream().filter(it -> part.holds(it.id())).count())
                    .isBetween(rules.size() / 16L, rules.size() / 4L);
        }
    }

    /// The numbers come from the definition of a string's hash, by another program.
    @Test
    void aRuleStaysInItsPart() {
        assertThat(new Shard(7, 8).holds("TCP-NBCONN-16")).isTrue();
        assertThat(new Shard(6, 8).holds("UDP-01")).isTrue();
        assertThat(new Shard(2, 4).holds("FAULT-06")).isTrue();
    }
}
