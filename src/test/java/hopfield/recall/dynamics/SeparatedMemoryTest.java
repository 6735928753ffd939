package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.RandomPatterns;
import hopfield.memory.Rule;
import hopfield.noise.Flip;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import hopfield.recall.field.LocalFields;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("numeric")
class SeparatedMemoryTest {
    @ParameterizedTest
    @CsvSource({"6, 4", "7, 2", "7, 4", "8, 3", "9, 6"})
    void degreeTwoIsHebbianWithItsDiagonalTiesIncluded(int neurons, int patterns) {
        PatternSet stored = RandomPatterns.of(patterns, neurons, neurons);
        Memory dense = Rule.of("dense:2").learn(stored, Form.PATTERNS);
        int ties = 0;

        for (int bits = 0; bits < 1 << neurons; bits++) {
            Pattern state = new Pattern(neurons, new long[] {bits});
            boolean[] next = new boolean[neurons];
            for (int i = 0; i < neurons; i++) {
                int field = 0;
                for (int mu = 0; mu < patterns; mu++) {
                    for (int j = 0; j < neurons; j++) {
                        field += sign(stored.isUp(mu, i)) * sign(stored.isUp(mu, j)) * sign(state.isUp(j));
                    }
                }
                next[i] = field > 0 || field == 0 && state.isUp(i);
                ties += field == 0 ? 1 : 0;
            }
            assertThat(step(dense, state)).isEqualTo(Pattern.of(next));
        }

        assertThat(ties).isPositive();
    }

    /** Exactly, where degree and numbers are small; else wherever rounding cannot have decided. */
    @ParameterizedTest
    @CsvSource({"3, 9, 4", "4, 10, 6", "5, 64, 30", "12, 65, 40", "30, 100, 50", "31, 100, 50", "100, 200, 20"})
    void densePowersDecideAsWholeNumbersOfAnyLengthDo(int degree, int neurons, int patterns) {
        PatternSet stored = RandomPatterns.of(patterns, neurons, degree);
        Memory dense = Rule.of("dense:" + degree).learn(stored, Form.PATTERNS);
        boolean exact = patterns * Math.pow(neurons, degree - 1) < 1L << 53;
        int[] products = new int[patterns];

        for (Pattern state : states(stored, 200)) {
            stored.innerProducts(state.words(), 0, products);
            Pattern next = step(dense, state);
            BigInteger largest = BigInteger.ZERO;
            for (int product : products) {
                largest =
                        largest.max(BigInteger.valueOf(product).pow(degree - 1).abs());
            }
            for (int i = 0; i < neurons; i++) {
                BigInteger field = BigInteger.ZERO;
                for (int mu = 0; mu < patterns; mu++) {
                    BigInteger power = BigInteger.valueOf(products[mu]).pow(degree - 1);
                    field = stored.isUp(mu, i) ? field.add(power) : field.subtract(power);
                }
                if (exact || field.abs().shiftLeft(45).compareTo(largest) > 0) {
                    assertThat(next.isUp(i)).isEqualTo(field.signum() == 0 ? state.isUp(i) : field.signum() > 0);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 18, 100})
    void modernStepsFollowTheSoftmaxOfTheOverlaps(double beta) {
        int neurons = 100;
        PatternSet stored = RandomPatterns.of(60, neurons, 8);
        Memory modern = Rule.of("modern:" + beta).learn(stored, Form.PATTERNS);
        int decided = 0;

        for (Pattern state : states(stored, 200)) {
            Pattern next = step(modern, state);
            for (int i = 0; i < neurons; i++) {
                double field = 0;
                for (int mu = 0; mu < stored.size(); mu++) {
                    field += sign(stored.isUp(mu, i))
                            * Math.exp(beta * (stored.pattern(mu).overlap(state) - 1));
                }
                if (Math.abs(field) > 1e-10 * Math.exp(-beta)) {
                    assertThat(next.isUp(i)).isEqualTo(field > 0);
                    decided++;
                }
            }
        }

        assertThat(decided).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @EnumSource(Update.class)
    void nearestRestoresTheNearestImageAtOnce(Update update) {
        PatternSet stored = RandomPatterns.of(30, 20, 9);
        Dynamics dynamics = update.dynamics(Rule.NEAREST.learn(stored, Form.PATTERNS), KernelPolicy.JAVA, 100);

        for (Pattern state : states(stored, 300)) {
            RecallResult recalled =
                    dynamics.recall(List.of(new Cue(state, new Seed(1)))).get(0);
            Pattern nearest = stored.pattern(stored.nearest(state));
            assertThat(recalled)
                    .isEqualTo(new RecallResult(nearest, Outcome.FIXED_POINT, state.equals(nearest) ? 1 : 2, -20));
        }
    }

    /** From beta = 22 N on the softmax of any lesser overlap is 0, as it is kept; small N makes ties common. */
    @ParameterizedTest
    @ValueSource(ints = {9, 16})
    void ofSeveralNearestModernTakesTheMajorityAndNearestTheFirst(int neurons) {
        PatternSet stored = RandomPatterns.of(12, neurons, 13);
        Memory modern = Rule.of("modern:" + 22 * neurons).learn(stored, Form.PATTERNS);
        Memory nearest = Rule.NEAREST.learn(stored, Form.PATTERNS);
        int ties = 0;
        int undecided = 0;
        int differing = 0;

        for (int bits = 0; bits < 1 << neurons; bits++) {
            Pattern state = new Pattern(neurons, new long[] {bits});
            int most = IntStream.range(0, 12)
                    .map(p -> stored.agreeing(p, state))
                    .max()
                    .orElseThrow();
            int[] tied = IntStream.range(0, 12)
                    .filter(p -> stored.agreeing(p, state) == most)
                    .toArray();
            boolean[] majority = new boolean[neurons];
            for (int i = 0; i < neurons; i++) {
                int neuron = i;
                int votes = IntStream.of(tied)
                        .map(p -> sign(stored.isUp(p, neuron)))
                        .sum();
                majority[i] = votes > 0 || votes == 0 && state.isUp(i);
                undecided += votes == 0 ? 1 : 0;
            }
            assertThat(step(modern, state)).isEqualTo(Pattern.of(majority));
            assertThat(step(nearest, state)).isEqualTo(stored.pattern(tied[0]));
            ties += tied.length > 1 ? 1 : 0;
            differing += step(modern, state).equals(step(nearest, state)) ? 0 : 1;
            assertThat(tied.length > 1 || step(modern, state).equals(step(nearest, state)))
                    .isTrue();
        }

        assertThat(List.of(ties, undecided, differing)).allMatch(count -> count > 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dense:2", "dense:4", "dense:30", "modern:1", "modern:50", "modern:784", "nearest"})
    void noFlipAndNoStepRaisesAConvexEnergy(Rule rule) {
        int neurons = 200;
        PatternSet stored = RandomPatterns.of(40, neurons, 10);
        Memory memory = rule.learn(stored, Form.PATTERNS);
        LocalFields fields = LocalFields.of(memory);
        SplittableRandom random = new SplittableRandom(11);
        int flips = 0;

        for (Pattern state : states(stored, 20)) {
            fields.moveTo(state);
            double energy = fields.energy();
            fields.moveTo(step(memory, state));
            assertThat(fields.energy()).isLessThanOrEqualTo(energy + 1e-9);
            fields.moveTo(state);
            for (int update = 0; update < 4 * neurons; update++) {
                int neuron = random.nextInt(neurons);
                if (fields.goesUp(neuron) != fields.isUp(neuron)) {
                    fields.flip(neuron);
                    flips++;
                }
                assertThat(fields.energy()).isLessThanOrEqualTo(energy + 1e-9);
                energy = fields.energy();
            }
        }

        assertThat(flips).isGreaterThan(200);
    }

    /** a^2 draws towards a pattern from its inverse's side too, where F(m) = m^3 bends the other way. */
    @Test
    void anOddDegreeMayRaiseTheEnergy() {
        PatternSet stored = RandomPatterns.of(5, 12, 3);
        LocalFields fields = LocalFields.of(Rule.of("dense:3").learn(stored, Form.PATTERNS));
        int raised = 0;

        for (Pattern state : states(stored, 300)) {
            for (int neuron = 0; neuron < 12; neuron++) {
                fields.moveTo(state);
                double energy = fields.energy();
                if (fields.goesUp(neuron) != fields.isUp(neuron)) {
                    fields.flip(neuron);
                    raised += fields.energy() > energy + 1e-6 ? 1 : 0;
                }
            }
        }

        assertThat(raised).isPositive();
    }

    @Test
    void theEnergyOfDegreeTwoIsHebbianWithItsDiagonal() {
        int neurons = 50;
        PatternSet stored = RandomPatterns.of(7, neurons, 12);
        LocalFields dense = LocalFields.of(Rule.of("dense:2").learn(stored, Form.PATTERNS));
        LocalFields hebbian = LocalFields.of(Rule.HEBBIAN.learn(stored, Form.PATTERNS));

        for (Pattern state : states(stored, 20)) {
            dense.moveTo(state);
            hebbian.moveTo(state);
            assertThat(dense.energy()).isEqualTo(hebbian.energy() - 7 / 2.0, within(1e-12));
        }
    }

    /** Some random states, some near stored patterns, some near their inverses. */
    private static List<Pattern> states(PatternSet stored, int count) {
        PatternSet random = RandomPatterns.of(count, stored.neurons(), 99);
        return IntStream.range(0, count)
                .mapToObj(k -> {
                    Pattern near = new Flip(.2)
                            .cue(stored.pattern(k % stored.size()), new Shape(stored.neurons(), 1), new Seed(98), k, 0)
                            .state();
                    return k % 3 == 0 ? random.pattern(k) : k % 3 == 1 ? near : near.inverse();
                })
                .toList();
    }

    private static Pattern step(Memory memory, Pattern state) {
        long[] next = new long[state.words().length];
        KernelPolicy.JAVA.of(memory).step(state.words(), 1, next);
        return new Pattern(state.neurons(), next);
    }

    private static int sign(boolean up) {
        return up ? 1 : -1;
    }
}
