package hopfield.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {
    @Test
    void neuronsAreWidthTimesHeight() {
        assertThat(new Shape(28, 30).neurons()).isEqualTo(840);
    }

    @ParameterizedTest
    @CsvSource({"0, 28", "28, 0", "-4, -7", "65536, 32768"})
    void shapesOfNoPatternAreRefused(int width, int height) {
        assertThatThrownBy(() -> new Shape(width, height))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an image needs 1..2147483647 pixels, was " + width + " x " + height);
    }
}
