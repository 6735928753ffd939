package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import hopfield.image.ImageSource;
import hopfield.memory.BlockGrid;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.memory.WeightRange;
import hopfield.memory.Weights;
import hopfield.noise.Noise;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Deck;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Threshold;
import hopfield.recall.Kernels;
import hopfield.recall.Update;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.Tuple2;

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
        SavedModel read = SavedModel.open(session, model());
        PatternSet stored = read.stored();
        Memory memory = read.memory(stored);

        Memory learned = rule.learn(stored, form);
        assertThat(saved.form()).isEqualTo(form);
        assertThat(stored.size()).isEqualTo(load);
        assertThat(stored.pattern(load - 1))
                .isEqualTo(source.read(load - 1, load).next().pattern());
        assertThat(memory.rule()).isEqualTo(rule);
        assertThat(memory.threshold()).isEqualTo(learned.threshold());
        assertThat(memory.scale()).isEqualTo(learned.scale());
        assertThat(memory.weights()).hasSameClassAs(learned.weights());
        if (learned.weights() instanceof Weights.Narrow narrow) {
            assertThat(((Weights.Narrow) memory.weights()).rows()).isDeepEqualTo(narrow.rows());
        } else if (learned.weights() instanceof Weights.Wide wide) {
            assertThat(((Weights.Wide) memory.weights()).rows()).isDeepEqualTo(wide.rows());
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
                        OptionalLong.empty(),
                        source,
                        load)
                .run(restored, metrics);

        assertThat(rows(metrics)).hasSize(load).isEqualTo(rows(swept));
        assertThat(result.cell()).contains(sweep.cells().get(0));
        assertThat(Path.of(restored)).isDirectoryContaining("glob:**/00000005.png");
        assertThat(result.samples()).hasSize(Math.min(24, load));
    }

    /** N = 70, so that P of 35 and more are saved as weights; blocks ragged and whole; even and odd P, and weights beyond an int. */
    @ParameterizedTest
    @CsvSource({
        "hebbian, 40, 32, flip=0.2",
        "hebbian, 41, 100, ''",
        "centred, 40, 9, rows=0.4",
        "centred, 41, 70, gaussian=1",
        "centred, 20001, 32, flip=0.1"
    })
    void weightsReadInPlaceRestoreTheSamePicturesAndRows(Rule rule, int load, int side, String noise)
            throws IOException {
        session = TestSpark.session(2, 3);
        ImageSource source = TestImages.open("random:" + Math.max(60, load) + "x70", 1);
        train(rule, source, load, side);

        Restore.Result whole = restored("whole", source, noise, OptionalLong.empty(), "broadcast");
        Restore.Result spread = restored("spread", source, noise, OptionalLong.of(1000), "in place");

        assertThat(spread).isEqualTo(whole);
        assertThat(spread.pictures()).isEqualTo(60);
        for (int k = 0; k < 60; k++) {
            String name = String.format("%08d.png", k);
            assertThat(folder.resolve("spread").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(name));
        }
        if (!noise.isEmpty()) {
            assertThat(rows(folder.resolve("spread-metrics").toString()))
                    .hasSize(60)
                    .isEqualTo(rows(folder.resolve("whole-metrics").toString()));
        }
        assertThat(TestSpark.context(session).getPersistentRDDs().values())
                .noneMatch(rdd -> rdd.name().startsWith("block rows"));
    }

    private Restore.Result restored(String name, ImageSource source, String noise, OptionalLong limit, String path) {
        List<Noise> noises = noise.isEmpty() ? List.of() : NoiseKind.parse(noise);
        RestoreOptions options =
                new RestoreOptions(noises, noise.startsWith("rows"), Update.SYNC, 0, Kernels.AUTO, 100, 9);
        try (Restore restore = new Restore(session, SavedModel.open(session, model()), options, limit, source, 60)) {
            assertThat(restore.path()).isEqualTo(path);
            return restore.run(
                    folder.resolve(name).toString(),
                    folder.resolve(name + "-metrics").toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "storkey, 7, SYNC, 'only hebbian and centred leave weights in place'",
        "hebbian, 40, ASYNC, '--update async needs them in one place'"
    })
    void aModelThatCannotBeInPlaceIsRefused(Rule rule, int load, Update update, String why) {
        session = TestSpark.session(2, 3);
        ImageSource source = TestImages.open("random:60x70", 1);
        train(rule, source, load, 32);
        RestoreOptions options = new RestoreOptions(List.of(), false, update, 0, Kernels.AUTO, 100, 9);

        assertThatThrownBy(() -> new Restore(
                        session, SavedModel.open(session, model()), options, OptionalLong.of(1000), source, 60))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(
                        rule.label() + " at P=" + load + ": weights of 70 neurons take 19,600 bytes, more than")
                .hasMessageContaining(why);
    }

    /** P = 3,000,001 and C_01 = 12,345: W_01 = P C_01 - S_0 S_1, rounded to a multiple of 2^5 and kept in that unit. */
    @Test
    void roundedWeightsGiveTheSumTheyWereMadeOf() {
        session = TestSpark.session(2, 3);
        int p = 3_000_001;
        long weight = 12_345L * p + 1001L * 2001;
        long kept = new WeightRange(true, 5).kept(weight);
        Weights.InPlace centred = new Weights.InPlace(p, p, new int[] {1001, -2001}, 1);
        List<Row> rows =
                List.of(RowFactory.create(0, 0, new Long[] {0L, kept}), RowFactory.create(1, 0, new Long[] {kept, 0L}));
        String path = folder.resolve("weights").toString();
        WeightsTable.write(session, TestSpark.context(session).parallelize(rows), true, path);

        BlockGrid grid = new BlockGrid(2, 2);
        SavedProducts saved = new SavedProducts("model", grid, centred, 5);
        List<Tuple2<Integer, int[]>> blocks = saved.blocks(WeightsTable.rows(session, List.of(path), true))
                .blocks()
                .collect();

        assertThat(blocks).hasSize(1);
        assertThat(blocks.get(0)._2).containsExactly(p, 12_345, 12_345, p);
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
