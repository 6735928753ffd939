package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfield.BadInput;
import hopfield.image.Image;
import hopfield.image.ImageSource;
import hopfield.memory.BitColumns;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.metric.Cell;
import hopfield.metric.Similarity;
import hopfield.metric.StructuralSimilarity;
import hopfield.noise.Flip;
import hopfield.noise.Noise;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Deck;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.recall.Cue;
import hopfield.recall.Kernels;
import hopfield.recall.Recalled;
import hopfield.recall.Update;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SweepTest {
    private static final String[] ROW_ORDER = {"rule", "patterns", "noise", "level", "network", "image", "trial"};

    @TempDir
    private Path folder;

    private SparkSession session;

    @AfterEach
    void stop() {
        if (session != null) {
            session.stop();
        }
    }

    /** What a sweep leaves, in an order of its own. */
    private record Run(SweepResult result, List<Row> rows) {}

    @ParameterizedTest
    @CsvSource({"ALL, 1, SYNC", "STORED, 1, ASYNC", "STORED, 12, SYNC"})
    void sameRowsOnOneThreadTwoThreadsAndSixtyFourPartitions(SweepOptions.Probed probed, int networks, Update update) {
        SweepOptions options = new SweepOptions(
                Stream.of("hebbian", "centred", "storkey", "projection", "dense:30", "modern:784", "nearest")
                        .map(Rule::of)
                        .toList(),
                List.of(20),
                Deck.Order.SHUFFLED,
                OptionalInt.of(networks),
                probed,
                noises("flip=0.3", "gaussian=1"),
                false,
                update,
                0,
                Kernels.AUTO,
                100,
                2,
                7,
                300);

        Run one = run("one", 1, 1, options, "digits:300");
        Run two = run("two", 2, 2, options, "digits:300");
        Run many = run("many", 2, 64, options, "digits:300");

        assertThat(one.rows()).hasSize((probed == SweepOptions.Probed.ALL ? 300 : 20 * networks) * 2 * 2 * 7);
        assertThat(two.rows()).isEqualTo(one.rows());
        assertThat(many.rows()).isEqualTo(one.rows());
        assertThat(two.result().cells()).isEqualTo(one.result().cells());
        assertThat(many.result().cells()).isEqualTo(one.result().cells());
        assertThat(many.result().samples()).isEqualTo(one.result().samples());
    }

    @ParameterizedTest
    @EnumSource(Update.class)
    void everyRowIsWhatOneThreadOfPlainJavaFinds(Update update) {
        int load = 6;
        SweepOptions options = options(List.of(Rule.CENTRED), List.of(load), 1, SweepOptions.Probed.ALL, update, 3);
        ImageSource source = TestImages.open("digits:80", 3);
        List<Image> images = new ArrayList<>();
        source.read(0, 80).forEachRemaining(images::add);
        Deck deck = new Deck(80, Deck.Order.SHUFFLED, new Seed(3).at("deck"));
        List<Image> stored = images.stream()
                .filter(image -> deck.position(image.number()) < load)
                .toList();
        Memory memory = Rule.CENTRED.learn(
                new BitColumns(stored.stream().map(Image::pattern).toList(), 784).whole());
        Noise noise = new Flip(.2);

        Run run = run("run", 2, 3, options, "digits:80");

        assertThat(run.rows()).hasSize(80);
        for (Row row : run.rows()) {
            Image image = images.get(row.<Integer>getAs("image"));
            Pattern cue = noise.cue(image.pattern(), new Shape(28, 28), new Seed(3), image.number(), 0)
                    .state();
            Seed order = noise.stream(new Seed(3), image.number(), 0).at("order");
            Recalled recalled = update.dynamics(memory, Kernels.JAVA, 100)
                    .recall(List.of(new Cue(cue, order)))
                    .get(0);
            Similarity similarity = Similarity.of(image.pattern(), recalled.state());
            boolean isStored = stored.contains(image);
            int nearest = stored.stream()
                    .reduce((a, b) ->
                            b.pattern().agreeing(recalled.state()) > a.pattern().agreeing(recalled.state()) ? b : a)
                    .orElseThrow()
                    .number();
            assertThat(row.<Short>getAs("label")).isEqualTo((short) image.label());
            assertThat(row.<Boolean>getAs("stored")).isEqualTo(isStored);
            assertThat(row.<Float>getAs("input_similarity"))
                    .isEqualTo((float) Similarity.of(image.pattern(), cue).value());
            assertThat(row.<Float>getAs("similarity")).isEqualTo((float) similarity.value());
            assertThat(row.<Float>getAs("overlap")).isEqualTo((float) similarity.overlap());
            assertThat(row.<Float>getAs("iou")).isEqualTo((float) similarity.iou());
            assertThat(row.<Boolean>getAs("exact")).isEqualTo(similarity.exact());
            assertThat(row.<Integer>getAs("nearest")).isEqualTo(nearest);
            assertThat(row.<Short>getAs("nearest_label"))
                    .isEqualTo((short) images.get(nearest).label());
            assertThat(row.<Boolean>getAs("improved"))
                    .isEqualTo(similarity.agreeing() > image.pattern().agreeing(cue));
            float ssim = (float) new StructuralSimilarity(new Shape(28, 28)).of(image.pattern(), recalled.state());
            assertThat(row.<Float>getAs("ssim")).isEqualTo(isStored ? (Float) ssim : null);
            assertThat(row.<String>getAs("became"))
                    .isEqualTo(became(image.pattern(), images.get(nearest).pattern(), recalled.state()));
            assertThat(row.<Boolean>getAs("identified")).isEqualTo(isStored ? nearest == image.number() : null);
            assertThat(row.<Integer>getAs("steps")).isEqualTo(recalled.steps());
            assertThat(row.<String>getAs("outcome"))
                    .isEqualTo(recalled.outcome().label());
            assertThat(row.<Float>getAs("energy")).isEqualTo((float) recalled.energy());
        }
    }

    private static String became(Pattern original, Pattern nearest, Pattern state) {
        if (original.overlap(state) >= .95) {
            return "original";
        } else if (original.overlap(state) <= -.95) {
            return "inverse";
        } else if (nearest.overlap(state) >= .95) {
            return "stored";
        }
        return Pattern.of(new boolean[784]).overlap(state) >= .95 ? "blank" : "mixture";
    }

    /** SCIENCE: P = 5 all restored, P = 8 about 90 %, P = 20 about one in eight; plain Hebbian restores none. */
    @Test
    void centredRestoresRealDigitsWhereHebbianRestoresNone() {
        SweepOptions options = options(
                List.of(Rule.HEBBIAN, Rule.CENTRED),
                List.of(5, 8, 20),
                100,
                SweepOptions.Probed.STORED,
                Update.SYNC,
                1);

        Map<String, Cell> cells = run("mnist", 2, 2, options, TestImages.mnist()).result().cells().stream()
                .collect(Collectors.toMap(cell -> cell.rule() + " " + cell.patterns(), Function.identity()));

        assertThat(cells.get("centred 5").restored().value()).isGreaterThanOrEqualTo(.95);
        assertThat(cells.get("centred 8").restored().value()).isBetween(.85, .95);
        assertThat(cells.get("centred 20").restored().value()).isBetween(.08, .25);
        for (int load : new int[] {5, 8, 20}) {
            assertThat(cells.get("hebbian " + load).restored().value())
                    .as("hebbian at P = %d: now and then the attractor looks like a stored digit", load)
                    .isLessThan(.01);
        }
    }

    @Test
    void tenSeedsRestoreEveryOneOfFiveStoredDigitsCentredAndNoneHebbian() {
        ImageSource mnist = TestImages.mnist();
        session = TestSpark.session(2, 2);
        long lost = 0;
        for (long seed = 0; seed < 10; seed++) {
            SweepOptions options = options(
                    List.of(Rule.HEBBIAN, Rule.CENTRED), List.of(5), 1, SweepOptions.Probed.STORED, Update.SYNC, seed);
            List<Cell> cells = new Sweep(
                            session,
                            options,
                            mnist,
                            70_000,
                            folder.resolve("seed" + seed).toString())
                    .run()
                    .cells();
            assertThat(cells).extracting(Cell::rule).containsExactly("hebbian", "centred");
            assertThat(cells).extracting(Cell::stored).containsOnly(5L);
            assertThat(cells.get(0).restored().successes())
                    .as("hebbian at seed %d", seed)
                    .isZero();
            lost += 5 - cells.get(1).restored().successes();
            assertThat(cells.get(1).restored().successes())
                    .as("centred at seed %d", seed)
                    .isGreaterThanOrEqualTo(4);
        }
        assertThat(lost).as("of 50 digits").isLessThanOrEqualTo(2);
    }

    /** SCIENCE's reference values for the first P training digits; the share is the same at any noise level. */
    @Test
    void hebbianCollapsesOnAllSeventyThousandDigitsAsMeasured() {
        SweepOptions options = new SweepOptions(
                List.of(Rule.HEBBIAN),
                List.of(20, 70_000),
                Deck.Order.FILE,
                OptionalInt.of(1),
                SweepOptions.Probed.ALL,
                noises("flip=0.1"),
                false,
                Update.SYNC,
                0,
                Kernels.AUTO,
                100,
                1,
                1,
                256);

        List<Cell> cells =
                run("mnist", 2, 2, options, TestImages.mnist()).result().cells();

        assertThat(cells).extracting(Cell::images).containsExactly(70_000L, 70_000L);
        assertThat(cells.get(0).similarity()).isEqualTo(.86661, within(.00001));
        assertThat(cells.get(1).similarity()).isEqualTo(.86875, within(.00001));
        assertThat(cells.get(0).inputSimilarity()).isEqualTo(.9, within(.001));
        assertThat(cells.get(0).blankSimilarity()).isEqualTo(.868, within(.001));
        assertThat(cells.get(1).restored().successes()).isZero();
    }

    @Test
    void everyImageOfLargeNetworksIsStoredInItsOwn() {
        SweepOptions options =
                options(List.of(Rule.HEBBIAN), List.of(5000), 2, SweepOptions.Probed.STORED, Update.SYNC, 1);

        Run run = run("large", 2, 2, options, "random:10000x70");

        assertThat(run.rows()).hasSize(10_000).allMatch(row -> row.<Boolean>getAs("stored"));
        assertThat(run.rows().stream().filter(row -> row.<Integer>getAs("network") == 1))
                .hasSize(5000);
        assertThat(run.result().cells().get(0).stored()).isEqualTo(10_000);
    }

    @Test
    void weightsThatTheDriverCannotHoldAreRefused() {
        session = TestSpark.session(1, 1);
        SweepOptions o = options(List.of(Rule.HEBBIAN), List.of(60_000), 1, SweepOptions.Probed.STORED, Update.SYNC, 1);
        SweepOptions broadcast = new SweepOptions(
                o.rules(),
                o.loads(),
                o.order(),
                o.networks(),
                o.probed(),
                o.noises(),
                o.clamp(),
                o.update(),
                o.temperature(),
                o.kernels(),
                o.maxSteps(),
                o.trials(),
                o.seed(),
                o.blockSide(),
                OptionalLong.of(Long.MAX_VALUE));

        assertThatThrownBy(() -> new Sweep(
                        session,
                        broadcast,
                        TestImages.open("random:60000x100000", 1),
                        60_000,
                        folder.resolve("m").toString()))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("weights of 100,000 neurons need 152,587 MB on the driver, which has ");
    }

    @Test
    void aLoadLargerThanTheDeckIsRefused() {
        session = TestSpark.session(1, 1);
        SweepOptions options =
                options(List.of(Rule.HEBBIAN), List.of(5, 51), 1, SweepOptions.Probed.ALL, Update.SYNC, 1);

        assertThatThrownBy(() -> new Sweep(
                        session,
                        options,
                        TestImages.open("digits:50", 1),
                        50,
                        folder.resolve("m").toString()))
                .isInstanceOf(BadInput.class)
                .hasMessage("load 51 is larger than the deck of 50 images; store at most 50");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void moreNetworksThanTheDeckHoldsAreRefused() {
        assertThatThrownBy(
                        () -> options(List.of(Rule.HEBBIAN), List.of(10), 6, SweepOptions.Probed.STORED, Update.SYNC, 1)
                                .networksAt(10, 50))
                .isInstanceOf(BadInput.class)
                .hasMessage("--networks 6 at load 10 needs 60 images, the deck has 50; deal at most 5");
    }

    private static SweepOptions options(
            List<Rule> rules, List<Integer> loads, int networks, SweepOptions.Probed probed, Update update, long seed) {
        return new SweepOptions(
                rules,
                loads,
                Deck.Order.SHUFFLED,
                OptionalInt.of(networks),
                probed,
                noises("flip=0.2"),
                false,
                update,
                0,
                Kernels.AUTO,
                100,
                1,
                seed,
                1024);
    }

    private static List<Noise> noises(String... specs) {
        return Stream.of(specs).flatMap(spec -> NoiseKind.parse(spec).stream()).toList();
    }

    private Run run(String name, int threads, int parallelism, SweepOptions options, String images) {
        return run(name, threads, parallelism, options, TestImages.open(images, options.seed()));
    }

    private Run run(String name, int threads, int parallelism, SweepOptions options, ImageSource source) {
        session = TestSpark.session(threads, parallelism);
        String path = folder.resolve(name).toString();
        SweepResult result = new Sweep(session, options, source, source.count(), path).run();
        List<Row> rows = new MetricsTable(session, path)
                .read()
                .orderBy(ROW_ORDER[0], Arrays.copyOfRange(ROW_ORDER, 1, ROW_ORDER.length))
                .collectAsList();
        return new Run(result, rows);
    }
}
