package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Neurons whose weight rows lie near a common row c, so that one sum decides for all of them, and for most states: as
 * |sum_j (W_ij - c_j) s_j| is at most d_i = sum_j |W_ij - c_j|, all go up where c s is above every theta_i + d_i, and down where it is below
 * every theta_i - d_i. The pixels at a picture's edge, which few stored pictures use, are such. The common row has few binary digits,
 * c_j = base + unit k_j, so that c s is summed up as {@link ExactFields} are.
 *
 * @param members their bits
 * @param planes the four binary digits of k, word by word, in each a word of 64 neurons for each digit, lowest first
 * @param base the least entry of c
 * @param unit from one value of c to the next
 * @param sum of c
 * @param above every theta_i + d_i
 * @param below every theta_i - d_i
 */
record NearTwins(long[] members, long[] planes, long base, long unit, long sum, double above, double below) {
    /** One in so many neurons that are not {@linkplain Twins twins}: fewer do not pay. */
    private static final int FEWEST_IN = 3;

    private static final int DIGITS = 4;

    /**
     * How far a row may be from the common one, as a share of the largest sum_j |W_ij|: of digits at a flip level of .3 no cue is left
     * open that way, and at .4 some 5 in 100.
     */
    private static final double FARTHEST = .1;

    /** Means of rows, each of the rows near the last. */
    private static final int ROUNDS = 2;

    /** Sums of less are exact. */
    private static final double LARGEST_SUM = 0x1p50;

    /** Those of a memory with weight rows, if there are enough of them. */
    static Optional<NearTwins> of(Memory memory, Twins twins) {
        int neurons = memory.neurons();
        double[] common = neurons > Energies.MOST_NEURONS ? new double[0] : seed(memory, twins);
        double reach = distance(common, new double[common.length], Double.MAX_VALUE);
        if (neurons > Energies.MOST_NEURONS || !(reach < LARGEST_SUM)) {
            return Optional.empty();
        }
        BitSet near = near(memory, common, 2 * FARTHEST * reach);
        for (int round = 0; round < ROUNDS && arePaying(near, twins, neurons); round++) {
            common = mean(memory, near);
            near = near(memory, common, FARTHEST * reach);
        }
        return arePaying(near, twins, neurons) ? Optional.of(around(memory, near, common)) : Optional.empty();
    }

    private static boolean arePaying(BitSet near, Twins twins, int neurons) {
        int count = near.cardinality();
        return count < neurons && FEWEST_IN * (count - twins.count()) >= neurons - twins.count();
    }

    /** The row of a twin, or else one of the largest weights. */
    private static double[] seed(Memory memory, Twins twins) {
        int neurons = memory.neurons();
        double[] none = new double[neurons];
        double[] scratch = new double[neurons];
        int seed = Math.max(0, twins.first());
        double most = -1;
        for (int i = 0; twins.count() == 0 && i < neurons; i++) {
            double reach = distance(ExactFields.row(memory.weights(), i, scratch), none, Double.MAX_VALUE);
            if (reach > most) {
                most = reach;
                seed = i;
            }
        }
        return ExactFields.row(memory.weights(), seed, scratch).clone();
    }

    private static BitSet near(Memory memory, double[] common, double farthest) {
        BitSet near = new BitSet(common.length);
        double[] scratch = new double[common.length];
        for (int i = 0; i < common.length; i++) {
            near.set(i, distance(ExactFields.row(memory.weights(), i, scratch), common, farthest) <= farthest);
        }
        return near;
    }

    /** sum_j |a_j - b_j|, or something beyond a limit where it is beyond. */
    private static double distance(double[] a, double[] b, double limit) {
        double sum = 0;
        for (int from = 0; from < a.length && sum <= limit; from += Long.SIZE) {
            for (int j = from; j < Math.min(a.length, from + Long.SIZE); j++) {
                sum += Math.abs(a[j] - b[j]);
            }
        }
        return sum;
    }

    private static double[] mean(Memory memory, BitSet some) {
        double[] mean = new double[memory.neurons()];
        double[] scratch = new double[memory.neurons()];
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            double[] row = ExactFields.row(memory.weights(), i, scratch);
            for (int j = 0; j < row.length; j++) {
                mean[j] += row[j];
            }
        }
        int count = some.cardinality();
        Arrays.setAll(mean, j -> Math.rint(mean[j] / count));
        return mean;
    }

    /** @param near a row, of which as many digits are kept as are summed up. Modified. */
    private static NearTwins around(Memory memory, BitSet members, double[] near) {
        double least = Arrays.stream(near).min().orElseThrow();
        double most = Arrays.stream(near).max().orElseThrow();
        double unit = Math.max(1, Math.ceil((most - least) / ((1 << DIGITS) - 1)));
        long[] planes = new long[DIGITS * Pattern.wordsFor(near.length)];
        long sum = 0;
        for (int j = 0; j < near.length; j++) {
            long digits = Math.round((near[j] - least) / unit);
            for (int digit = 0; digit < DIGITS; digit++) {
                planes[(j >> 6) * DIGITS + digit] |= (digits >>> digit & 1) << j;
            }
            near[j] = least + unit * digits;
            sum += (long) near[j];
        }
        double above = Double.NEGATIVE_INFINITY;
        double below = Double.POSITIVE_INFINITY;
        double[] scratch = new double[near.length];
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            double distance = distance(ExactFields.row(memory.weights(), i, scratch), near, Double.MAX_VALUE);
            above = Math.max(above, memory.threshold()[i] + distance);
            below = Math.min(below, memory.threshold()[i] - distance);
        }
        long[] bits = Arrays.copyOf(members.toLongArray(), Pattern.wordsFor(near.length));
        return new NearTwins(bits, planes, (long) least, (long) unit, sum, above, below);
    }

    boolean contains(int neuron) {
        return (members[neuron >> 6] >>> neuron & 1) != 0;
    }

    /** Where they all go from a state that begins at a word: 1 up, -1 down, 0 not the same way, or not known. */
    int sign(long[] states, int at) {
        long up = 0;
        long ones = 0;
        long twos = 0;
        long fours = 0;
        long eights = 0;
        for (int w = 0, p = 0; w < members.length; w++, p += DIGITS) {
            long word = states[at + w];
            up += Long.bitCount(word);
            ones += Long.bitCount(word & planes[p]);
            twos += Long.bitCount(word & planes[p + 1]);
            fours += Long.bitCount(word & planes[p + 2]);
            eights += Long.bitCount(word & planes[p + 3]);
        }
        long field = 2 * (base * up + unit * (ones + 2 * twos + 4 * fours + 8 * eights)) - sum;
        return field > above ? 1 : field < below ? -1 : 0;
    }

    /** Whether they all are down. */
    boolean areDown(long[] states, int at) {
        long up = 0;
        for (int w = 0; w < members.length; w++) {
            up |= members[w] & states[at + w];
        }
        return up == 0;
    }

    /** Sets them all up. */
    void raise(long[] states, int at) {
        for (int w = 0; w < members.length; w++) {
            states[at + w] |= members[w];
        }
    }
}
