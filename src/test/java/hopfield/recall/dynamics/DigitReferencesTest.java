package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.image.HadoopFiles;
import hopfield.image.Image;
import hopfield.image.Images;
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
import hopfield.recall.RecallResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SCIENCE says of the 70,000 digits and of the outer-product rules that confuse them. */
@Tag("numeric")
class DigitReferencesTest {
    private static final int NEURONS = 784;

    private static List<Pattern> digits;

    @BeforeAll
    static void read() {
        String folder = System.getenv("MNIST_DIR");
        Assumptions.assumeTrue(folder != null && !folder.isBlank(), "skipped: MNIST_DIR names no folder with MNIST");
        List<Pattern> all = new ArrayList<>();
        new Images(new HadoopFiles(new Configuration(false)), Map.of())
                .open("mnist:" + folder, new Seed(1))
                .read(0, 70_000)
                .forEachRemaining((Image image) -> all.add(image.pattern()));
        digits = all;
    }

    @Test
    void differentDigitsOverlapBySevenTenths() {
        double overlap = IntStream.range(0, 35_000)
                .mapToDouble(k -> digits.get(k).overlap(digits.get(k + 35_000)))
                .average()
                .orElseThrow();

        assertThat(overlap).isEqualTo(.7, within(.05));
    }

    /** But for a cue or so in ten thousand of .4, which lies on the inverse picture's side. */
    @ParameterizedTest
    @CsvSource({"0, 0", ".2, 0", ".4, 7"})
    void withThreeDigitsStoredEveryCueEndsInOnePicture(double flip, int inverses) {
        for (int network = 0; network < 5; network++) {
            PatternSet stored = RandomPatterns.set(digits.subList(3 * network, 3 * network + 3));
            List<RecallResult> ends = recall(Rule.HEBBIAN.learn(stored, Form.PATTERNS), digits, flip, 2);
            Pattern picture = ends.get(0).state();
            long others = ends.stream()
                    .filter(end -> !end.state().equals(picture))
                    .peek(end -> assertThat(end.state()).isEqualTo(picture.inverse()))
                    .count();

            assertThat(Math.min(others, digits.size() - others)).isLessThanOrEqualTo(inverses);
        }
    }

    /** h = mean + W (s - mean) less its first term: a pixel that all patterns share has no field, and keeps its noise. */
    @Test
    void theMeanInTheCentredFieldTakesTheNoiseOffSharedPixels() {
        double[] with = new double[500];
        double[] without = new double[500];
        double noisy = 0;
        for (int network = 0; network < 500; network++) {
            List<Pattern> three = digits.subList(3 * network, 3 * network + 3);
            Memory memory = Rule.CENTRED.learn(RandomPatterns.set(three), Form.PATTERNS);
            double[] threshold = memory.threshold().clone();
            for (int i = 0; i < NEURONS; i++) {
                int pixel = i;
                int sum = three.stream()
                        .mapToInt(pattern -> pattern.isUp(pixel) ? 1 : -1)
                        .sum();
                boolean shared = Math.abs(sum) == 3;
                threshold[i] = shared ? 0 : threshold[i] + sum / 3.0 / memory.scale();
                noisy += shared ? .2 / NEURONS / 500 : 0;
            }
            Memory less = new Memory(memory.rule(), 3, memory.weights(), threshold, memory.scale());
            with[network] = similarity(memory, three, network);
            without[network] = similarity(less, three, network);
        }

        assertThat(StatUtils.mean(with)).isEqualTo(1.000, within(.0005));
        assertThat(StatUtils.mean(without))
                .as("the noise of shared pixels stays, no other does")
                .isEqualTo(1 - noisy, within(.001));
        assertThat(StatUtils.mean(without))
                .as("SCIENCE's one network")
                .isEqualTo(.86, within(2 * Math.sqrt(StatUtils.variance(without))));
    }

    private static double similarity(Memory memory, List<Pattern> originals, int seed) {
        List<RecallResult> ends = recall(memory, originals, .2, seed);
        return IntStream.range(0, originals.size())
                .mapToDouble(k -> (1 + ends.get(k).state().overlap(originals.get(k))) / 2)
                .average()
                .orElseThrow();
    }

    private static List<RecallResult> recall(Memory memory, List<Pattern> originals, double flip, int seed) {
        return Update.SYNC
                .dynamics(memory, KernelPolicy.JAVA, 100)
                .recall(IntStream.range(0, originals.size())
                        .mapToObj(k -> new Cue(
                                new Flip(flip)
                                        .cue(originals.get(k), new Shape(28, 28), new Seed(seed), k, 0)
                                        .state(),
                                new Seed(0)))
                        .toList());
    }
}
