package hopfield.memory;

import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Sets of independent random patterns, for tests. */
public final class RandomPatterns {
    private RandomPatterns() {}

    /** P patterns of N neurons. */
    public static PatternSet of(int patterns, int neurons, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return set(IntStream.range(0, patterns)
                .mapToObj(p -> {
                    boolean[] up = new boolean[neurons];
                    for (int i = 0; i < neurons; i++) {
                        up[i] = random.nextBoolean();
                    }
                    return Pattern.of(up);
                })
                .toList());
    }

    /** Patterns as images 0, 1, ... */
    public static PatternSet set(List<Pattern> patterns) {
        return new PatternSet(IntStream.range(0, patterns.size()).toArray(), patterns);
    }
}
