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

    private final int[][] weights;
    private final PackedLanes lanes;
    private final long[] none;
    private final long[] nobody;
    private final long[] allDown;
    private final long[] allUp;
    private final long[] constant;
    private final long[] kept;
    private final long[][] rows;
    private final long[][] risen;
    private final long[][] fallen;

    private LaneFields(Memory memory, int[][] weights, LaneBounds bounds) {
        super(memory);
        int neurons = weights.length;
        this.weights = weights;
        this.lanes = PackedLanes.of(bounds.largest(), neurons);
        this.none = lanes.zeros();
        this.nobody = new long[Pattern.wordsFor(neurons)];
        this.allDown = lanes.zeros();
        this.allUp = lanes.zeros();
        Arrays.fill(allDown, lanes.halves());
        Arrays.fill(allUp, lanes.halves());
        this.constant = new long[neurons];
        for (int i = 0; i < neurons; i++) {
            lanes.add(allDown, i, bounds.values()[i]);
            lanes.add(allUp, i, bounds.values()[i] - 2 * bounds.rowSums()[i] - 1);
            constant[i] = bounds.values()[i] - bounds.rowSums()[i];
        }
        this.kept = allDown.clone();
        this.rows = new long[neurons][];
        this.risen = new long[neurons + 3][];
        this.fallen = new long[neurons + 3][];
    }

    /** Of a memory with narrow weights whose numbers {@linkplain LaneBounds#fit fit} lanes. */
    public static LaneFields of(Memory memory) {
        Weights.Narrow narrow = (Weights.Narrow) memory.weights();
        return new LaneFields(memory, narrow.rows(), LaneBounds.of(memory, narrow));
    }

    private LaneFields(LaneFields same) {
        super(same.memory());
        this.weights = same.weights;
        this.lanes = same.lanes;
        this.none = same.none;
        this.nobody = same.nobody;
        this.allDown = same.allDown;
        this.allUp = same.allUp;
        this.constant = same.constant;
        this.rows = same.rows;
        this.kept = allDown.clone();
        this.risen = new long[constant.length + 3][];
        this.fallen = new long[constant.length + 3][];
    }

    /** Fields of the same memory, for a state of their own; used by the same thread, as what is made of weights is shared. */
    public LaneFields another() {
        return new LaneFields(this);
    }

    /** F = 2 U - R = b - d - u - R. */
    @Override
    public double field(int neuron) {
        return constant[neuron] - lanes.get(kept, neuron) - (isUp(neuron) ? 1 : 0);
    }

    @Override
    public double interaction() {
        long sum = 0;
        for (int i = 0; i < constant.length; i++) {
            long up = words()[i >> 6] >>> i & 1;
            sum += (2 * up - 1) * (constant[i] - lanes.get(kept, i) - up);
        }
        return sum;
    }

    @Override
    public Pattern successor() {
        return new Pattern(constant.length, lanes.negative(kept));
    }

    @Override
    public void enter(Pattern next, int[] sums) {
        lanes.put(sums, kept);
        long[] state = next.words();
        for (int at = 0; at < kept.length; at++) {
            long up = state[at / lanes.width()] >>> at % lanes.width() & lanes.ones();
            kept[at] = allDown[at] - 2 * kept[at] - up;
        }
        entered(next);
    }

    @Override
    void setAllDown() {
        System.arraycopy(allDown, 0, kept, 0, kept.length);
    }

    @Override
    void setAllUp() {
        System.arraycopy(allUp, 0, kept, 0, kept.length);
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
        subtract(kept, row(neuron), none, none, none);
    }

    @Override
    void subtractRow(int neuron) {
        add(kept, row(neuron), none, none, none);
    }

    @Override
    void move(long[] up, long[] down) {
        int rising = gather(up, risen);
        int falling = gather(down, fallen);
        int both = Math.min(rising, falling) + 1 & -2;
        for (int k = 0; k < both; k += 2) {
            exchange(kept, fallen[k], fallen[k + 1], risen[k], risen[k + 1]);
        }
        for (int k = both; k < rising; k += 4) {
            subtract(kept, risen[k], risen[k + 1], risen[k + 2], risen[k + 3]);
        }
        for (int k = both; k < falling; k += 4) {
            add(kept, fallen[k], fallen[k + 1], fallen[k + 2], fallen[k + 3]);
        }
    }

    /** The rows of the neurons whose bits are set, three empty ones after them; returns how many. */
    private int gather(long[] neurons, long[][] gathered) {
        int count = 0;
        for (int w = 0; w < neurons.length; w++) {
            for (long rest = neurons[w]; rest != 0; rest &= rest - 1) {
                gathered[count++] = row(w * Long.SIZE + Long.numberOfTrailingZeros(rest));
            }
        }
        Arrays.fill(gathered, count, count + 3, none);
        return count;
    }

    /** What a neuron that goes up takes from every lane: 2 W_ij, and 1 from its own. */
    private long[] row(int neuron) {
        if (rows[neuron] == null) {
            long[] row = lanes.zeros();
            for (int i = 0; i < weights.length; i++) {
                lanes.add(row, i, 2L * weights[neuron][i]);
            }
            lanes.add(row, neuron, 1);
            rows[neuron] = row;
        }
        return rows[neuron];
    }

    @Override
    double[] realRow(int neuron, double[] scratch) {
        Arrays.setAll(scratch, i -> weights[neuron][i]);
        return scratch;
    }

    private static void add(long[] sum, long[] a, long[] b, long[] c, long[] d) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a[i] + b[i] + c[i] + d[i];
        }
    }

    private static void exchange(long[] sum, long[] a, long[] b, long[] c, long[] d) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a[i] + b[i] - c[i] - d[i];
        }
    }

    private static void subtract(long[] sum, long[] a, long[] b, long[] c, long[] d) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] -= a[i] + b[i] + c[i] + d[i];
        }
    }
}
