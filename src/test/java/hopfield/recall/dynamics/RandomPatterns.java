package hopfield.recall.dynamics;

import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Unbiased random patterns. */
public final class RandomPatterns {
    private RandomPatterns() {}

    public static List<Pattern> of(int patterns, int neurons, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Pattern> all = new ArrayList<>();
        for (int p = 0; p < patterns; p++) {
            boolean[] up = new boolean[neurons];
            for (int i = 0; i < neurons; i++) {
                up[i] = random.nextBoolean();
            }
            all.add(Pattern.of(up));
        }
        return all;
    }

    public static PatternSet set(List<Pattern> patterns) {
        return new PatternSet(IntStream.range(0, patterns.size()).toArray(), patterns);
    }
}
