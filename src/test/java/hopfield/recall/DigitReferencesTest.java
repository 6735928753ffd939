package hopfield.recall;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SCIENCE says of the 70,000 digits and of the outer-product rules that confuse them. */
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

    @ParameterizedTest
    @ValueSource(doubles = {0, .2, .4})
    void withThreeDigitsStoredEveryCueEndsInOnePicture(double flip) {
        PatternSet stored = RandomPatterns.set(digits.subList(0, 3));
        List<Recalled> ends = recall(Rule.HEBBIAN.learn(stored, Form.PATTERNS), digits, flip, 2);
        double similarity = IntStream.range(0, ends.size())
                .mapToDouble(k -> (1 + ends.get(k).state().overlap(digits.get(k))) / 2)
                .average()
                .orElseThrow();

        assertThat(ends.stream().map(Recalled::state).distinct()).hasSize(1);
        assertThat(similarity).isEqualTo(.867, within(.0005));
    }

    /** h = mean + W (s - mean) less its first term: a pixel that all patterns share has no field, and keeps its noise. */
    @Test
    void theMeanInTheCentredFieldTakesTheNoiseOffSharedPixels() {
        double[] similarity = new double[2];
        int networks = 500;
        for (int network = 0; network < networks; network++) {
            List<Pattern> three = digits.subList(3 * network, 3 * network + 3);
            Memory memory = Rule.CENTRED.learn(RandomPatterns.set(three), Form.PATTERNS);
            double[] threshold = memory.threshold().clone();
            for (int i = 0; i < NEURONS; i++) {
                int pixel = i;
                double mean = three.stream()
                                .mapToInt(pattern -> pattern.isUp(pixel) ? 1 : -1)
                                .sum()
                        / 3.0;
                threshold[i] += mean / memory.scale();
            }
            Memory without = new Memory(memory.rule(), 3, memory.weights(), threshold, memory.scale());
            similarity[0] += similarity(memory, three, network) / networks;
            similarity[1] += similarity(without, three, network) / networks;
        }

        assertThat(similarity[0]).isEqualTo(1.000, within(.0005));
        assertThat(similarity[1]).isEqualTo(.86, within(.01));
    }

    private static double similarity(Memory memory, List<Pattern> originals, int seed) {
        List<Recalled> ends = recall(memory, originals, .2, seed);
        return IntStream.range(0, originals.size())
                .mapToDouble(k -> (1 + ends.get(k).state().overlap(originals.get(k))) / 2)
                .average()
                .orElseThrow();
    }

    private static List<Recalled> recall(Memory memory, List<Pattern> originals, double flip, int seed) {
        return Update.SYNC
                .dynamics(memory, Kernels.JAVA, 100)
                .recall(IntStream.range(0, originals.size())
                        .mapToObj(k -> new Cue(
                                new Flip(flip)
                                        .cue(originals.get(k), new Shape(28, 28), new Seed(seed), k, 0)
                                        .state(),
                                new Seed(0)))
                        .toList());
    }
}
