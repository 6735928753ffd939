package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.image.HadoopFiles;
import hopfield.image.Image;
import hopfield.image.Images;
import hopfield.memory.Form;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that remember real digits, which the outer-product rules confuse. */
@Tag("numeric")
class DigitsTest {
    @ParameterizedTest
    @CsvSource({"100, 10", "100, 50", "784, 200", "784, 392"})
    void projectionKeepsIndependentRandomPatterns(int neurons, int patterns) {
        assertThatAllAreFixed(RandomPatterns.of(patterns, neurons, 1));
    }

    @Test
    void projectionKeepsAHundredDigits() {
        assertThatAllAreFixed(digits(100));
    }

    @Test
    void projectionKeepsADigitStoredTwice() {
        List<Pattern> twice = new ArrayList<>();
        PatternSet digits = digits(30);
        IntStream.range(0, 60).forEach(k -> twice.add(digits.pattern(k / 2)));

        assertThatAllAreFixed(RandomPatterns.set(twice));
    }

    /** But for cues between several nearest digits: nearest takes the first, a softmax their majority. */
    @Test
    void modernAtALargeBetaIsNearestOnNoisyDigits() {
        PatternSet stored = digits(1000);
        PatternSet probed = digits(70_000);
        Dynamics modern = dynamics("modern:1000000", stored);
        Dynamics nearest = dynamics("nearest", stored);
        List<Cue> cues = IntStream.range(0, probed.size())
                .mapToObj(p -> new Cue(
                        new Flip(.2)
                                .cue(probed.pattern(p), new Shape(28, 28), new Seed(5), p, 0)
                                .state(),
                        new Seed(0)))
                .filter(cue -> hasOneNearest(stored, cue.state()))
                .toList();

        assertThat(cues).hasSizeGreaterThan(60_000);
        List<RecallResult> expected = nearest.recall(cues);
        List<RecallResult> recalled = modern.recall(cues);
        for (int c = 0; c < cues.size(); c++) {
            assertThat(recalled.get(c).state()).isEqualTo(expected.get(c).state());
            assertThat(recalled.get(c).outcome()).isEqualTo(Outcome.FIXED_POINT);
        }
    }

    private static boolean hasOneNearest(PatternSet stored, Pattern state) {
        int[] products = new int[stored.size()];
        stored.innerProducts(state.words(), 0, products);
        int largest = IntStream.of(products).max().orElseThrow();
        return IntStream.of(products).filter(product -> product == largest).count() == 1;
    }

    private static void assertThatAllAreFixed(PatternSet stored) {
        for (Form form : Rule.PROJECTION.forms(stored.size(), stored.neurons())) {
            Dynamics dynamics = Update.SYNC.dynamics(Rule.PROJECTION.learn(stored, form), KernelPolicy.JAVA, 10);
            for (int p = 0; p < stored.size(); p++) {
                Pattern pattern = stored.pattern(p);
                RecallResult recalled =
                        dynamics.recall(List.of(new Cue(pattern, new Seed(0)))).get(0);
                assertThat(recalled.state()).as("%s of pattern %d", form, p).isEqualTo(pattern);
                assertThat(recalled.steps()).isEqualTo(1);
            }
        }
    }

    private static Dynamics dynamics(String rule, PatternSet stored) {
        return Update.SYNC.dynamics(Rule.of(rule).learn(stored, Form.PATTERNS), KernelPolicy.JAVA, 100);
    }

    private static PatternSet digits(int count) {
        String folder = System.getenv("MNIST_DIR");
        Assumptions.assumeTrue(folder != null && !folder.isBlank(), "skipped: MNIST_DIR names no folder with MNIST");
        List<Pattern> digits = new ArrayList<>();
        new Images(new HadoopFiles(new Configuration(false)), Map.of())
                .open("mnist:" + folder, new Seed(1))
                .read(0, count)
                .forEachRemaining((Image image) -> digits.add(image.pattern()));
        return RandomPatterns.set(digits);
    }
}
