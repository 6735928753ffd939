package hopfield.noise;

import hopfield.pattern.Pattern;
import java.util.SplittableRandom;

/** Unbiased random patterns by number. */
final class RandomPatterns {
    private RandomPatterns() {}

    static Pattern of(int neurons, int number) {
        SplittableRandom random = new SplittableRandom(number);
        boolean[] up = new boolean[neurons];
        for (int i = 0; i < neurons; i++) {
            up[i] = random.nextBoolean();
        }
        return Pattern.of(up);
    }
}
