package hopfield.memory;

/**
 * c = softmax(beta m), h = sum_mu x_mu c_mu, E = -(N / beta) log sum_mu exp(beta m_mu). Kept as
 * 2^k exp(beta (m_mu - m_max)), rounded. With the doubles that they are made in, whose exponents t are off by at most |t| 2^-52 and
 * exponentials by 2^-52 of themselves, each is off by at most 2^-(k+1) + 2^-52 of the largest, as (1 + |t|) e^t is at most 1 for
 * t &lt;= 0; those below 2^-(k+1) are exactly 0. The log-sum-exp is convex, so neurons that follow the sign of the exact h never raise
 * E, whether one at a time or all at once.
 *
 * @param neurons N
 * @param beta the inverse temperature
 * @param bits k
 * @param weights 2^k exp(-2 beta d / N), rounded, for d = 0..N, where d = (a_max - a_mu) / 2
 */
record Softmax(int neurons, double beta, int bits, long[] weights) implements Separation {
    /** Of rounded coefficients: its binary logarithm. */
    private static final int LARGEST_SUM = 30;

    static Softmax of(double beta, int patterns, int neurons) {
        int bits = Separation.bits(patterns);
        long[] weights = new long[neurons + 1];
        for (int d = 0; d <= neurons; d++) {
            weights[d] = (long) Math.rint(Math.scalb(StrictMath.exp(-2 * beta * d / neurons), bits));
        }
        return new Softmax(neurons, beta, bits, weights);
    }

    @Override
    public void coefficients(int[] products, long[] coefficients) {
        int largest = largest(products);
        for (int mu = 0; mu < products.length; mu++) {
            coefficients[mu] = weights[largest - products[mu] >> 1];
        }
    }

    @Override
    public void coefficients(double[] products, long[] coefficients) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double product : products) {
            largest = Math.max(largest, product);
        }
        for (int mu = 0; mu < products.length; mu++) {
            double weight = StrictMath.exp(beta * (products[mu] - largest) / neurons);
            coefficients[mu] = (long) Math.rint(Math.scalb(weight, bits));
        }
    }

    @Override
    public void round(int[][] products, int states, int[][] coefficients) {
        int[] rounded = new int[weights.length];
        double unit = Math.scalb((double) products.length, bits - LARGEST_SUM);
        for (int d = 0; d < rounded.length; d++) {
            rounded[d] = (int) (weights[d] / unit);
        }
        int[] largest = products[0].clone();
        for (int[] row : products) {
            for (int s = 0; s < states; s++) {
                largest[s] = Math.max(largest[s], row[s]);
            }
        }
        for (int mu = 0; mu < products.length; mu++) {
            int[] row = products[mu];
            int[] c = coefficients[mu];
            for (int s = 0; s < states; s++) {
                c[s] = rounded[largest[s] - row[s] >> 1];
            }
        }
    }

    @Override
    public int reach() {
        int d = neurons;
        while (weights[d] == 0) {
            d--;
        }
        return 2 * d;
    }

    @Override
    public double energy(int[] products) {
        int largest = largest(products);
        long sum = 0;
        for (int product : products) {
            sum += weights[largest - product >> 1];
        }
        return -largest - neurons / beta * StrictMath.log(Math.scalb((double) sum, -bits));
    }

    private static int largest(int[] products) {
        int largest = products[0];
        for (int product : products) {
            largest = Math.max(largest, product);
        }
        return largest;
    }
}
