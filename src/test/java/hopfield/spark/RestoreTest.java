package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import hopfield.image.ImageSource;
import hopfield.memory.Rule;
import hopfield.noise.Noise;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Deck;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestoreTest {
    @TempDir
    private Path folder;

    private TestModel model;

    @BeforeEach
    void start() {
        model = TestModel.in(folder);
    }

    @AfterEach
    void stop() {
        model.session().stop();
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
                KernelPolicy.AUTO,
                100,
                1,
                9,
                300,
                OptionalLong.empty());
        String swept = folder.resolve("swept").toString();
        SweepResult sweep = new Sweep(model.session(), options, source, 60, swept).run();

        model.train(rule, source, load, 300);
        String restored = folder.resolve("restored").toString();
        String metrics = folder.resolve("metrics").toString();
        Restore.Result result = new Restore(
                        model.session(),
                        model.open(),
                        new RestoreOptions(List.of(level), clamp, update, 0, KernelPolicy.AUTO, 100, 9),
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
        ImageSource source = TestImages.open("random:" + Math.max(60, load) + "x70", 1);
        model.train(rule, source, load, side);

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
        assertThat(TestSpark.context(model.session()).getPersistentRDDs())
                .as("nothing stays cached")
                .isEmpty();
    }

    private Restore.Result restored(String name, ImageSource source, String noise, OptionalLong limit, String path) {
        List<Noise> noises = noise.isEmpty() ? List.of() : NoiseKind.parse(noise);
        RestoreOptions options =
                new RestoreOptions(noises, noise.startsWith("rows"), Update.SYNC, 0, KernelPolicy.AUTO, 100, 9);
        try (Restore restore = new Restore(model.session(), model.open(), options, limit, source, 60)) {
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
        ImageSource source = TestImages.open("random:60x70", 1);
        model.train(rule, source, load, 32);
        RestoreOptions options = new RestoreOptions(List.of(), false, update, 0, KernelPolicy.AUTO, 100, 9);

        assertThatThrownBy(() -> new Restore(model.session(), model.open(), options, OptionalLong.of(1000), source, 60))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(
                        rule.label() + " at P=" + load + ": weights of 70 neurons take 19,600 bytes, more than")
                .hasMessageContaining(why);
    }

    private List<Row> rows(String metrics) {
        return new MetricsTable(model.session(), metrics)
                .read().collectAsList().stream()
                        .sorted(Comparator.comparingInt(row -> row.getAs("image")))
                        .toList();
    }
}
