package hopfield.memory;

import hopfield.BadInput;
import hopfield.pattern.PatternSet;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Set;

/**
 * The covariance rule (Amari 1977; Tsodyks &amp; Feigelman 1988) for patterns that share pixels: with the pixel means
 * a = S / P and d = x - a, W = (1/v) sum_mu d_mu d_mu^T with a zero diagonal, v the mean squared length of d, and
 * h = a + W (s - a). The mean in the field gives a pixel that all patterns share its value back.
 *
 * <p>In whole numbers: D = P C - S S^T = P sum d d^T and V = v P^2 = N P^2 - |S|^2, so that h = (P / V) (D s - theta) with
 * P^2 theta = P D S - S V. For an even P, D is divided by four, which it always divides. Where fields of that would exceed the 2^53
 * that doubles hold, beyond millions of pictures, D is rounded to as many bits as do not.
 */
record Centred() implements CovarianceRule {
    private static final double EXACT_IN_DOUBLE = 1L << 53;
    private static final double BEYOND_LONG = 0x1p63;
    private static final MathContext CORRECT = new MathContext(60, RoundingMode.FLOOR);

    @Override
    public String label() {
        return "centred";
    }

    @Override
    public Set<Form> forms(int patterns, int neurons) {
        return Set.of(Form.values());
    }

    @Override
    public boolean learnsFromSums(int patterns, int neurons) {
        return true;
    }

    /** Refuses sums of N terms of at most P^2 that 64 bits might not hold. */
    @Override
    public void requireLearnable(int patterns, int neurons) {
        if ((double) neurons * patterns * patterns >= BEYOND_LONG) {
            throw new BadInput("centred sums of " + patterns + " patterns of " + neurons
                    + " neurons may exceed 64 bits; store at most "
                    + (int) Math.sqrt(BEYOND_LONG / neurons * (1 - 1e-9)));
        }
    }

    @Override
    public Memory learn(OuterProductSums sums) {
        int n = sums.neurons();
        requireLearnable(sums.patterns(), n);
        long p = sums.patterns();
        int[] s = sums.sum();
        int unit = unit(p);
        long[][] weights = new long[n][n];
        long[] productsTimesSum = new long[n];
        for (int i = 0; i < n; i++) {
            int[] products = sums.products()[i];
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    weights[i][j] = (p * products[j] - (long) s[i] * s[j]) / unit;
                    productsTimesSum[i] += (long) products[j] * s[j];
                }
            }
        }
        WeightRange range = WholeWeights.range(weights);
        for (long[] row : weights) {
            Arrays.setAll(row, j -> range.kept(row[j]));
        }
        return range.inUnits(memory(sums.patterns(), s, productsTimesSum, WholeWeights.of(weights)));
    }

    @Override
    public Memory learn(PatternSet stored, Form form) {
        return form == Form.WEIGHTS ? learn(OuterProductSums.of(stored)) : dual(stored);
    }

    @Override
    public Memory learnInPlace(ProductTotals totals) {
        int p = totals.patterns();
        Weights weights = new Weights.InPlace(p, p, totals.sum(), unit(p));
        return memory(p, totals.sum(), totals.productsTimesSum(), weights);
    }

    private static Memory dual(PatternSet stored) {
        int n = stored.neurons();
        int p = stored.size();
        int[] sum = stored.sums();
        long[] productsTimesSum = new long[n];
        for (int mu = 0; mu < p; mu++) {
            long inner = 0;
            for (int i = 0; i < n; i++) {
                inner += stored.isUp(mu, i) ? sum[i] : -sum[i];
            }
            for (int i = 0; i < n; i++) {
                productsTimesSum[i] += (stored.isUp(mu, i) ? inner : -inner) - sum[i];
            }
        }
        return memory(p, sum, productsTimesSum, new Weights.Dual(stored, p, sum, unit(p)));
    }

    /** Every entry of D is divisible by this: for an even P, all of C and S are even. */
    private static int unit(long patterns) {
        return patterns % 2 == 0 ? 4 : 1;
    }

    /**
     * @param s S
     * @param productsTimesSum sum over j != i of C_ij S_j, for every i
     */
    private static Memory memory(int patterns, int[] s, long[] productsTimesSum, Weights weights) {
        long p = patterns;
        long squares = 0;
        for (int sum : s) {
            squares += (long) sum * sum;
        }
        long variance = s.length * p * p - squares;
        boolean small = 4.0 * s.length * p * p * p * p < EXACT_IN_DOUBLE;
        double[] threshold = new double[s.length];
        for (int i = 0; i < s.length; i++) {
            // (D S)_i = P (C S)_i - S_i (|S|^2 - S_i^2), diagonals left out.
            long others = squares - (long) s[i] * s[i];
            if (variance == 0) {
                threshold[i] = -s[i];
            } else if (small) {
                long weightsTimesSum = p * productsTimesSum[i] - s[i] * others;
                threshold[i] = quotient(p * weightsTimesSum - s[i] * variance, p * p * unit(p));
            } else {
                BigInteger weightsTimesSum = whole(p).multiply(whole(productsTimesSum[i]))
                        .subtract(whole(s[i]).multiply(whole(others)));
                threshold[i] = quotient(
                        whole(p).multiply(weightsTimesSum).subtract(whole(s[i]).multiply(whole(variance))),
                        whole(p * p * unit(p)));
            }
        }
        double scale = variance == 0 ? 1.0 / p : (double) p * unit(p) / variance;
        return new Memory(Rule.CENTRED, patterns, weights, threshold, scale);
    }

    /** Of two whole numbers below 2^53, which a double holds exactly: their quotient is then correctly rounded. */
    private static double quotient(long numerator, long denominator) {
        double quotient = (double) numerator / denominator;
        return apart(quotient, numerator % denominator == 0, numerator / denominator, numerator < 0);
    }

    private static double quotient(BigInteger numerator, BigInteger denominator) {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        double quotient = new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), CORRECT)
                .doubleValue();
        return apart(quotient, parts[1].signum() == 0, parts[0].doubleValue(), numerator.signum() < 0);
    }

    /** A quotient that is a whole number only if the fraction is, so that no tie is made or lost. */
    private static double apart(double quotient, boolean whole, double truncated, boolean negative) {
        return whole || quotient != Math.rint(quotient) ? quotient : truncated + (negative ? -.5 : .5);
    }

    private static BigInteger whole(long value) {
        return BigInteger.valueOf(value);
    }
}
