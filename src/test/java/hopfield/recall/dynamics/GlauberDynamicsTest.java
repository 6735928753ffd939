package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfield.memory.BitColumns;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("numeric")
class GlauberDynamicsTest {
    private static final double[] THRESHOLD = {0, 1, -.5, 2, -1};
    private static final int[][] ROWS = {
        {0, 2, -1, 3, 1}, {2, 0, 1, -2, 0}, {-1, 1, 0, 1, -3}, {3, -2, 1, 0, 2}, {1, 0, -3, 2, 0}
    };

    /** Recalls that are independent, each long enough to forget its cue: the ends are a sample of exp(-E / T) / Z. */
    @ParameterizedTest
    @CsvSource({"3, .8, false", "4, 1.5, false", "5, 1, false", "5, 3, false", "5, 1, true"})
    void endsAreDrawnFromTheBoltzmannDistributionGivenWhatIsClamped(int neurons, double temperature, boolean clamped) {
        int recalls = 40_000;
        Memory memory = memory(neurons);
        Pattern start = Pattern.of(new boolean[neurons]);
        boolean[] held = new boolean[neurons];
        held[3 % neurons] = clamped;
        List<Cue> cues = new ArrayList<>();
        for (int k = 0; k < recalls; k++) {
            cues.add(new Cue(start, new Seed(k), Optional.of(Pattern.of(held)), Optional.empty()));
        }

        int[] seen = new int[1 << neurons];
        for (RecallResult end : glauber(memory, 50, temperature).recall(cues)) {
            seen[(int) end.state().words()[0]]++;
        }

        double[] expected = new double[seen.length];
        double partition = 0;
        for (int state = 0; state < seen.length; state++) {
            boolean possible = !clamped || (state >> 3 & 1) == 0;
            expected[state] = possible ? Math.exp(-energy(memory, state) / temperature) : 0;
            partition += expected[state];
        }
        for (int state = 0; state < seen.length; state++) {
            double p = expected[state] / partition;
            assertThat((double) seen[state] / recalls)
                    .isEqualTo(p, within(4.5 * Math.sqrt(p * (1 - p) / recalls) + 1e-12));
        }
    }

    /** Of rules without weights, whose energy is written out: -(N / n) sum m^n, and -(N / beta) log sum exp(beta m). */
    @ParameterizedTest
    @CsvSource({"dense:3, .8", "dense:4, .5", "modern:5, 1", "modern:40, 1.2"})
    void endsOfSeparatedMemoriesAreDrawnFromTheBoltzmannDistributionOfTheirEnergy(Rule rule, double temperature) {
        int neurons = 5;
        int recalls = 40_000;
        List<Pattern> stored =
                List.of(Pattern.of(true, true, false, true, false), Pattern.of(true, false, false, false, true));
        Memory memory = rule.learn(RandomPatterns.set(stored), Form.PATTERNS);
        List<Cue> cues = new ArrayList<>();
        for (int k = 0; k < recalls; k++) {
            cues.add(new Cue(stored.get(0), new Seed(k)));
        }

        int[] seen = new int[1 << neurons];
        for (RecallResult end : glauber(memory, 50, temperature).recall(cues)) {
            seen[(int) end.state().words()[0]]++;
        }

        double argument = Double.parseDouble(rule.label().split(":")[1]);
        double[] expected = new double[seen.length];
        double partition = 0;
        for (int state = 0; state < seen.length; state++) {
            Pattern pattern = new Pattern(neurons, new long[] {state});
            double sum = 0;
            for (Pattern one : stored) {
                double m = one.overlap(pattern);
                sum += rule.label().startsWith("dense") ? Math.pow(m, argument) : Math.exp(argument * m);
            }
            double energy =
                    rule.label().startsWith("dense") ? -neurons / argument * sum : -neurons / argument * Math.log(sum);
            expected[state] = Math.exp(-energy / temperature);
            partition += expected[state];
        }
        for (int state = 0; state < seen.length; state++) {
            double p = expected[state] / partition;
            assertThat((double) seen[state] / recalls)
                    .isEqualTo(p, within(4.5 * Math.sqrt(p * (1 - p) / recalls) + 1e-12));
        }
    }

    /**
     * One pattern is a ferromagnet: m = tanh(m / T) for N to infinity. The overlap of one state fluctuates with variance
     * (1 - m^2) / (1 - (1 - m^2) / T) / N about a mean that is off by some 1 / N, a neuron having no weight to itself.
     */
    @ParameterizedTest
    @ValueSource(doubles = {.3, .5, .7, 2})
    void theOverlapWithTheOnlyStoredPatternIsThatOfMeanFieldTheory(double temperature) {
        int neurons = 800;
        int recalls = 200;
        List<Pattern> stored = RandomPatterns.of(1, neurons, 5);
        Memory memory = Rule.HEBBIAN.learn(RandomPatterns.set(stored), Form.PATTERNS);
        double m = 1;
        for (int k = 0; k < 1000; k++) {
            m = Math.tanh(m / temperature);
        }
        double room = 1 - m * m;
        double deviation = Math.sqrt(room / (1 - room / temperature) / neurons);
        List<Cue> cues = new ArrayList<>();
        for (int k = 0; k < recalls; k++) {
            cues.add(new Cue(stored.get(0), new Seed(k)));
        }

        double mean = glauber(memory, 40, temperature).recall(cues).stream()
                .mapToDouble(end -> end.state().overlap(stored.get(0)))
                .average()
                .orElseThrow();

        assertThat(mean).isEqualTo(m, within(4 * deviation / Math.sqrt(recalls) + 1.0 / neurons));
    }

    /** An odd number of odd weights never cancel, so no field is zero and the least is far above this temperature. */
    @ParameterizedTest
    @EnumSource(KernelPolicy.class)
    void nextToZeroItIsTheRecallAtTemperatureZeroButForTheOutcome(KernelPolicy kernels) {
        int neurons = 120;
        List<Pattern> stored = RandomPatterns.of(13, neurons, 7);
        Memory memory = Rule.HEBBIAN.learn(new BitColumns(stored, neurons).whole());
        List<Cue> cues = new ArrayList<>();
        for (Pattern state : RandomPatterns.of(300, neurons, 8)) {
            cues.add(new Cue(state, new Seed(cues.size())));
        }

        List<RecallResult> cold =
                Update.ASYNC.dynamics(memory, kernels, 30, 1e-6).recall(cues);

        List<RecallResult> still = Update.ASYNC.dynamics(memory, kernels, 30, 0).recall(cues);
        for (int c = 0; c < cues.size(); c++) {
            RecallResult end = still.get(c);
            assertThat(end.outcome()).isEqualTo(Outcome.FIXED_POINT);
            assertThat(cold.get(c)).isEqualTo(new RecallResult(end.state(), Outcome.STEP_LIMIT, 30, end.energy()));
        }
    }

    @Test
    void aRecallHangsOnItsCueAloneAndNotOnTheFormOfTheWeights() {
        int neurons = 70;
        List<Pattern> stored = RandomPatterns.of(6, neurons, 9);
        Memory built = Rule.CENTRED.learn(new BitColumns(stored, neurons).whole());
        List<Cue> cues = new ArrayList<>();
        for (Pattern state : RandomPatterns.of(300, neurons, 10)) {
            cues.add(new Cue(state, new Seed(cues.size())));
        }
        List<RecallResult> together = glauber(built, 5, 1).recall(cues);

        assertThat(glauber(Rule.CENTRED.learn(RandomPatterns.set(stored), Form.PATTERNS), 5, 1)
                        .recall(cues))
                .isEqualTo(together);
        assertThat(Update.ASYNC.dynamics(built, KernelPolicy.JAVA, 5, 1).recall(cues.subList(270, 300)))
                .isEqualTo(together.subList(270, 300));
        assertThat(together).extracting(RecallResult::state).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"SYNC, 1", "ASYNC, -1", "ASYNC, NaN", "ASYNC, Infinity"})
    void temperaturesThatMeanNothingAreRefused(Update update, double temperature) {
        assertThatThrownBy(() -> update.dynamics(memory(3), KernelPolicy.JAVA, 1, temperature))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(update.label() + " updates have no temperature of " + temperature);
    }

    private static Dynamics glauber(Memory memory, int sweeps, double temperature) {
        return Update.ASYNC.dynamics(memory, KernelPolicy.AUTO, sweeps, temperature);
    }

    /** The first neurons of the weights and thresholds above, in halves. */
    private static Memory memory(int neurons) {
        int[][] rows = new int[neurons][neurons];
        double[] threshold = new double[neurons];
        for (int i = 0; i < neurons; i++) {
            System.arraycopy(ROWS[i], 0, rows[i], 0, neurons);
            threshold[i] = THRESHOLD[i];
        }
        return new Memory(Rule.HEBBIAN, 1, new Weights.Narrow(rows), threshold, .5);
    }

    /** E = scale (sum_i theta_i s_i - sum_(i &lt; j) W_ij s_i s_j). */
    private static double energy(Memory memory, int state) {
        double energy = 0;
        for (int i = 0; i < memory.neurons(); i++) {
            energy += memory.threshold()[i] * spin(state, i);
            for (int j = 0; j < i; j++) {
                energy -= ROWS[i][j] * spin(state, i) * spin(state, j);
            }
        }
        return memory.scale() * energy;
    }

    private static int spin(int state, int neuron) {
        return (state >> neuron & 1) != 0 ? 1 : -1;
    }
}
