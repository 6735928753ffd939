package hopfield.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseKindTest {
    private static final String NAMES =
            "flip, flip-exact, salt-pepper, gaussian, gaussian-analog, square, rows, pixels, frame";

    @Test
    void everyKindIsReadByItsOwnName() {
        for (String name : NoiseKind.names().split(", ")) {
            assertThat(NoiseKind.parse(name + "=0,0.5,1"))
                    .allMatch(noise -> noise.kind().equals(name))
                    .extracting(Noise::level)
                    .containsExactly(0.0, .5, 1.0);
        }
        assertThat(NoiseKind.names()).isEqualTo(NAMES);
        assertThat(NoiseKind.maskingNames()).isEqualTo("square, rows, pixels, frame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blur=1", "flip_exact=1", "Flip=1"})
    void anUnknownKindNamesTheKnownOnes(String spec) {
        assertThatThrownBy(() -> NoiseKind.parse(spec))
                .isInstanceOf(BadInput.class)
                .hasMessage("noise '" + spec.replace("=1", "") + "' is not known; expected one of " + NAMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flip", "flip="})
    void aKindWithoutLevelsIsShownTheForm(String spec) {
        assertThatThrownBy(() -> NoiseKind.parse(spec))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "noise '" + spec + "' has no levels; expected kind=level,level,... with a kind of " + NAMES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flip=0.1,    | noise level '' of flip is not a number",
                "flip=x       | noise level 'x' of flip is not a number",
                "flip=1.5     | noise level flip must be within 0..1, was 1.5",
                "flip=NaN     | noise level flip must be within 0..1, was NaN",
                "gaussian=-1  | noise level gaussian must be at least 0 and finite, was -1.0",
                "gaussian-analog=Infinity | noise level gaussian-analog must be at least 0 and finite, was Infinity",
                "flip-exact=2 | noise level flip-exact must be within 0..1, was 2.0",
                "salt-pepper=-.1 | noise level salt-pepper must be within 0..1, was -0.1",
                "square=1.1   | noise level square must be within 0..1, was 1.1",
                "rows=NaN     | noise level rows must be within 0..1, was NaN",
                "pixels=-1    | noise level pixels must be within 0..1, was -1.0",
                "frame=7      | noise level frame must be within 0..1, was 7.0",
                "flip=0.1,.1  | noise 'flip=0.1,.1' has level .1 twice; give each level once",
                "flip=0,-0    | noise 'flip=0,-0' has level -0 twice; give each level once"
            })
    void levelsThatAreNoneAreRefused(String spec, String message) {
        assertThatThrownBy(() -> NoiseKind.parse(spec))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }
}
