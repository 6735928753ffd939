package hopfield.spark;

import hopfield.noise.Flip;
import hopfield.noise.Noise;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random patterns, and noisy copies of them, on which costs are measured. */
final class SamplePatterns {
    private static final Noise NOISE = new Flip(.2);

    private SamplePatterns() {}

    /** P patterns of N neurons, the same ones each time. */
    static PatternSet random(int patterns, int neurons) {
        SplittableRandom random = new SplittableRandom(1);
        int each = Pattern.wordsFor(neurons);
        List<Pattern> all = new ArrayList<>();
        for (int p = 0; p < patterns; p++) {
            long[] words = new long[each];
            for (int w = 0; w < each; w++) {
                words[w] = random.nextLong() & (w == each - 1 ? Pattern.lastWordMask(neurons) : -1);
            }
            all.add(new Pattern(neurons, words));
        }
        return new PatternSet(IntStream.range(0, patterns).toArray(), all);
    }

    /** The patterns of a set. */
    static List<Pattern> list(PatternSet stored) {
        return IntStream.range(0, stored.size()).mapToObj(stored::pattern).toList();
    }

    /** States near stored patterns, packed. */
    static long[] statesNear(PatternSet stored, int count) {
        List<Pattern> states = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Pattern original = stored.pattern(k % stored.size());
            states.add(NOISE.cue(original, new Shape(stored.neurons(), 1), new Seed(2), k, 0)
                    .state());
        }
        return Pattern.pack(states);
    }
}
