package hopfield.memory;

import hopfield.BadInput;
import hopfield.pattern.PatternSet;
import java.util.Set;

/**
 * Storkey's incremental, local rule (Storkey 1997): pattern after pattern, in the order of their images,
 * w_ij += (x_i x_j - x_i h_ji - h_ij x_j) / N with h_ij = sum_{k != i,j} w_ik x_k, and w_ii = 0.
 *
 * <p>With the field f = W x of the pattern before it is stored, h_ij = f_i - w_ij x_j (as w_ii = 0), so that
 * x_i h_ji = x_i f_j - w_ij and h_ij x_j = f_i x_j - w_ij. Off the diagonal one pattern is therefore
 * W &lt;- (1 + 2/N) W + x g^T + g x^T with g = (x/2 - f) / N. Only the fields need one pattern after the other: with all of
 * them at hand every row of W is a recursion of its own, computed alike wherever it is.
 */
public record Storkey() implements Rule {
    private static final int ROWS_IN_CACHE = 64;

    /** Of the logarithm: a factor of 20 for rounding and sums. */
    private static final double MARGIN = 3;

    @Override
    public String label() {
        return "storkey";
    }

    @Override
    public Set<Form> forms(int patterns, int neurons) {
        return Set.of(Form.WEIGHTS);
    }

    /**
     * Refuses so many patterns that weights might not be finite. With the projector Q = x x^T / N, one pattern is
     * W &lt;- (1 + 2/N) W - Q W - W Q + Q without its diagonal. W - Q W - W Q = (I - Q) W (I - Q) - Q W Q is no longer than W in
     * the Frobenius norm, Q has length 1, and to drop the diagonal shortens: |W| &lt;= N/2 ((1 + 2/N)^P - 1), and no field or
     * row sum exceeds sqrt N of that.
     */
    @Override
    public void requireLearnable(int patterns, int neurons) {
        double room = StrictMath.log(Double.MAX_VALUE) - 2 * StrictMath.log(neurons) - MARGIN;
        int most = (int) (room / StrictMath.log1p(2.0 / neurons));
        if (patterns > most) {
            throw new BadInput("storkey weights of " + patterns + " patterns of " + neurons
                    + " neurons may outgrow the numbers that are finite; store at most " + most);
        }
    }

    @Override
    public Memory learn(PatternSet patterns, Form form) {
        return memory(patterns.size(), rows(patterns, fields(patterns), 0, patterns.neurons()));
    }

    /**
     * The field of every pattern before it is stored, f_mu = W x_mu, P x N: in P^2 N operations where P is below N, else in
     * P N^2.
     *
     * @throws BadInput if {@link #requireLearnable} does
     */
    public static double[][] fields(PatternSet patterns) {
        Rule.STORKEY.requireLearnable(patterns.size(), patterns.neurons());
        return patterns.size() < patterns.neurons()
                ? StorkeyFields.fromEarlierFields(patterns)
                : StorkeyFields.fromWeights(patterns);
    }

    /**
     * Rows of the real W, the same bits however the rows are cut.
     *
     * @param fields f, all P of them. Not modified.
     * @param from the first row
     * @param until the row after the last
     * @return for each row i, its entries j &lt; i: the rest follows by symmetry
     */
    public static double[][] rows(PatternSet patterns, double[][] fields, int from, int until) {
        double[][] rows = new double[until - from][];
        for (int i = from; i < until; i++) {
            rows[i - from] = new double[i];
        }
        Step step = new Step(patterns.neurons());
        for (int start = from; start < until; start += ROWS_IN_CACHE) {
            int end = Math.min(until, start + ROWS_IN_CACHE);
            for (int mu = 0; mu < patterns.size(); mu++) {
                step.to(patterns, mu, fields[mu]);
                for (int i = start; i < end; i++) {
                    step.update(rows[i - from], i, i);
                }
            }
        }
        return rows;
    }

    /** The memory of P patterns with real weights W, its rows as {@link #rows} gives them. */
    public static Memory memory(int patterns, double[][] rows) {
        return FixedPoint.memory(Rule.STORKEY, patterns, rows);
    }

    /** The change of the weights by one pattern. */
    static final class Step {
        private final double growth;
        private final double[] x;
        private final double[] g;

        Step(int neurons) {
            this.growth = 1 + 2.0 / neurons;
            this.x = new double[neurons];
            this.g = new double[neurons];
        }

        void to(PatternSet patterns, int mu, double[] field) {
            for (int i = 0; i < x.length; i++) {
                x[i] = patterns.isUp(mu, i) ? 1 : -1;
                g[i] = (x[i] / 2 - field[i]) / x.length;
            }
        }

        /**
         * The first entries of row i. Both products and their sum are those of the mirrored entry, so W stays symmetric to the
         * last bit.
         *
         * @param row Modified.
         */
        void update(double[] row, int i, int entries) {
            double xi = x[i];
            double gi = g[i];
            for (int j = 0; j < entries; j++) {
                row[j] = growth * row[j] + (xi * g[j] + gi * x[j]);
            }
        }
    }
}
