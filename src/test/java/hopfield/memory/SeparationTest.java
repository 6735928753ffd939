package hopfield.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfield.BadInput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.apache.commons.math3.dfp.DfpMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeparationTest {
    @ParameterizedTest
    @CsvSource({"2, 784, 1000", "3, 784, 1000", "4, 784, 1000", "5, 784, 1000", "6, 300, 3", "17, 8, 5"})
    void smallPowersAreWhole(int degree, int neurons, int patterns) {
        int[] products = products(patterns, neurons, degree);
        long[] coefficients = new long[patterns];
        Power.of(degree, patterns, neurons).coefficients(products, coefficients);

        for (int mu = 0; mu < patterns; mu++) {
            assertThat(BigInteger.valueOf(coefficients[mu]))
                    .isEqualTo(BigInteger.valueOf(products[mu]).pow(degree - 1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "6, 784, 100",
        "30, 784, 1000",
        "31, 784, 1000",
        "100, 784, 10",
        "100, 10000, 2",
        "100, 1000000, 3",
        "98, 2000000, 3",
        "60, 784, 2"
    })
    void largePowersAreRoundedRelativeToTheLargest(int degree, int neurons, int patterns) {
        int[] products = products(patterns, neurons, degree);
        products[0] = -products[1];
        long[] coefficients = new long[patterns];
        Power.of(degree, patterns, neurons).coefficients(products, coefficients);
        int bits = Separation.bits(patterns);
        BigDecimal top = BigDecimal.ZERO;
        for (int product : products) {
            top = top.max(BigDecimal.valueOf(product).pow(degree - 1).abs());
        }

        for (int mu = 0; mu < patterns; mu++) {
            BigDecimal exact = BigDecimal.valueOf(products[mu]).pow(degree - 1).divide(top, MathContext.DECIMAL128);
            BigDecimal is = BigDecimal.valueOf(coefficients[mu])
                    .divide(BigDecimal.valueOf(2).pow(bits), MathContext.DECIMAL128);
            double bound = Math.scalb(1, -bits - 1) + (degree + 3) * 0x1p-52 * Math.abs(exact.doubleValue());
            assertThat(is.subtract(exact).abs().doubleValue()).isLessThanOrEqualTo(bound);
        }
        assertThat(coefficients[0]).isEqualTo(degree % 2 == 0 ? -coefficients[1] : coefficients[1]);
    }

    @Test
    void degreesWhosePowersWouldOverflowAreRefused() {
        Rule.of("dense:98").requireLearnable(3, 2_000_000);
        assertThatThrownBy(() -> Rule.of("dense:99").requireLearnable(3, 2_000_000))
                .isInstanceOf(BadInput.class)
                .hasMessage("dense:99 of 2000000 neurons may outgrow the numbers that are finite;"
                        + " use a degree of at most 98");
        Rule.of("dense:100").requireLearnable(3, 1);
    }

    @Test
    void powersOfNoOverlapAtAllAreZero() {
        long[] coefficients = {7, 7};
        Power.of(30, 2, 784).coefficients(new int[] {0, 0}, coefficients);

        assertThat(coefficients).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {.1, 18, 784, 1e6})
    void softmaxIsThatOfTheOverlaps(double beta) {
        int neurons = 784;
        int patterns = 50;
        int[] products = products(patterns, neurons, 5);
        Softmax softmax = Softmax.of(beta, patterns, neurons);
        long[] coefficients = new long[patterns];
        softmax.coefficients(products, coefficients);
        double[] literal = new double[patterns];
        double sum = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int product : products) {
            largest = Math.max(largest, product);
        }
        for (int mu = 0; mu < patterns; mu++) {
            literal[mu] = Math.exp(beta * (products[mu] - largest) / neurons);
            sum += literal[mu];
        }

        double total = LongStream.of(coefficients).sum();
        for (int mu = 0; mu < patterns; mu++) {
            assertThat(coefficients[mu] / total).isEqualTo(literal[mu] / sum, within(1e-14));
        }
        assertThat(softmax.energy(products))
                .isEqualTo(-largest - neurons / beta * Math.log(sum), within(1e-12 * neurons * Math.max(1, 1 / beta)));
    }

    /** Beside exponentials of 40 digits; those below 1e-30 are none. */
    @ParameterizedTest
    @CsvSource({"784, 2", "18.3, 2", "1000.7, 70000", "1e-9, 1"})
    void softmaxWeightsAreOffByNoMoreThanTheyMay(double beta, int patterns) {
        int neurons = 784;
        int bits = Separation.bits(patterns);
        DfpField digits = new DfpField(40);

        long[] weights = Softmax.of(beta, patterns, neurons).weights();

        for (int d = 0; d <= neurons; d++) {
            Dfp exponent = digits.newDfp(beta).multiply(digits.newDfp(-2 * d)).divide(digits.newDfp(neurons));
            Dfp exact = exponent.toDouble() < -69 ? digits.getZero() : DfpMath.exp(exponent);
            Dfp off = exact.subtract(digits.newDfp(weights[d]).divide(DfpMath.pow(digits.newDfp(2), bits)));
            assertThat(Math.abs(off.toDouble()))
                    .as("%d neurons from the largest", d)
                    .isLessThanOrEqualTo(Math.scalb(1, -bits - 1) + 0x1p-52);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64, 65, 70_000, Integer.MAX_VALUE})
    void asManyBitsAsAllPatternsTogetherHoldIn62(int patterns) {
        int bits = Separation.bits(patterns);

        assertThat(BigInteger.valueOf(patterns).shiftLeft(bits)).isLessThanOrEqualTo(BigInteger.ONE.shiftLeft(62));
        assertThat(BigInteger.valueOf(patterns).shiftLeft(bits + 1)).isGreaterThan(BigInteger.ONE.shiftLeft(62));
    }

    @Test
    void energyOfEvenPowersByHand() {
        assertThat(Power.of(4, 2, 4).energy(new int[] {4, -2})).isEqualTo(-4 / 4.0 * (1 + 1 / 16.0));
    }

    @Test
    void theFirstOfTheLargestTakesAll() {
        long[] coefficients = {9, 9, 9, 9, 9};
        new Largest().coefficients(new int[] {-2, 4, 0, 4}, coefficients);

        assertThat(coefficients).containsExactly(0, 1, 0, 0, 9);
        assertThat(new Largest().energy(new int[] {-2, 4, 0, 4})).isEqualTo(-4);
    }

    /** Inner products of random states with patterns: of N's parity. */
    /** A unit exists for each state in which every coefficient is off by less than 1; where all are 0, their sums tell nothing. */
    @ParameterizedTest
    @MethodSource("separations")
    void roundedCoefficientsAreOffByLessThanAUnit(Separation separation, int neurons, int patterns) {
        int states = 20;
        int[][] ofState = new int[states][];
        int[][] products = new int[patterns][states];
        for (int s = 0; s < states; s++) {
            ofState[s] = products(patterns, neurons, s);
            for (int mu = 0; mu < patterns; mu++) {
                products[mu][s] = ofState[s][mu];
            }
        }
        int[][] rounded = new int[patterns][states];
        separation.round(products, states, rounded);

        long[] exact = new long[patterns];
        for (int s = 0; s < states; s++) {
            separation.coefficients(ofState[s], exact);
            long sum = 0;
            double least = 0;
            double most = Double.MAX_VALUE;
            for (int mu = 0; mu < patterns; mu++) {
                double c = Math.abs((double) exact[mu]);
                int r = Math.abs(rounded[mu][s]);
                sum += r;
                least = Math.max(least, c / (r + 1));
                most = r > 1 ? Math.min(most, c / (r - 1)) : most;
                assertThat((long) rounded[mu][s] * Long.signum(exact[mu])).isNotNegative();
            }
            assertThat(sum).isLessThan(1L << 30).isPositive();
            assertThat(least).isLessThan(most);
        }
    }

    /** Beyond the reach of the largest inner product no pattern has a coefficient; at it, one has. */
    @ParameterizedTest
    @MethodSource("separations")
    void patternsCountAsFarAsTheReach(Separation separation, int neurons) {
        int reach = separation.reach();
        long[] coefficients = new long[2];
        separation.coefficients(new int[] {neurons, neurons - reach}, coefficients);
        assertThat(reach == 0 || coefficients[1] != 0).isTrue();
        if (reach + 2 <= 2 * neurons) {
            separation.coefficients(new int[] {neurons, neurons - reach - 2}, coefficients);
            assertThat(coefficients[1]).isZero();
        }
    }

    static Stream<Arguments> separations() {
        return Stream.of(
                Arguments.of(Power.of(2, 50, 100), 100, 50),
                Arguments.of(Power.of(6, 50, 300), 300, 50),
                Arguments.of(Power.of(30, 1000, 784), 784, 1000),
                Arguments.of(Softmax.of(5, 50, 100), 100, 50),
                Arguments.of(Softmax.of(784, 200, 784), 784, 200),
                Arguments.of(new Largest(), 784, 200));
    }

    private static int[] products(int patterns, int neurons, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] products = new int[patterns];
        for (int mu = 0; mu < patterns; mu++) {
            products[mu] = neurons - 2 * random.nextInt(neurons + 1);
        }
        return products;
    }
}
