package hopfield.memory;

/**
 * c(m) = m^(n-1), h = sum_mu x_mu m_mu^(n-1), E = -(N/n) sum_mu m_mu^n. While P N^(n-1) is at most 2^53, c is a^(n-1) itself.
 * Beyond, it is relative to the state's largest, and made in doubles: each is off by at most 2^-(k+1) of the largest for the
 * rounding to whole numbers, and by at most (n + 3) 2^-52 of itself for that of quotients and powers, n 2^-53 each for the two
 * quotients by u, 2^-52 each for the two powers and 2^-53 for their quotient. Equal overlaps of opposite sign still cancel.
 *
 * <p>For an even n, F(m) = m^n is convex: E(s') - E(s) is at most -sum_i (s'_i - s_i) h_i, and neurons that follow the sign of the exact h
 * never raise it, whether one at a time or all at once. An odd n falls with m where m is below 0, is not convex, and E may rise.
 *
 * @param neurons N
 * @param degree n
 * @param bits k, or 0 where c is a^(n-1) itself
 * @param powers (a / u)^(n-1) for a = -N, -N + 2, ..., N, with a unit u: 1 where that is exact, else sqrt N, so that neither
 *     the least nor the largest is out of range up to {@link #largestDegree}
 * @param terms m^n, likewise
 */
record Power(int neurons, int degree, int bits, double[] powers, double[] terms) implements Separation {
    private static final double EXACT_IN_DOUBLE = 1L << 53;

    /** Of rounded coefficients. */
    private static final double LARGEST_SUM = 1 << 30;

    /** Of N^((n-1)/2), the largest power, and the inverse of the least: neither overflows nor loses digits. */
    private static final double MOST_BITS = 1021;

    static Power of(int degree, int patterns, int neurons) {
        boolean exact = patterns * StrictMath.pow(neurons, degree - 1) <= EXACT_IN_DOUBLE;
        return new Power(
                neurons,
                degree,
                exact ? 0 : Separation.bits(patterns),
                table(neurons, exact ? 1 : Math.sqrt(neurons), degree - 1),
                table(neurons, neurons, degree));
    }

    /** The largest n for which no power of N neurons is out of range. */
    static int largestDegree(int neurons) {
        return (int) Math.min(Integer.MAX_VALUE, 1 + 2 * MOST_BITS * StrictMath.log(2) / StrictMath.log(neurons));
    }

    /** Odd powers are odd to the last bit, even ones even. */
    private static double[] table(int neurons, double unit, int exponent) {
        double[] table = new double[neurons + 1];
        for (int k = 0; k <= neurons; k++) {
            int product = 2 * k - neurons;
            double power = StrictMath.pow(Math.abs(product) / unit, exponent);
            table[k] = product < 0 && exponent % 2 != 0 ? -power : power;
        }
        return table;
    }

    @Override
    public void coefficients(int[] products, long[] coefficients) {
        double top = bits == 0 ? 1 : largest(products);
        for (int mu = 0; mu < products.length; mu++) {
            double power = powers[products[mu] + neurons >> 1];
            coefficients[mu] = top == 0 ? 0 : (long) Math.rint(Math.scalb(power / top, bits));
        }
    }

    @Override
    public void round(int[][] products, int states, int[][] coefficients) {
        int[] largest = new int[states];
        for (int[] row : products) {
            for (int s = 0; s < states; s++) {
                largest[s] = Math.max(largest[s], Math.max(row[s], -row[s]));
            }
        }
        double[] scale = new double[states];
        for (int s = 0; s < states; s++) {
            double top = powers[largest[s] + neurons >> 1];
            scale[s] = top == 0 ? 0 : LARGEST_SUM / products.length / top;
        }
        for (int mu = 0; mu < products.length; mu++) {
            int[] row = products[mu];
            int[] c = coefficients[mu];
            for (int s = 0; s < states; s++) {
                c[s] = (int) (powers[row[s] + neurons >> 1] * scale[s]);
            }
        }
    }

    /** Every pattern has a coefficient. */
    @Override
    public int reach() {
        return 2 * neurons;
    }

    private double largest(int[] products) {
        int largest = 0;
        for (int product : products) {
            largest = Math.max(largest, Math.abs(product));
        }
        return powers[largest + neurons >> 1];
    }

    /** Relative to the largest, whatever the bits. */
    @Override
    public void coefficients(double[] products, long[] coefficients) {
        double top = 0;
        for (double product : products) {
            top = Math.max(top, Math.abs(product));
        }
        int scale = Separation.bits(products.length);
        for (int mu = 0; mu < products.length; mu++) {
            double power = top == 0 ? 0 : StrictMath.pow(Math.abs(products[mu]) / top, degree - 1);
            double signed = products[mu] < 0 && degree % 2 == 0 ? -power : power;
            coefficients[mu] = (long) Math.rint(Math.scalb(signed, scale));
        }
    }

    @Override
    public double energy(int[] products) {
        double sum = 0;
        for (int product : products) {
            sum += terms[product + neurons >> 1];
        }
        return -sum * neurons / degree;
    }
}
