package hopfield.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomBitsTest {
    @ParameterizedTest
    @ValueSource(
            doubles = {
                0x1p-11,
                0x1.fffffffffffffp-11,
                1e-3,
                .05,
                .1,
                .2,
                .25,
                .3,
                .4,
                .5,
                .75,
                .999,
                0x1.fffffffffffffp-1
            })
    void digitsHeldInOneWordGiveTheSameBitsFromTheSameStream(double p) {
        SplittableRandom held = new SplittableRandom(3);
        SplittableRandom one = new SplittableRandom(3);
        for (int k = 0; k < 10_000; k++) {
            assertThat(RandomBits.bernoulli(p, held)).isEqualTo(RandomBits.bernoulliOfAny(p, one));
        }
        assertThat(held.nextLong()).as("as many words drawn").isEqualTo(one.nextLong());
    }
}
