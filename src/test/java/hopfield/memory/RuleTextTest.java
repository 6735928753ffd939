package hopfield.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hebbian",
                "centred",
                "storkey",
                "projection",
                "dense:2",
                "dense:100",
                "modern:784",
                "modern:0.5",
                "modern:1000000000",
                "nearest"
            })
    void theLabelOfARuleIsItsText(String text) {
        assertThat(Rule.of(text).label()).isEqualTo(text);
        assertThat(Rule.of(text)).isEqualTo(Rule.of(text)).hasSameHashCodeAs(Rule.of(text));
    }

    @Test
    void rulesAreEqualByNameAndArgument() {
        assertThat(Rule.of("hebbian")).isEqualTo(Rule.HEBBIAN).isNotEqualTo(Rule.CENTRED);
        assertThat(Rule.of("dense:30")).isNotEqualTo(Rule.of("dense:31"));
        assertThat(Rule.of("modern:784.0")).isEqualTo(Rule.of("modern:784"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hebbian", "centred", "storkey", "projection", "dense:30", "modern:784", "nearest"})
    void aRuleSurvivesSerialisation(Rule rule) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(rule);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(rule);
        }
    }

    @Test
    void anUnknownRuleNamesTheKnownOnes() {
        assertThatThrownBy(() -> Rule.of("hebb"))
                .isInstanceOf(BadInput.class)
                .hasMessage("rule 'hebb' is not known; expected one of hebbian, centred, storkey, projection, nearest,"
                        + " dense:DEGREE, modern:BETA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "101", "2.5", "x", "", "3:4"})
    void aDegreeOutOfRangeOrMalformedIsRefused(String degree) {
        assertThatThrownBy(() -> Rule.of("dense:" + degree))
                .isInstanceOf(BadInput.class)
                .hasMessage("rule 'dense:" + degree + "' has argument '" + degree
                        + "'; expected a degree, a whole number from 2 to 100, as in dense:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "Infinity", "1e400", "x", ""})
    void aBetaOutOfRangeOrMalformedIsRefused(String beta) {
        assertThatThrownBy(() -> Rule.of("modern:" + beta))
                .isInstanceOf(BadInput.class)
                .hasMessage("rule 'modern:" + beta + "' has argument '" + beta
                        + "'; expected an inverse temperature within 1e-9..1e9, as in modern:784");
    }

    @ParameterizedTest
    @CsvSource({
        "dense, 'a degree, a whole number from 2 to 100, as in dense:30'",
        "modern, 'an inverse temperature within 1e-9..1e9, as in modern:784'"
    })
    void aMissingArgumentIsNamed(String name, String expected) {
        assertThatThrownBy(() -> Rule.of(name))
                .isInstanceOf(BadInput.class)
                .hasMessage("rule '" + name + "' has no argument; expected " + expected);
    }

    @Test
    void anArgumentTooManyIsRefused() {
        assertThatThrownBy(() -> Rule.of("hebbian:3"))
                .isInstanceOf(BadInput.class)
                .hasMessage("rule 'hebbian:3' has an argument, but hebbian takes none; write hebbian");
    }
}
