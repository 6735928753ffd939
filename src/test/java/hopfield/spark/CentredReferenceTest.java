package hopfield.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import hopfield.image.ImageSource;
import hopfield.memory.Rule;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Deck;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SCIENCE's shares of random digits that the centred rule restores from flips of .2: of P = 5 all, of 8 about 90 %, of 12 two
 * thirds, of 20 one in eight. They are taken for counts in one network, and compared with 200 networks of the same kind.
 */
class CentredReferenceTest {
    private static final int NETWORKS = 200;

    @TempDir
    private Path folder;

    /** A count in a network that SCIENCE's words stand for. */
    private record Reference(int patterns, int restored) {
        /** The lower end of the exact interval at 95 % (Clopper & Pearson 1934, Biometrika 26, 404). */
        double low() {
            return restored == 0 ? 0 : quantile(restored, patterns - restored + 1, .025);
        }

        double high() {
            return restored == patterns ? 1 : quantile(restored + 1, patterns - restored, .975);
        }

        private static double quantile(int a, int b, double probability) {
            return new BetaDistribution(null, a, b).inverseCumulativeProbability(probability);
        }
    }

    private static final List<Reference> REFERENCES = List.of(
            new Reference(5, 5), new Reference(8, 7), new Reference(12, 8), new Reference(20, 2), new Reference(20, 3));

    @Test
    void theReferencesAreWithinTheSamplingErrorOfOneNetwork() {
        ImageSource mnist = TestImages.mnist();
        try (SparkSession session = TestSpark.session(2, 2)) {
            String path = folder.resolve("metrics").toString();
            new Sweep(session, options(), mnist, mnist.count(), path).run();
            Dataset<Row> networks = new MetricsTable(session, path)
                    .read()
                    .groupBy("patterns", "network")
                    .agg(expr("sum(if(restored, 1, 0))").as("restored"))
                    .cache();
            for (Reference reference : REFERENCES) {
                agrees(reference, networks.where(col("patterns").equalTo(reference.patterns())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void agrees(Reference reference, Dataset<Row> networks) {
        List<Long> counts = networks.collectAsList().stream()
                .map(row -> row.<Long>getAs("restored"))
                .toList();
        double share = counts.stream().mapToLong(Long::longValue).sum() / (double) (NETWORKS * reference.patterns());
        long asFew =
                counts.stream().filter(count -> count <= reference.restored()).count();
        long asMany =
                counts.stream().filter(count -> count >= reference.restored()).count();

        assertThat(counts).hasSize(NETWORKS);
        assertThat(share).as("of %s", reference).isBetween(reference.low(), reference.high());
        assertThat(Math.min(asFew, asMany))
                .as("networks with a count like that of %s", reference)
                .isGreaterThan(NETWORKS / 40);
    }

    private static SweepOptions options() {
        return new SweepOptions(
                List.of(Rule.CENTRED),
                List.of(5, 8, 12, 20),
                Deck.Order.SHUFFLED,
                OptionalInt.of(NETWORKS),
                SweepOptions.Probed.STORED,
                NoiseKind.parse("flip=0.2"),
                false,
                Update.SYNC,
                0,
                KernelPolicy.AUTO,
                100,
                1,
                1,
                1024,
                OptionalLong.empty());
    }
}
