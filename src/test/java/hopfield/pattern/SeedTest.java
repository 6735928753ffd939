package hopfield.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedTest {
    @Test
    void theStreamOfASeedNeverChanges() {
        Seed seed = new Seed(1).at("flip").at(Double.doubleToLongBits(.1)).at(7).at(0);

        assertThat(seed.value()).isEqualTo(4344315711862406536L);
        assertThat(seed.random().nextLong()).isEqualTo(-8936873406972428258L);
    }

    @Test
    void neighbouringImagesAndTrialsHaveStreamsOfTheirOwn() {
        Set<Long> seeds = new HashSet<>();
        for (int image = 0; image < 300; image++) {
            for (int trial = 0; trial < 300; trial++) {
                seeds.add(new Seed(1).at(image).at(trial).value());
            }
        }

        assertThat(seeds).hasSize(300 * 300);
    }
}
