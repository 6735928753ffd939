package hopfield.recall.kernel;

import hopfield.memory.Memory;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A memory's weights and states with {@linkplain Twins twins} merged, for matrix products. An entry of a reduced state is a
 * neuron that stands alone; or, after those, one of two that are always 0 and 1, in whose places it comes out what
 * becomes of twins that are down and of twins that are up, who differ by their own part in the twins' field; or, last, how many
 * twins are up, in as many entries as such a number takes in bytes. A field is then sum_f W_ef (2 u_f - c_f), with u_f what the
 * entry holds and c_f the neurons that it stands for. At a load of 100 digits, two products of three are spared.
 */
public final class TwinReduction {
    private static final int LARGEST_BYTE = 255;

    private final Memory memory;
    private final Twins twins;
    private final int[] alone;
    private final int[] counts;

    private TwinReduction(Memory memory, Twins twins, int... alone) {
        this.memory = memory;
        this.twins = twins;
        this.alone = alone;
        int bytes = (twins.count() + LARGEST_BYTE - 1) / LARGEST_BYTE;
        this.counts = new int[alone.length + (twins.count() > 0 ? 2 + bytes : 0)];
        Arrays.fill(counts, 0, alone.length, 1);
        for (int b = 0; b < bytes; b++) {
            counts[counts.length - bytes + b] = Math.min(LARGEST_BYTE, twins.count() - b * LARGEST_BYTE);
        }
    }

    /** Of a memory with symmetric weight rows. */
    public static TwinReduction of(Memory memory) {
        Twins twins = Twins.of(memory);
        return new TwinReduction(
                memory,
                twins,
                IntStream.range(0, memory.neurons())
                        .filter(i -> !twins.contains(i))
                        .toArray());
    }

    /** Every neuron stands alone. */
    public static TwinReduction none(Memory memory) {
        return new TwinReduction(
                memory,
                Twins.none(memory.neurons()),
                IntStream.range(0, memory.neurons()).toArray());
    }

    /** N. */
    int neurons() {
        return memory.neurons();
    }

    Twins twins() {
        return twins;
    }

    /** Entries of a reduced state. */
    public int entries() {
        return counts.length;
    }

    /** The neurons that stand alone, ascending: their entries come first. Not to be modified. */
    int[] alone() {
        return alone;
    }

    /** The neurons that an entry stands for: c_f. */
    int count(int entry) {
        return counts[entry];
    }

    /**
     * The weights into an entry.
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
     * The threshold of an entry; for twins, with what their own part in the twins' field, -w or +w, takes from it. Fields are whole, so that a
     * threshold between two whole numbers decides as the middle of the two.
     */
    double threshold(int output) {
        double threshold = memory.threshold()[neuron(output)];
        if (isAlone(output) || counts[output] > 0) {
            return threshold;
        }
        double below = Math.floor(threshold);
        double exact = below == threshold ? threshold : below + .5;
        return output == alone.length ? exact - twins.weight() : exact + twins.weight();
    }

    private boolean isAlone(int output) {
        return output < alone.length;
    }

    private int neuron(int output) {
        return isAlone(output) ? alone[output] : twins.first();
    }
}
