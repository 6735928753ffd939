package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.image.ImageSource;
import hopfield.memory.BlockGrid;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.memory.Weights;
import hopfield.noise.Noise;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Deck;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Threshold;
import hopfield.recall.Kernels;
import hopfield.recall.Update;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedModelTest {
    @TempDir
    private Path folder;

    private SparkSession session;

    @AfterEach
    void stop() {
        if (session != null) {
            session.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hebbian, 7, PATTERNS", "centred, 7, PATTERNS", "projection, 7, PATTERNS", "dense:30, 60, PATTERNS",
        "modern:20, 60, PATTERNS", "nearest, 60, PATTERNS", "hebbian, 40, WEIGHTS", "centred, 40, WEIGHTS",
        "projection, 40, WEIGHTS", "storkey, 7, WEIGHTS", "hebbian, 41, WEIGHTS", "centred, 41, WEIGHTS",
        "centred, 20001, WEIGHTS"
    })
    void whatIsReadIsWhatWasLearned(String name, int load, Form form) {
        session = TestSpark.session(2, 3);
        Rule rule = Rule.of(name);
        ImageSource source = TestImages.open("random:" + Math.max(60, load) + "x70", 1);

        Train.Saved saved = train(rule, source, load, 32);
        Network network = SavedModel.open(session, model()).network();

        PatternSet stored = network.stored();
        Memory learned = rule.learn(stored, form);
        assertThat(saved.form()).isEqualTo(form);
        assertThat(stored.size()).isEqualTo(load);
        assertThat(stored.pattern(load - 1))
                .isEqualTo(source.read(load - 1, load).next().pattern());
        assertThat(network.memory().rule()).isEqualTo(rule);
        assertThat(network.memory().threshold()).isEqualTo(learned.threshold());
        assertThat(network.memory().scale()).isEqualTo(learned.scale());
        assertThat(network.memory().weights()).hasSameClassAs(learned.weights());
        if (learned.weights() instanceof Weights.Narrow narrow) {
            assertThat(((Weights.Narrow) network.memory().weights()).rows()).isDeepEqualTo(narrow.rows());
        } else if (learned.weights() instanceof Weights.Wide wide) {
            assertThat(((Weights.Wide) network.memory().weights()).rows()).isDeepEqualTo(wide.rows());
        }
    }

    @Test
    void weightsBeyondAnIntAreReadAsTheyWere() {
        session = TestSpark.session(2, 3);
        double[][] rows = new double[50][50];
        for (int i = 0; i < 50; i++) {
            for (int j = 0; j < i; j++) {
                rows[i][j] = (i * 50 + j - 900) * 1e10;
                rows[j][i] = rows[i][j];
            }
        }
        BlockGrid grid = new BlockGrid(50, 16);
        String path = folder.resolve("wide").toString();

        WeightsTable.write(session, new Weights.Wide(rows), grid, path);

        Weights read = WeightsTable.read(session, List.of(path), grid, true);
        assertThat(((Weights.Wide) read).rows()).isDeepEqualTo(rows);
    }

    /** Sweep and train-then-restore share nothing but the rules, the dynamics and the scores. */
    @ParameterizedTest
    @CsvSource({
        "centred, 6, SYNC, flip=0.3",
        "centred, 6, ASYNC, flip=0.3",
        "hebbian, 6, SYNC, gaussian-analog=2",
        "projection, 60, SYNC, rows=0.4",
        "nearest, 20, SYNC, gaussian=2"
    })
    void aRestoredDeckHasTheRowsOfASweep(String name, int load, Update update, String noise) {
        session = TestSpark.session(2, 3);
        Rule rule = Rule.of(name);
        Noise level = NoiseKind.parse(noise).get(0);
        boolean clamp = noise.startsWith("rows");
        ImageSource source = TestImages.open("digits:60", 3);
        SweepOptions options = new SweepOptions(
                List.of(rule),
                List.of(load),
                Deck.Order.FILE,
                OptionalInt.of(1),
                SweepOptions.Probed.STORED,
                List.of(level),
                clamp,
                update,
                0,
                Kernels.AUTO,
                100,
                1,
                9,
                300);
        String swept = folder.resolve("swept").toString();
        SweepResult sweep = new Sweep(session, options, source, 60, swept).run();

        train(rule, source, load, 300);
        String restored = folder.resolve("restored").toString();
        String metrics = folder.resolve("metrics").toString();
        Restore.Result result = new Restore(
                        session,
                        SavedModel.open(session, model()),
                        new RestoreOptions(List.of(level), clamp, update, 0, Kernels.AUTO, 100, 9),
                        source,
                        load)
                .run(restored, metrics);

        assertThat(rows(metrics)).hasSize(load).isEqualTo(rows(swept));
        assertThat(result.cell()).contains(sweep.cells().get(0));
        assertThat(Path.of(restored)).isDirectoryContaining("glob:**/00000005.png");
        assertThat(result.samples()).hasSize(Math.min(24, load));
    }

    private List<Row> rows(String metrics) {
        return new MetricsTable(session, metrics)
                .read().collectAsList().stream()
                        .sorted(Comparator.comparingInt(row -> row.getAs("image")))
                        .toList();
    }

    private Train.Saved train(Rule rule, ImageSource source, int load, int blockSide) {
        Train.Options options = new Train.Options(rule, Threshold.HALF, blockSide, model());
        return new Train(session, options, source, load).run(Map.of("seed", 1));
    }

    private String model() {
        return folder.resolve("model").toString();
    }
}
