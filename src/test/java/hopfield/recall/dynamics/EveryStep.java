package hopfield.recall.dynamics;

import hopfield.recall.Cue;
import hopfield.recall.kernel.Kernel;
import java.util.Arrays;
import java.util.List;

/** Synchronous recall without a memory of states: every cue is stepped until it rests, as NumPy does it. */
final class EveryStep {
    private EveryStep() {}

    /** Steps of all cues to their fixed points, 2-cycles or the limit. */
    static long count(Kernel kernel, List<Cue> cues, int maxSteps) {
        int words = cues.get(0).state().words().length;
        int count = cues.size();
        long[] previous = new long[count * words];
        long[] current = new long[count * words];
        long[] next = new long[count * words];
        for (int c = 0; c < count; c++) {
            System.arraycopy(cues.get(c).state().words(), 0, current, c * words, words);
        }
        long steps = 0;
        for (int step = 1; count > 0; step++) {
            kernel.step(current, count, next);
            int moving = 0;
            for (int c = 0; c < count; c++) {
                steps++;
                int at = c * words;
                boolean fixed = Arrays.equals(next, at, at + words, current, at, at + words);
                boolean cycle = step > 1 && Arrays.equals(next, at, at + words, previous, at, at + words);
                if (!fixed && !cycle && step < maxSteps) {
                    System.arraycopy(current, at, previous, moving * words, words);
                    System.arraycopy(next, at, current, moving * words, words);
                    moving++;
                }
            }
            count = moving;
        }
        return steps;
    }
}
