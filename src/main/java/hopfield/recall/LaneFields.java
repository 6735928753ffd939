package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import java.util.Arrays;
import java.util.Optional;

/**
 * Local fields of a small network, two or four of them in a word: a sum of words adds as many fields at once, and one shift brings
 * their signs to the bits of the successor. With U_i the sum of W_ij over the neurons that are up and u_i = 1 where neuron i is, a
 * lane holds d_i = b_i - 2 U_i - u_i, which is below zero where neuron i goes up: b_i is twice the U at which the field equals the
 * threshold, so that u_i decides there, and an odd number between two such where there is no such U.
 *
 * <p>A word is the sum of its lanes, d times 2^(width k), so that adding words adds lanes, whatever their signs. Of each 64 neurons,
 * lane k of word m is neuron width k + m.
 */
final class LaneFields extends RowFields implements SummedFields {
    /** Networks whose rows of lanes, of which each thread makes its own, take at most 16 MB. */
    private static final int MOST_NEURONS = 1 << 11;

    private static final double BEYOND = 1L << 33;

    private final int[][] weights;
    private final int width;
    private final long lowest;
    private final long signs;
    private final long half;
    private final long mask;
    private final long[] none;
    private final long[] bound;
    private final long[] allUp;
    private final long[] lanes;
    private final long[][] rows;
    private final long[][] risen;
    private final long[][] fallen;
    private final long[] nobody;
    private final long[] constant;

    private LaneFields(Memory memory, int[][] weights, int width, long[] bounds, long[] rowSums) {
        super(memory);
        this.weights = weights;
        this.width = width;
        long all = 0;
        for (int lane = 0; lane < Long.SIZE; lane += width) {
            all |= 1L << lane;
        }
        this.lowest = all;
        this.signs = all << width - 1;
        this.half = 1L << width - 1;
        this.mask = 2 * half - 1;
        this.none = new long[Pattern.wordsFor(weights.length) * width];
        this.bound = none.clone();
        this.allUp = none.clone();
        for (int i = 0; i < bounds.length; i++) {
            add(bound, i, bounds[i]);
            add(allUp, i, bounds[i] - 2 * rowSums[i] - 1);
        }
        for (int w = 0; w < none.length; w++) {
            bound[w] += signs;
            allUp[w] += signs;
        }
        this.lanes = bound.clone();
        this.rows = new long[weights.length][];
        this.risen = new long[weights.length + 3][];
        this.fallen = risen.clone();
        this.nobody = new long[none.length / width];
        this.constant = new long[weights.length];
        Arrays.setAll(constant, i -> bounds[i] - rowSums[i]);
    }

    /** Of a memory with narrow weights, if it is small enough and all its fields fit. */
    static Optional<LaneFields> fitting(Memory memory) {
        if (!(memory.weights() instanceof Weights.Narrow narrow) || memory.neurons() > MOST_NEURONS) {
            return Optional.empty();
        }
        int[][] weights = narrow.rows();
        long[] bounds = new long[weights.length];
        long[] rowSums = new long[weights.length];
        long most = 0;
        for (int i = 0; i < weights.length; i++) {
            long above = 0;
            long below = 0;
            for (int weight : weights[i]) {
                above += Math.max(0, weight);
                below += Math.min(0, weight);
            }
            rowSums[i] = above + below;
            double threshold = memory.threshold()[i];
            bounds[i] = 1
                    + within(Math.floor(threshold), rowSums[i], below, above)
                    + within(Math.ceil(threshold) - 1, rowSums[i], below, above);
            most = Math.max(most, Math.max(Math.abs(bounds[i] - 2 * below), Math.abs(bounds[i] - 2 * above - 1)));
        }
        return most > Integer.MAX_VALUE
                ? Optional.empty()
                : Optional.of(new LaneFields(
                        memory, weights, most > Short.MAX_VALUE ? Integer.SIZE : Short.SIZE, bounds, rowSums));
    }

    /** The largest U with 2 U - R at most a limit; beyond what U can be, the nearest number that decides as it does. */
    private static long within(double limit, long rowSum, long below, long above) {
        long reachable = (long) Math.max(-BEYOND, Math.min(BEYOND, limit));
        return Math.max(below - 1, Math.min(above, reachable + rowSum >> 1));
    }

    private int word(int neuron) {
        return (neuron >> 6) * width + (neuron & width - 1);
    }

    private int shift(int neuron) {
        return neuron & 63 & -width;
    }

    private void add(long[] words, int neuron, long value) {
        words[word(neuron)] += value << shift(neuron);
    }

    @Override
    double field(int neuron) {
        return constant[neuron] - lane(neuron) - (isUp(neuron) ? 1 : 0);
    }

    /** d_i. */
    private long lane(int neuron) {
        return (lanes[word(neuron)] >>> shift(neuron) & mask) - half;
    }

    @Override
    double interaction() {
        long[] state = words();
        long sum = 0;
        for (int i = 0; i < constant.length; i++) {
            long up = state[i >> 6] >>> i & 1;
            long field = constant[i] - lane(i) - up;
            sum += (field ^ up - 1) - (up - 1);
        }
        return sum;
    }

    @Override
    Pattern successor() {
        long[] next = new long[lanes.length / width];
        for (int w = 0, from = 0; w < next.length; w++, from += width) {
            long bits = 0;
            for (int part = 0; part < width; part += Short.SIZE) {
                bits |= sixteen(from + part) >>> width - Short.SIZE - part;
            }
            next[w] = ~bits;
        }
        return new Pattern(constant.length, next);
    }

    /** The highest bits of the lanes of sixteen words. */
    private long sixteen(int from) {
        long bits = 0;
        for (int m = 0; m < Short.SIZE; m++) {
            bits |= (lanes[from + m] & signs) >>> Short.SIZE - 1 - m;
        }
        return bits;
    }

    @Override
    public void enter(Pattern next, int[] sums) {
        long[] state = next.words();
        for (int w = 0, to = 0; w < state.length; w++, to += width) {
            for (int m = 0; m < width; m++) {
                long sum = 0;
                for (int shift = 0, i = w * Long.SIZE + m; shift < Long.SIZE && i < sums.length; shift += width) {
                    sum += (long) sums[i] << shift;
                    i += width;
                }
                lanes[to + m] = bound[to + m] - 2 * sum - (state[w] >>> m & lowest);
            }
        }
        entered(next);
    }

    @Override
    void setAllDown() {
        System.arraycopy(bound, 0, lanes, 0, lanes.length);
    }

    @Override
    void setAllUp() {
        System.arraycopy(allUp, 0, lanes, 0, lanes.length);
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
    void move(long[] up, long[] down) {
        int rising = gather(up, risen);
        int falling = gather(down, fallen);
        int both = Math.min(rising, falling) + 1 & -2;
        for (int k = 0; k < both; k += 2) {
            exchange(lanes, fallen[k], fallen[k + 1], risen[k], risen[k + 1]);
        }
        for (int k = both; k < rising; k += 4) {
            subtract(lanes, risen[k], risen[k + 1], risen[k + 2], risen[k + 3]);
        }
        for (int k = both; k < falling; k += 4) {
            add(lanes, fallen[k], fallen[k + 1], fallen[k + 2], fallen[k + 3]);
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

    @Override
    void addRow(int neuron) {
        subtract(lanes, row(neuron), none, none, none);
    }

    @Override
    void subtractRow(int neuron) {
        add(lanes, row(neuron), none, none, none);
    }

    @Override
    double[] realRow(int neuron, double[] scratch) {
        Arrays.setAll(scratch, i -> weights[neuron][i]);
        return scratch;
    }

    /** What a neuron that goes up takes from every lane: 2 W_ij, and 1 from its own. */
    private long[] row(int neuron) {
        if (rows[neuron] == null) {
            long[] row = none.clone();
            for (int i = 0; i < weights.length; i++) {
                add(row, i, 2L * weights[neuron][i]);
            }
            add(row, neuron, 1);
            rows[neuron] = row;
        }
        return rows[neuron];
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
