package hopfield.memory;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The covariance rule (Amari 1977; Tsodyks &amp; Feigelman 1988) for patterns that share pixels: with the pixel means
 * a = S / P and d = x - a, W = (1/v) sum_mu d_mu d_mu^T with a zero diagonal, v the mean squared length of d, and
 * h = a + W (s - a). The mean in the field gives a pixel that all patterns share its value back.
 *
 * <p>In whole numbers: D = P C - S S^T = P sum d d^T and V = v P^2 = N P^2 - |S|^2, so that h = (P / V) (D s - theta) with
 * P^2 theta = P D S - S V. For an even P, D is divided by four, which it always divides.
 */
final class Centred {
    private static final MathContext CORRECT = new MathContext(60, RoundingMode.FLOOR);

    private Centred() {}

    static Memory learn(OuterProductSums sums) {
        int n = sums.neurons();
        long p = sums.patterns();
        int[] s = sums.sum();
        long squares = 0;
        for (int sum : s) {
            squares += (long) sum * sum;
        }
        long variance = n * p * p - squares;
        int unit = p % 2 == 0 ? 4 : 1;
        long[][] weights = new long[n][n];
        double[] threshold = new double[n];
        for (int i = 0; i < n; i++) {
            int[] products = sums.products()[i];
            long productsTimesSum = 0;
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    weights[i][j] = (p * products[j] - (long) s[i] * s[j]) / unit;
                    productsTimesSum += (long) products[j] * s[j];
                }
            }
            // (D S)_i = P (C S)_i - S_i (|S|^2 - S_i^2), diagonals left out.
            BigInteger weightsTimesSum = whole(p).multiply(whole(productsTimesSum))
                    .subtract(whole(s[i]).multiply(whole(squares - (long) s[i] * s[i])));
            BigInteger numerator = variance == 0
                    ? whole(-s[i])
                    : whole(p).multiply(weightsTimesSum).subtract(whole(s[i]).multiply(whole(variance)));
            threshold[i] = nearestThreshold(numerator, variance == 0 ? BigInteger.ONE : whole(p * p * unit));
        }
        double scale = variance == 0 ? 1.0 / p : (double) p * unit / variance;
        return new Memory(Rule.CENTRED, sums.patterns(), WholeWeights.of(weights), threshold, scale);
    }

    /** numerator / denominator as a double that is a whole number only if the fraction is: no tie is made or lost. */
    private static double nearestThreshold(BigInteger numerator, BigInteger denominator) {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        double quotient = new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), CORRECT)
                .doubleValue();
        boolean whole = parts[1].signum() == 0;
        if (whole || quotient != Math.rint(quotient)) {
            return quotient;
        }
        return Math.floor(parts[0].doubleValue()) + (numerator.signum() < 0 ? -0.5 : 0.5);
    }

    private static BigInteger whole(long value) {
        return BigInteger.valueOf(value);
    }
}
