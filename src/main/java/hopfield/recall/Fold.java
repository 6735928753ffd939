package hopfield.recall;

import hopfield.memory.Memory;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A memory's weights and states with {@linkplain Twins twins} folded together, for matrix products. An entry of a folded state is a
 * neuron that stands alone; or, after those, one of two that are always 0 and 1, in whose places it comes out what
 * becomes of twins that are down and of twins that are up, who differ by their own part in the twins' field; or, last, how many
 * twins are up, in as many entries as such a number takes in bytes. A field is then sum_f W_ef (2 u_f - c_f), with u_f what the
 * entry holds and c_f the neurons that it stands for. At a load of 100 digits, two products of three are spared.
 */
final class Fold {
    private static final int LARGEST_BYTE = 255;

    private final Memory memory;
    private final Twins twins;
    private final int[] alone;
    private final int[] stepped;
    private final int[] down;
    private final int[] counts;

    private Fold(Memory memory, Twins twins, int[] alone, int[] stepped, int... down) {
        this.memory = memory;
        this.twins = twins;
        this.alone = alone;
        this.stepped = stepped;
        this.down = down;
        int bytes = (twins.count() + LARGEST_BYTE - 1) / LARGEST_BYTE;
        this.counts = new int[alone.length + (twins.count() > 0 ? 2 + bytes : 0)];
        Arrays.fill(counts, 0, alone.length, 1);
        for (int b = 0; b < bytes; b++) {
            counts[counts.length - bytes + b] = Math.min(LARGEST_BYTE, twins.count() - b * LARGEST_BYTE);
        }
    }

    /** Of a memory with symmetric weight rows; neurons that stand alone are {@linkplain SlicedBytes sliced}. */
    static Fold of(Memory memory) {
        return of(memory, Twins.of(memory));
    }

    private static Fold of(Memory memory, Twins twins) {
        int[] alone = sliced(neurons(memory).filter(i -> !twins.contains(i)));
        return new Fold(memory, twins, alone, alone);
    }

    /** The same of states as they are, of which only some neurons are stepped, none of them a twin. */
    static Fold onto(Memory memory, Twins twins, IntPredicate stepped) {
        Fold whole = of(memory, twins);
        return new Fold(memory, whole.twins, whole.alone, sliced(neurons(memory).filter(stepped)));
    }

    /** Of states in which all but some neurons are down, and only those are stepped. */
    static Fold among(Memory memory, IntPredicate some) {
        int[] alone = sliced(neurons(memory).filter(some));
        int[] down = neurons(memory).filter(some.negate()).toArray();
        return new Fold(memory, Twins.none(memory.neurons()), alone, alone, down);
    }

    /** Every neuron stands alone, in its order. */
    static Fold none(Memory memory) {
        int[] all = neurons(memory).toArray();
        return new Fold(memory, Twins.none(all.length), all, all);
    }

    private static IntStream neurons(Memory memory) {
        return IntStream.range(0, memory.neurons());
    }

    private static int[] sliced(IntStream neurons) {
        int[] inOrder = neurons.toArray();
        int[] sliced = new int[inOrder.length];
        Arrays.setAll(sliced, e -> inOrder[SlicedBytes.bit(e, sliced.length)]);
        return sliced;
    }

    /** N. */
    int neurons() {
        return memory.neurons();
    }

    Twins twins() {
        return twins;
    }

    /** Entries of a folded state. */
    int entries() {
        return counts.length;
    }

    /** The neurons that stand alone, in the order of their entries. Not to be modified. */
    int[] alone() {
        return alone;
    }

    /** Of what is stepped, the neurons that stand alone, in the order in which they come out. Not to be modified. */
    int[] stepped() {
        return stepped;
    }

    /** Whether all entries are stepped, or else those neurons only. */
    boolean stepsAll() {
        return stepped == alone;
    }

    /** What comes out of a step: as many entries, or neurons. */
    int outputs() {
        return stepsAll() ? counts.length : stepped.length;
    }

    /** The neurons that an entry stands for: c_f. */
    int count(int entry) {
        return counts[entry];
    }

    /**
     * The weights into what comes out.
     *
     * @param row as many as there are entries. Modified.
     * @param scratch N. Modified.
     */
    void row(int output, double[] row, double[] scratch) {
        double[] weights = ExactFields.row(memory.weights(), neuron(output), scratch);
        for (int f = 0; f < alone.length; f++) {
            row[f] = weights[alone[f]];
        }
        for (int f = alone.length; f < row.length; f++) {
            row[f] = counts[f] == 0 ? 0 : isAlone(output) ? weights[twins.first()] : twins.weight();
        }
    }

    /**
     * The threshold of what comes out; with what neurons that are always down take from its field, and for twins, what their own part
     * in the twins' field, -w or +w, takes from it. Fields are whole, so that a threshold between two whole numbers decides as the
     * middle of the two.
     */
    double threshold(int output) {
        double threshold = memory.threshold()[neuron(output)];
        if (down.length > 0) {
            double[] weights = ExactFields.row(memory.weights(), neuron(output), new double[memory.neurons()]);
            return threshold + Arrays.stream(down).mapToDouble(j -> weights[j]).sum();
        }
        if (isAlone(output) || counts[output] > 0) {
            return threshold;
        }
        double below = Math.floor(threshold);
        double exact = below == threshold ? threshold : below + .5;
        return output == alone.length ? exact - twins.weight() : exact + twins.weight();
    }

    private boolean isAlone(int output) {
        return output < stepped.length;
    }

    private int neuron(int output) {
        return isAlone(output) ? stepped[output] : twins.first();
    }
}
