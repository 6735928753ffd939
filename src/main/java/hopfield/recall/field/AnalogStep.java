package hopfield.recall.field;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;
import hopfield.recall.Cue;
import java.util.ArrayList;
import java.util.List;

/** The first synchronous step from analog cues: it takes the real values of their neurons, and makes bipolar states of them. */
public final class AnalogStep {
    /** Cues whose fields are summed together: of 784 neurons, those that stay in a core's cache beside a weight row. */
    private static final int BLOCK = 16;

    private AnalogStep() {}

    /**
     * The states after the step. Where a field equals its threshold, the sign of the cue stays.
     *
     * @param fields of the memory; their state is not used
     * @param cues each with its real values
     */
    public static List<Pattern> successors(LocalFields fields, List<Cue> cues) {
        List<Pattern> successors = new ArrayList<>(cues.size());
        for (int from = 0; from < cues.size(); from += BLOCK) {
            List<Cue> block = cues.subList(from, Math.min(cues.size(), from + BLOCK));
            double[][] sums = fields.fieldsOf(block.stream()
                    .map(cue -> cue.analog().orElseThrow().values())
                    .toArray(double[][]::new));
            for (int k = 0; k < sums.length; k++) {
                successors.add(signs(fields.memory(), sums[k], block.get(k).state()));
            }
        }
        return successors;
    }

    private static Pattern signs(Memory memory, double[] fields, Pattern before) {
        long[] next = new long[Pattern.wordsFor(fields.length)];
        for (int i = 0; i < fields.length; i++) {
            double threshold = memory.threshold()[i];
            if (fields[i] > threshold || fields[i] == threshold && before.isUp(i)) {
                next[i >> 6] |= 1L << i;
            }
        }
        return new Pattern(fields.length, next);
    }

    /** sum += scale row; the sum is modified. */
    static void addScaled(double[] sum, double scale, double[] row) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += scale * row[i];
        }
    }
}
