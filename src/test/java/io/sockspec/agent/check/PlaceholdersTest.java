package io.sockspec.agent.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlaceholdersTest {
    private final Placeholders placeholders = new Placeholders();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\u0001', textBlock = """
            "$any";                           [1,{}];                true
            {"a":1};                          {"a":1};               true
            {"a":1};                          {"a":1.0};             false
            {"a":1};                          {"a":1,"b":2};         false
            {"a":1,"b":2};                    {"a":1};               false
            {"a":1,"b?":2};                   {"a":1};               true
            {"a":1,"b?":2};                   {"a":1,"b":3};         false
            "$flags:A|B";                     "B|A";                 true
            "$flags:A|B";                     "A";                   false
            {"$either":["A",1]};              1;                     true
            {"$either":["A",1]};              "B";                   false
            {"$repeat":"ab","times":3};       "ababab";              true
            {"$repeat":[1,2],"times":2};      [1,2,1,2];             true
            {"$repeat":[1,2],"times":2};      [1,2];                 false
            [1,2];                            [1];                   false
            ["$x","$x"];                      [7,7];                 true
            ["$x","$x"];                      [7,8];                 false
            """)
    void aPatternMatches(String pattern, String answer, boolean matches) {
        assertThat(placeholders.match(json(pattern), json(answer))).isEqualTo(matches);
    }

    @Test
    void aNameKeepsItsFirstValue() {
        assertThat(placeholders.unbound(json("{\"fd\":\"$s\"}"))).isEqualTo("$s");
        assertThat(placeholders.match(json("{\"fd\":\"$s\"}"), json("{\"fd\":3}")))
                .isTrue();
        assertThat(placeholders.match(json("{\"fd\":\"$s\"}"), json("{\"fd\":4}")))
                .isFalse();
        assertThat(placeholders.unbound(json("{\"fd\":\"$s\"}"))).isEmpty();
        assertThat(placeholders.expand(json("[\"$s\"]"))).isEqualTo(json("[3]"));
    }

    @Test
    void whatDoesNotMatchBindsNothing() {
        assertThat(placeholders.match(json("{\"$either\":[[\"$s\",1],[2,\"$s\"]]}"), json("[2,5]")))
                .isTrue();
        assertThat(placeholders.expand(json("\"$s\""))).isEqualTo(json("5"));
    }

    @Test
    void aFileIsInItsFolder() {
        placeholders.bind("folder", json("\"/tmp\""));
        assertThat(placeholders.expand(json("\"$folder/x\""))).isEqualTo(json("\"/tmp/x\""));
        assertThat(placeholders.match(json("\"$folder/x\""), json("\"/tmp/x\"")))
                .isTrue();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
