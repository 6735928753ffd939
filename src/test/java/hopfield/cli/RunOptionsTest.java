package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RunOptionsTest {
    private static boolean isRandom(Map<String, Object> options) {
        return new RunOptions(Map.of("options", options)).random();
    }

    @Test
    void theorySpeaksOfRandomPatternsThatAreFreeAndCold() {
        assertThat(isRandom(Map.of("images", "random:20x100", "clamp", false, "temperature", 0.0)))
                .isTrue();
        assertThat(isRandom(Map.of("images", "random:20x100", "clamp", true))).isFalse();
        assertThat(isRandom(Map.of("images", "random:20x100", "temperature", .5)))
                .isFalse();
        assertThat(isRandom(Map.of("images", "mnist"))).isFalse();
    }
}
