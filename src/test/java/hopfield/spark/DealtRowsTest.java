package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.image.Image;
import hopfield.image.ImageSource;
import hopfield.memory.Rule;
import hopfield.metric.Tally;
import hopfield.noise.Noise;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

class DealtRowsTest {
    private static final int LOAD = 4;
    private static final int NETWORKS = 3;

    /** More rows a network than a batch has. */
    private static final int TRIALS = 1100;

    private final List<Noise> noises = NoiseKind.parse("flip=0.1,0.2");
    private final TaskReport report = new TaskReport(new LongAccumulator());
    private final List<Integer> trained = new ArrayList<>();

    @Test
    void everyNetworkGivesItsRowsAndIsTrainedWhenTheyAreAskedFor() {
        DealtRows rows = rows();
        List<ScoredRecall> all = new ArrayList<>();
        while (all.size() < LOAD * TRIALS * 2) {
            all.add(rows.next());
            assertThat(trained).containsExactly(0);
        }
        assertThat(recalled()).isEqualTo(LOAD * TRIALS * 2);

        rows.forEachRemaining(all::add);

        assertThat(trained).containsExactly(0, 1, 2);
        assertThat(all).hasSize(NETWORKS * LOAD * TRIALS * 2).doesNotHaveDuplicates();
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void rowsAreMadeABatchAtATime() {
        DealtRows rows = rows();

        rows.next();

        assertThat(recalled()).isEqualTo(8192);
        rows.close();
        rows.close();
    }

    private long recalled() {
        return report.tallies().values().stream().mapToLong(Tally::images).sum();
    }

    private DealtRows rows() {
        Probe.Settings settings = new Probe.Settings(
                Update.SYNC, 0, KernelPolicy.AUTO, 100, TRIALS, new Seed(1), new Shape(28, 28), false);
        ImageSource source = TestImages.open("digits:12", 1);
        List<Image> images = new ArrayList<>();
        source.read(0, NETWORKS * LOAD).forEachRemaining(images::add);
        return new DealtRows(
                new Placement(KernelPolicy.AUTO, Long.MAX_VALUE),
                settings,
                Rule.HEBBIAN,
                noises,
                IntStream.range(0, NETWORKS)
                        .peek(trained::add)
                        .mapToObj(
                                k -> new Tuple2<Integer, Iterable<Image>>(k, images.subList(k * LOAD, (k + 1) * LOAD)))
                        .iterator(),
                report);
    }
}
