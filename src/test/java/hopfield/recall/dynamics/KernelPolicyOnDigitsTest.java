package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopfield.image.HadoopFiles;
import hopfield.image.Images;
import hopfield.memory.BitColumns;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.noise.Flip;
import hopfield.noise.Noise;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.RecallResult;
import hopfield.recall.kernel.onednn.OneDnnKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The native kernels against the portable one at full size: final states, outcomes and step counts. */
class KernelPolicyOnDigitsTest {
    private static final Shape SHAPE = new Shape(28, 28);
    private static final Noise NOISE = new Flip(.2);
    private static final int BATCH = 1024;
    private static List<Pattern> digits = List.of();

    @ParameterizedTest
    @ValueSource(ints = {5, 20, 50, 100, 200, 400, 784, 70_000})
    void bothKernelsRecallAllSeventyThousandDigitsAlike(int load) {
        List<Pattern> all = digits();
        Memory memory = Rule.HEBBIAN.learn(new BitColumns(all.subList(0, load), 784).whole());

        assertThat(compared(memory, all)).isEqualTo(70_000);
    }

    @ParameterizedTest
    @CsvSource({"hebbian, 100", "hebbian, 1000", "centred, 100", "storkey, 150", "projection, 350"})
    void bothKernelsRecallRandomPatternsAlike(Rule rule, int load) {
        List<Pattern> patterns = RandomPatterns.of(5000, 784, 3);
        Memory memory = rule.learn(RandomPatterns.set(patterns.subList(0, load)), Form.WEIGHTS);

        assertThat(compared(memory, patterns)).isEqualTo(5000);
    }

    /** How many noisy cues were recalled by both kernels to the same end. */
    private static int compared(Memory memory, List<Pattern> originals) {
        assumeTrue(OneDnnKernel.isAvailable(), "skipped: the native kernel does not load here");
        int batches = (originals.size() + BATCH - 1) / BATCH;
        return IntStream.range(0, batches)
                .parallel()
                .map(batch -> {
                    List<Cue> cues = new ArrayList<>();
                    for (int k = batch * BATCH; k < Math.min(originals.size(), (batch + 1) * BATCH); k++) {
                        cues.add(new Cue(
                                NOISE.cue(originals.get(k), SHAPE, new Seed(1), k, 0)
                                        .state(),
                                new Seed(0)));
                    }
                    List<RecallResult> portable = recall(memory, KernelPolicy.JAVA, cues);
                    assertThat(recall(memory, KernelPolicy.ONEDNN, cues)).isEqualTo(portable);
                    return portable.size();
                })
                .sum();
    }

    private static List<RecallResult> recall(Memory memory, KernelPolicy kernels, List<Cue> cues) {
        try (Dynamics dynamics = Update.SYNC.dynamics(memory, kernels, 100)) {
            return dynamics.recall(cues);
        }
    }

    private static List<Pattern> digits() {
        String folder = System.getenv("MNIST_DIR");
        assumeTrue(folder != null && !folder.isBlank(), "skipped: MNIST_DIR names no folder with MNIST");
        if (digits.isEmpty()) {
            List<Pattern> read = new ArrayList<>();
            new Images(new HadoopFiles(new Configuration()), Map.of())
                    .open("mnist:" + folder, new Seed(1))
                    .read(0, 70_000)
                    .forEachRemaining(image -> read.add(image.pattern()));
            digits = read;
        }
        return digits;
    }
}
