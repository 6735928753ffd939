package hopfield.recall.kernel;

/** Turns sums into states: neuron i of a state is up next where its sum reaches a bound, one for a neuron that is up and one for one that is down. */
final class LaneSigns {
    private static final int AT_ONCE = 4;

    private final int neurons;
    private final int[] whenUp;
    private final int[] whenDown;
    private int[] up = {};
    private int[] down = {};

    /**
     * @param whenUp the least sum with which a neuron stays up, N entries
     * @param whenDown the least sum with which a neuron goes up, N entries
     */
    LaneSigns(int[] whenUp, int[] whenDown) {
        this.neurons = whenUp.length;
        this.whenUp = whenUp;
        this.whenDown = whenDown;
    }

    /**
     * The successors' values of the neurons of a block.
     *
     * @param sums of that block
     * @param states 32 neurons an array. Not modified.
     * @param next likewise, bits beyond N clear. Modified.
     */
    void next(Combination sums, int block, int lanes, int[][] states, int[][] next) {
        if (up.length < lanes) {
            up = new int[lanes];
            down = new int[lanes];
        }
        int end = Math.min(neurons, (block + 1) * Combination.BLOCK);
        for (int first = block * Combination.BLOCK; first < end; first += Integer.SIZE) {
            int count = Math.min(Integer.SIZE, neurons - first);
            clear(lanes, up, down);
            for (int bit = 0; bit < count; bit += AT_ONCE) {
                compare(sums, first + bit, lanes, whenUp, bit, up);
                compare(sums, first + bit, lanes, whenDown, bit, down);
            }
            int within = count == Integer.SIZE ? -1 : (1 << count) - 1;
            select(lanes, within, states[first / Integer.SIZE], up, down, next[first / Integer.SIZE]);
        }
    }

    /** Sets the bits of four neurons where their sums are below their bounds. */
    private void compare(Combination sums, int first, int lanes, int[] least, int bit, int[] below) {
        int last = neurons - 1;
        int b = Math.min(last, first + 1);
        int c = Math.min(last, first + 2);
        int d = Math.min(last, first + 3);
        below(
                lanes,
                bit,
                below,
                sums.sums(first),
                least[first],
                sums.sums(b),
                least[b],
                sums.sums(c),
                least[c],
                sums.sums(d),
                least[d]);
    }

    private static void below(
            int lanes, int bit, int[] below, int[] a, int la, int[] b, int lb, int[] c, int lc, int[] d, int ld) {
        for (int s = 0; s < lanes; s++) {
            below[s] |=
                    (a[s] - la >>> 31 | b[s] - lb >>> 31 << 1 | c[s] - lc >>> 31 << 2 | d[s] - ld >>> 31 << 3) << bit;
        }
    }

    private static void select(int lanes, int within, int[] states, int[] up, int[] down, int[] next) {
        for (int s = 0; s < lanes; s++) {
            next[s] = within & (states[s] & ~up[s] | ~states[s] & ~down[s]);
        }
    }

    private static void clear(int lanes, int[] up, int[] down) {
        for (int s = 0; s < lanes; s++) {
            up[s] = 0;
        }
        for (int s = 0; s < lanes; s++) {
            down[s] = 0;
        }
    }
}
