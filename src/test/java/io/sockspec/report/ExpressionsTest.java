package io.sockspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpressionsTest {
    private final Expressions expressions = new Expressions();

    @Test
    void namesTheExpressionWithTheFewestDifferentWords() {
        expressions.add("{host} listens on TCP port {port}");
        expressions.add("{host} listens on UDP port {port}");
        expressions.add("the wire loses the first SYN from {host}");
        assertThat(expressions.nearest("server listens on TPC port 8080"))
                .containsExactly("{host} listens on TCP port {port}", "{host} listens on UDP port {port}");
    }

    @Test
    void countsMissingAndAdditionalWords() {
        expressions.add("the socket becomes writable within {duration}");
        expressions.add("the socket becomes readable and writable at once");
        assertThat(expressions.nearest("the socket becomes writable").getFirst())
                .isEqualTo("the socket becomes writable within {duration}");
    }

    @Test
    void aParameterMayStandForSeveralWordsAndAWordMayBeMistyped() {
        expressions.add("accept reports {name} on TCP port {port}");
        expressions.add("{name} connects to {endpoint}");
        expressions.add("{name} is connected to {endpoint}");
        assertThat(expressions
                        .nearest("client konnects to server on TCP port 8080")
                        .getFirst())
                .isEqualTo("{name} connects to {endpoint}");
    }

    @Test
    void namesNothingThatHasNoWordInCommon() {
        expressions.add("all quiet now");
        assertThat(expressions.nearest("the wire loses a SYN")).isEmpty();
    }

    @Test
    void namesAtMostThree() {
        for (var number : new String[] {"one", "two", "three", "four"}) {
            expressions.add("number " + number);
        }
        assertThat(expressions.nearest("number five")).hasSize(3);
    }
}
