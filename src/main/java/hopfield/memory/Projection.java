package hopfield.memory;

import hopfield.BadInput;
import hopfield.pattern.PatternSet;
import java.util.Set;

/**
 * The projection (pseudo-inverse) rule (Personnaz et al. 1985; Kanter &amp; Sompolinsky 1987): W = X^T (X X^T)^-1 X with its
 * diagonal removed, X the P x N matrix of patterns. The Gram matrix is regularised, X X^T + lambda I with
 * lambda = {@value #REGULARISATION} N, so that dependent patterns have a memory too: the projection onto their span.
 *
 * <p>Up to P = N/2 the inverse is rounded, B = round(2^k (X X^T + lambda I)^-1), and the weights are the whole numbers
 * W = X^T B X: both forms have the same fields to the last bit. W / 2^k has eigenvalues within 0..1, so a row's squared length is
 * at most its diagonal entry, at most 1, and its sum |W_ij| at most 2^k sqrt N. Rounding B moves a weight by at most P^2 / 2; k
 * is the largest for which 2^k sqrt N + N P^2 / 2 fits 31 bits (26 for N = 784). Where N P^2 / 2 would take more than an eighth of that,
 * from P = 23,080 / sqrt N on, it is the largest for which they fit 50 bits, and there are patterns alone.
 *
 * <p>Beyond, X^T (X X^T + lambda I)^-1 X = I - lambda (C + lambda I)^-1 with the sum of outer products C = X^T X gives the
 * weights, an N x N inverse whatever P, in {@linkplain FixedPoint fixed point}. Which of the two it is depends on P and N alone.
 */
public record Projection() implements OuterProductRule {
    /** lambda / N: moves the field of a stored pattern by lambda over the least eigenvalue of the Gram matrix. */
    static final double REGULARISATION = 1e-6;

    @Override
    public String label() {
        return "projection";
    }

    @Override
    public Set<Form> forms(int patterns, int neurons) {
        if (learnsFromSums(patterns, neurons)) {
            return Set.of(Form.WEIGHTS);
        }
        return GramInverse.fitsInt(patterns, neurons) ? Set.of(Form.values()) : Set.of(Form.PATTERNS);
    }

    @Override
    public boolean learnsFromSums(int patterns, int neurons) {
        return 2L * patterns > neurons;
    }

    /** Refuses an inverse of more rows than LAPACK takes, or of more patterns than its numbers hold. */
    @Override
    public void requireLearnable(int patterns, int neurons) {
        int most = GramInverse.mostPatterns(neurons);
        if (!learnsFromSums(patterns, neurons) && patterns > most) {
            throw new BadInput("projection of " + patterns + " patterns of " + neurons
                    + " neurons outgrows its whole numbers, expected at most " + most
                    + " patterns; store fewer patterns");
        }
        if (learnsFromSums(patterns, neurons) && neurons > PositiveDefinite.MOST_ROWS) {
            throw new BadInput("projection of " + patterns + " patterns inverts a matrix of " + neurons
                    + " rows, expected at most " + PositiveDefinite.MOST_ROWS + "; store at most "
                    + Math.min(neurons / 2, most) + " patterns, which are projected by their Gram matrix");
        }
    }

    @Override
    public Memory learn(OuterProductSums sums) {
        int n = sums.neurons();
        if (!learnsFromSums(sums.patterns(), n)) {
            throw new IllegalArgumentException(
                    sums.patterns() + " patterns of " + n + " neurons are projected by their Gram matrix");
        }
        requireLearnable(sums.patterns(), n);
        double lambda = REGULARISATION * n;
        double[][] inverse = PositiveDefinite.inverse(sums.products(), lambda);
        double[][] below = new double[n][];
        for (int i = 0; i < n; i++) {
            below[i] = new double[i];
            for (int j = 0; j < i; j++) {
                below[i][j] = -lambda * inverse[i][j];
            }
        }
        return FixedPoint.memory(this, sums.patterns(), below);
    }

    @Override
    public Memory learn(PatternSet patterns, Form form) {
        return learnsFromSums(patterns.size(), patterns.neurons())
                ? learn(OuterProductSums.of(patterns))
                : learn(patterns, gramRows(patterns, 0, patterns.size()), form);
    }

    /** Rows of the Gram matrix X X^T: the inner products of some patterns, numbered from (inclusive) to until, with all. */
    public static int[][] gramRows(PatternSet patterns, int from, int until) {
        int[][] rows = new int[until - from][patterns.size()];
        for (int mu = from; mu < until; mu++) {
            patterns.innerProducts(patterns.pattern(mu).words(), 0, rows[mu - from]);
        }
        return rows;
    }

    /**
     * The memory of so few patterns that it does not need their sums.
     *
     * @param gram X X^T, P x P. Not modified.
     */
    public Memory learn(PatternSet patterns, int[][] gram, Form form) {
        GramInverse inverse = GramInverse.of(patterns, gram, REGULARISATION * patterns.neurons());
        Weights weights =
                form == Form.PATTERNS ? inverse.projector() : GramInverse.weights(patterns, inverse.inverse());
        double[] noThreshold = new double[patterns.neurons()];
        return new Memory(this, patterns.size(), weights, noThreshold, Math.scalb(1.0, -inverse.bits()));
    }

    /** The weights that a projector which fits an int stands for: the same fields, to the last bit. */
    public static Weights.Narrow rows(Weights.Projector projector) {
        return GramInverse.weights(projector.stored(), projector.inverse());
    }
}
