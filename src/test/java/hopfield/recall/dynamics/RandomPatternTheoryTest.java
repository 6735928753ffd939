package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.image.HadoopFiles;
import hopfield.image.Image;
import hopfield.image.Images;
import hopfield.memory.BitColumns;
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
import hopfield.recall.RecallResult;
import hopfield.theory.OneStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Independent random patterns, N = 784, against the theory of the network. */
@Tag("numeric")
class RandomPatternTheoryTest {
    private static final int NEURONS = 784;
    private static final int NETWORKS = 60;

    /**
     * One synchronous step from a stored pattern flips a neuron where the crosstalk of the other P - 1 patterns outweighs its
     * signal. One network is within its sampling error of the theory of large N; the mean of many shows that of this N.
     */
    @ParameterizedTest
    @CsvSource({"82, .0010", "108, .0036", "145, .0100"})
    void oneStepErrorIsThatOfGaussianCrosstalk(int patterns, double published) {
        double largeNetworks = OneStep.bitError((double) patterns / NEURONS);
        double thisNetwork = OneStep.bitError(NEURONS, patterns);
        double[] errors = IntStream.range(0, NETWORKS)
                .mapToDouble(network -> oneStepError(patterns, network))
                .toArray();
        double mean = Arrays.stream(errors).average().orElseThrow();
        double variance = Arrays.stream(errors)
                        .map(error -> (error - mean) * (error - mean))
                        .sum()
                / (NETWORKS - 1);

        assertThat(largeNetworks).isEqualTo(published, within(.0001));
        assertThat(mean).as("one network's sampling error").isEqualTo(published, within(2 * Math.sqrt(variance)));
        assertThat(mean)
                .as("the mean of %d networks", NETWORKS)
                .isEqualTo(thisNetwork, within(4 * Math.sqrt(variance / NETWORKS)));
    }

    /** m1 = erf(m0 / sqrt(2 alpha)) is of infinitely many neurons: what a finite N leaves out is of the order of 1 / N. */
    @ParameterizedTest
    @CsvSource({"40, .4", "40, .2", "80, .4", "80, .3", "80, .2", "80, .1", "160, .2"})
    void overlapAfterOneStepFromANoisyCueIsTheErrorFunction(int patterns, double flip) {
        int networks = 20;
        double[] overlaps = IntStream.range(0, networks)
                .mapToDouble(network -> overlapAfterOneStep(patterns, flip, network))
                .toArray();
        double mean = Arrays.stream(overlaps).average().orElseThrow();
        double variance = Arrays.stream(overlaps)
                        .map(overlap -> (overlap - mean) * (overlap - mean))
                        .sum()
                / (networks - 1);

        assertThat(mean)
                .isEqualTo(
                        OneStep.overlap(1 - 2 * flip, (double) patterns / NEURONS),
                        within(4 * Math.sqrt(variance / networks) + 2.0 / NEURONS));
    }

    private static double overlapAfterOneStep(int patterns, double flip, int network) {
        PatternSet stored = RandomPatterns.of(patterns, NEURONS, 100 + network);
        List<Cue> cues = IntStream.range(0, patterns)
                .mapToObj(p -> new Cue(
                        new Flip(flip)
                                .cue(stored.pattern(p), new Shape(NEURONS, 1), new Seed(network), p, 0)
                                .state(),
                        new Seed(0)))
                .toList();
        List<RecallResult> recalled = Update.SYNC
                .dynamics(Rule.HEBBIAN.learn(stored, Form.WEIGHTS), KernelPolicy.JAVA, 1)
                .recall(cues);
        return IntStream.range(0, patterns)
                .mapToDouble(p -> recalled.get(p).state().overlap(stored.pattern(p)))
                .average()
                .orElseThrow();
    }

    /** Storkey 1997: N / sqrt(2 ln N) = 214.7 patterns, where the Hebbian rule keeps N / (2 ln N) = 58.8 at most. */
    @ParameterizedTest
    @CsvSource({"storkey, 150, 1, 1", "storkey, 200, .95, 1", "storkey, 300, 0, .95", "hebbian, 150, 0, .1"})
    void storkeyKeepsPatternsUpToItsCapacity(Rule rule, int patterns, double least, double most) {
        PatternSet stored = RandomPatterns.of(patterns, NEURONS, 1);
        Memory memory = rule.learn(stored, Form.WEIGHTS);
        List<Cue> cues = IntStream.range(0, patterns)
                .mapToObj(p -> new Cue(stored.pattern(p), new Seed(0)))
                .toList();
        List<RecallResult> recalled =
                Update.SYNC.dynamics(memory, KernelPolicy.JAVA, 1).recall(cues);
        double fixed = (double) IntStream.range(0, patterns)
                        .filter(p -> recalled.get(p).state().equals(stored.pattern(p)))
                        .count()
                / patterns;

        assertThat(fixed).isBetween(least, most);
    }

    private static double oneStepError(int patterns, int network) {
        List<Pattern> stored = new ArrayList<>();
        new Images(new HadoopFiles(new Configuration(false)), Map.of())
                .open("random:" + patterns + "x" + NEURONS, new Seed(network))
                .read(0, patterns)
                .forEachRemaining((Image image) -> stored.add(image.pattern()));
        Memory memory = Rule.HEBBIAN.learn(new BitColumns(stored, NEURONS).whole());
        Dynamics oneStep = Update.SYNC.dynamics(memory, KernelPolicy.JAVA, 1);
        long agreeing = 0;
        for (Pattern pattern : stored) {
            agreeing += pattern.agreeing(oneStep.recall(List.of(new Cue(pattern, new Seed(0))))
                    .get(0)
                    .state());
        }
        return 1 - (double) agreeing / NEURONS / patterns;
    }
}
