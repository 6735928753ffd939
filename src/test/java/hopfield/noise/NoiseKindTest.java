package hopfield.noise;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseKindTest {
    @Test
    void anUnknownKindNamesTheKnownOnes() {
        assertThatThrownBy(() -> NoiseKind.parse("blur=1"))
                .isInstanceOf(BadInput.class)
                .hasMessage("noise 'blur' is not known; expected one of flip, gaussian");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flip         | noise 'flip' has no levels; expected kind=level,level,... with a kind of flip, gaussian",
                "flip=        | noise 'flip=' has no levels; expected kind=level,level,... with a kind of flip, gaussian",
                "flip=0.1,    | noise level '' of flip is not a number",
                "flip=x       | noise level 'x' of flip is not a number",
                "flip=1.5     | noise level flip must be within 0..1, was 1.5",
                "flip=NaN     | noise level flip must be within 0..1, was NaN",
                "gaussian=-1  | noise level gaussian must be at least 0 and finite, was -1.0",
                "flip=0.1,.1  | noise 'flip=0.1,.1' has level .1 twice; give each level once",
                "flip=0,-0    | noise 'flip=0,-0' has level -0 twice; give each level once"
            })
    void levelsThatAreNoneAreRefused(String spec, String message) {
        assertThatThrownBy(() -> NoiseKind.parse(spec))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }
}
