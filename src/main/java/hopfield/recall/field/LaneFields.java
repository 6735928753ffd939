package hopfield.recall.field;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import java.util.Arrays;

/**
 * Local fields of a small network in {@linkplain PackedLanes lanes}: a sum of words adds several fields at once, and several signs come to
 * the bits of the successor together. With U_i the sum of W_ij over the neurons that are up and u_i = 1 where neuron i is, a
 * lane holds d_i = b_i - 2 U_i - u_i, which is below zero where neuron i goes up ({@link LaneBounds}).
 */
public final class LaneFields extends RowFields implements SummedFields {
    /** Networks whose rows of lanes, of which each thread makes its own, take at most 16 MB. */
    public static final int MOST_NEURONS = 1 << 11;

    private final LaneRows shared;
    private final PackedLanes lanes;
    private final long[] nobody;
    private final long[] kept;
    private final long[][] risen;
    private final long[][] fallen;

    private LaneFields(Memory memory, LaneRows shared) {
        super(memory);
        int neurons = memory.neurons();
        this.shared = shared;
        this.lanes = shared.lanes();
        this.nobody = new long[Pattern.wordsFor(neurons)];
        this.kept = shared.allDown().clone();
        this.risen = new long[neurons + 3][];
        this.fallen = new long[neurons + 3][];
    }

    /** Of a memory with narrow weights whose numbers {@linkplain LaneBounds#fit fit} lanes. */
    public static LaneFields of(Memory memory) {
        Weights.Narrow narrow = (Weights.Narrow) memory.weights();
        return new LaneFields(memory, new LaneRows(narrow.rows(), LaneBounds.of(memory, narrow)));
    }

    /** Fields of the same memory, for a state of their own; used by the same thread, as what is made of weights is shared. */
    public LaneFields another() {
        return new LaneFields(memory(), shared);
    }

    /** F = 2 U - R = b - d - u - R. */
    @Override
    public double field(int neuron) {
        return shared.constant(neuron) - lanes.get(kept, neuron) - (isUp(neuron) ? 1 : 0);
    }

    @Override
    public double interaction() {
        long sum = 0;
        for (int i = 0; i < memory().neurons(); i++) {
            long up = words()[i >> 6] >>> i & 1;
            sum += (2 * up - 1) * (shared.constant(i) - lanes.get(kept, i) - up);
        }
        return sum;
    }

    @Override
    public Pattern successor() {
        return new Pattern(memory().neurons(), lanes.negative(kept));
    }

    @Override
    public void enter(Pattern next, int[] sums) {
        lanes.put(sums, kept);
        long[] state = next.words();
        for (int at = 0; at < kept.length; at++) {
            long up = state[at / lanes.width()] >>> at % lanes.width() & lanes.ones();
            kept[at] = shared.allDown()[at] - 2 * kept[at] - up;
        }
        entered(next);
    }

    @Override
    void setAllDown() {
        System.arraycopy(shared.allDown(), 0, kept, 0, kept.length);
    }

    @Override
    void setAllUp() {
        System.arraycopy(shared.allUp(), 0, kept, 0, kept.length);
    }

    @Override
    void addRows(long[] neurons) {
        move(neurons, nobody);
    }

    @Override
    void subtractRows(long[] neurons) {
        move(nobody, neurons);
    }

    @Override
    void addRow(int neuron) {
        PackedLanes.subtract(kept, shared.row(neuron), shared.none(), shared.none(), shared.none());
    }

    @Override
    void subtractRow(int neuron) {
        PackedLanes.add(kept, shared.row(neuron), shared.none(), shared.none(), shared.none());
    }

    @Override
    void move(long[] up, long[] down) {
        int rising = gather(up, risen);
        int falling = gather(down, fallen);
        int both = Math.min(rising, falling) + 1 & -2;
        for (int k = 0; k < both; k += 2) {
            PackedLanes.exchange(kept, fallen[k], fallen[k + 1], risen[k], risen[k + 1]);
        }
        for (int k = both; k < rising; k += 4) {
            PackedLanes.subtract(kept, risen[k], risen[k + 1], risen[k + 2], risen[k + 3]);
        }
        for (int k = both; k < falling; k += 4) {
            PackedLanes.add(kept, fallen[k], fallen[k + 1], fallen[k + 2], fallen[k + 3]);
        }
    }

    /** The rows of the neurons whose bits are set, three empty ones after them; returns how many. */
    private int gather(long[] neurons, long[][] gathered) {
        int count = 0;
        for (int w = 0; w < neurons.length; w++) {
            for (long rest = neurons[w]; rest != 0; rest &= rest - 1) {
                gathered[count++] = shared.row(w * Long.SIZE + Long.numberOfTrailingZeros(rest));
            }
        }
        Arrays.fill(gathered, count, count + 3, shared.none());
        return count;
    }

    @Override
    double[] realRow(int neuron, double[] scratch) {
        Arrays.setAll(scratch, i -> shared.weight(neuron, i));
        return scratch;
    }
}
