package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.image.ImageSource;
import hopfield.memory.Rule;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Deck;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The heat of asynchronous sweeps through the whole job, beside mean-field theory. */
class TemperatureSweepTest {
    private static final int NEURONS = 400;
    private static final int NETWORKS = 200;
    private static final int SWEEPS = 40;

    @TempDir
    private Path folder;

    /**
     * A network of one pattern is a ferromagnet, m = tanh(m / T) for N to infinity (Amit, Gutfreund &amp; Sompolinsky 1985). Its
     * overlap fluctuates with variance (1 - m^2) / (1 - (1 - m^2) / T) / N, about a mean that is off by some 1 / N.
     */
    @ParameterizedTest
    @ValueSource(doubles = {.3, .6, 2})
    void lonePatternsKeepTheOverlapOfMeanFieldTheory(double temperature) {
        double m = 1;
        for (int k = 0; k < 1000; k++) {
            m = Math.tanh(m / temperature);
        }
        double room = 1 - m * m;
        double variance = room / (1 - room / temperature) / NEURONS;

        List<Row> rows = recall(temperature);

        double mean = rows.stream()
                .mapToDouble(row -> row.<Float>getAs("overlap"))
                .average()
                .orElseThrow();
        assertThat(rows)
                .hasSize(NETWORKS)
                .allMatch(row ->
                        row.<String>getAs("outcome").equals("step_limit") && row.<Integer>getAs("steps") == SWEEPS);
        assertThat(mean).isEqualTo(m, within(4 * Math.sqrt(variance / NETWORKS) + 1.0 / NEURONS));
    }

    private List<Row> recall(double temperature) {
        SweepOptions options = new SweepOptions(
                List.of(Rule.HEBBIAN),
                List.of(1),
                Deck.Order.SHUFFLED,
                OptionalInt.of(NETWORKS),
                SweepOptions.Probed.STORED,
                NoiseKind.parse("flip=0"),
                false,
                Update.ASYNC,
                temperature,
                KernelPolicy.AUTO,
                SWEEPS,
                1,
                1,
                1024,
                OptionalLong.empty());
        ImageSource images = TestImages.open("random:" + NETWORKS + "x" + NEURONS, 1);
        return Swept.run(folder.resolve("metrics"), 2, 2, options, images).rows();
    }
}
