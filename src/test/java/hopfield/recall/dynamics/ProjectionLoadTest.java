package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.RandomPatterns;
import hopfield.memory.Rule;
import hopfield.memory.Weights;
import hopfield.noise.FlipExact;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.recall.Cue;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import hopfield.recall.field.LocalFields;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Projection of independent random patterns as P / N = alpha nears 1. W = I - Q, Q the projector onto the N - P dimensions that no
 * pattern has; d_i = Q_ii is distributed as Beta((N - P) / 2, P / 2), of mean 1 - alpha. From a state s = m0 x + r, r orthogonal to
 * x and of squared length N (1 - m0^2), a neuron without its diagonal entry has the field
 *
 * <pre>h_i = d_i m0 x_i + noise of variance d_i (1 - d_i) (1 - m0^2).</pre>
 */
@Tag("numeric")
class ProjectionLoadTest {
    @ParameterizedTest
    @CsvSource({
        "100, 50",
        "100, 90",
        "100, 99",
        "100, 100",
        "200, 180",
        "200, 198",
        "200, 199",
        "200, 200",
        "400, 360",
        "400, 396",
        "400, 399",
        "400, 400"
    })
    void everyPatternIsAFixedPointUpToAsManyAsNeurons(int neurons, int patterns) {
        for (int network = 0; network < 4; network++) {
            assertThat(fixed(RandomPatterns.of(patterns, neurons, network))).isEqualTo(patterns);
        }
    }

    /** m1 = E erf(m0 sqrt(d / (2 (1 - d) (1 - m0^2)))) over d, which falls to 0 as the square root of 1 - alpha. */
    @ParameterizedTest
    @CsvSource({
        "50, .05",
        "50, .1",
        "50, .2",
        "100, .05",
        "100, .1",
        "100, .2",
        "180, .05",
        "180, .1",
        "180, .2",
        "190, .1",
        "198, .05",
        "198, .1",
        "198, .2"
    })
    void whatOneStepMakesOfFlipsFallsToNothing(int patterns, double flip) {
        int neurons = 200;
        double m0 = 1 - 2 * flip;
        double[] overlaps = IntStream.range(0, 20)
                .mapToDouble(network -> overlapAfterOneStep(RandomPatterns.of(patterns, neurons, network), flip))
                .toArray();
        double mean = Arrays.stream(overlaps).average().orElseThrow();
        double variance = Arrays.stream(overlaps)
                        .map(overlap -> (overlap - mean) * (overlap - mean))
                        .sum()
                / (overlaps.length - 1);
        BetaDistribution missing = new BetaDistribution(null, (neurons - patterns) / 2.0, patterns / 2.0);
        double expected = IntStream.range(0, 1000)
                .mapToDouble(k -> missing.inverseCumulativeProbability((k + .5) / 1000))
                .map(d -> Erf.erf(m0 * Math.sqrt(d / (2 * (1 - d) * (1 - m0 * m0)))))
                .average()
                .orElseThrow();

        assertThat(mean).isEqualTo(expected, within(4 * Math.sqrt(variance / overlaps.length) + 2.0 / neurons));
    }

    /** With W_ii kept, the field of a flipped neuron has 1 - d_i against it: at alpha = 1/2 most flips stay (Kanter & Sompolinsky). */
    @ParameterizedTest
    @CsvSource({"20, .1", "50, .1", "100, .1", "100, .05"})
    void theDiagonalWouldHoldFlipsInPlace(int patterns, double flip) {
        int neurons = 200;
        double alpha = (double) patterns / neurons;
        double m0 = 1 - 2 * flip;
        double noise = Math.sqrt(alpha * (1 - alpha) * (1 - m0 * m0));
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double[] corrected = new double[2];
        int networks = 10;
        for (int network = 0; network < networks; network++) {
            PatternSet stored = RandomPatterns.of(patterns, neurons, network);
            double[] ofNetwork = corrected(stored, flip);
            corrected[0] += ofNetwork[0] / networks;
            corrected[1] += ofNetwork[1] / networks;
        }

        assertThat(corrected[0]).isEqualTo(normal.cumulativeProbability((1 - alpha) * m0 / noise), within(.02));
        assertThat(corrected[1])
                .isEqualTo(normal.cumulativeProbability(((1 - alpha) * m0 - alpha) / noise), within(.02));
    }

    /** Their span is everything: W is I but for the regularisation, whose off-diagonal rest decides. Nothing is refused. */
    @ParameterizedTest
    @CsvSource({"100, 110, .5, .95", "200, 220, .5, .95", "100, 150, 0, .01", "200, 300, 0, .01", "100, 400, 0, 0"})
    void beyondAsManyAsNeuronsFewerAndFewerAreKept(int neurons, int patterns, double least, double most) {
        double fixed = 0;
        for (int network = 0; network < 10; network++) {
            fixed += fixed(RandomPatterns.of(patterns, neurons, network)) / (10.0 * patterns);
        }

        assertThat(fixed).isBetween(least, most);
    }

    private static long fixed(PatternSet stored) {
        List<Cue> cues = IntStream.range(0, stored.size())
                .mapToObj(p -> new Cue(stored.pattern(p), new Seed(0)))
                .toList();
        return step(stored, cues).stream()
                .filter(end -> end.outcome() == Outcome.FIXED_POINT)
                .count();
    }

    private static double overlapAfterOneStep(PatternSet stored, double flip) {
        List<RecallResult> after = step(
                stored,
                IntStream.range(0, stored.size())
                        .mapToObj(p -> new Cue(flipped(stored.pattern(p), flip, p), new Seed(0)))
                        .toList());
        return IntStream.range(0, stored.size())
                .mapToDouble(p -> after.get(p).state().overlap(stored.pattern(p)))
                .average()
                .orElseThrow();
    }

    private static List<RecallResult> step(PatternSet stored, List<Cue> cues) {
        return Update.SYNC
                .dynamics(Rule.PROJECTION.learn(stored, Form.WEIGHTS), KernelPolicy.JAVA, 1)
                .recall(cues);
    }

    /** The share of flipped pixels that one step turns back, without the diagonal and with it. */
    private static double[] corrected(PatternSet stored, double flip) {
        Memory memory = Rule.PROJECTION.learn(stored, Form.WEIGHTS);
        long[] diagonal = ((Weights.Projector)
                        Rule.PROJECTION.learn(stored, Form.PATTERNS).weights())
                .diagonal();
        LocalFields fields = LocalFields.of(memory);
        double[] corrected = new double[2];
        int flips = 0;
        for (int p = 0; p < stored.size(); p++) {
            Pattern pattern = stored.pattern(p);
            fields.moveTo(flipped(pattern, flip, p));
            for (int i = 0; i < stored.neurons(); i++) {
                if (fields.isUp(i) != pattern.isUp(i)) {
                    double towards = pattern.isUp(i) ? fields.field(i) : -fields.field(i);
                    corrected[0] += towards > 0 ? 1 : 0;
                    corrected[1] += towards - diagonal[i] > 0 ? 1 : 0;
                    flips++;
                }
            }
        }
        return new double[] {corrected[0] / flips, corrected[1] / flips};
    }

    private static Pattern flipped(Pattern pattern, double flip, int image) {
        return new FlipExact(flip)
                .cue(pattern, new Shape(pattern.neurons(), 1), new Seed(5), image, 0)
                .state();
    }
}
