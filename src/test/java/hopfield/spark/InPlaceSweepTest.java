package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import hopfield.image.ImageSource;
import hopfield.memory.Rule;
import hopfield.metric.Cell;
import hopfield.metric.Sample;
import hopfield.noise.Noise;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Deck;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InPlaceSweepTest {
    private static final String[] ROW_ORDER = {"rule", "patterns", "noise", "level", "network", "image", "trial"};
    private static final OptionalLong SMALL = OptionalLong.of(1000);

    private static SparkSession session;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        session = TestSpark.session(2, 3);
    }

    @AfterAll
    static void stop() {
        session.stop();
    }

    private record Run(
            SweepResult result, List<Row> rows, Map<String, Map<String, String>> paths, List<Cell> recounted) {}

    /** N = 90: of P = 60 and 70, both beyond N / 2 and one of them odd enough for ties; blocks ragged, of one neuron row, and one. */
    @ParameterizedTest
    @CsvSource({
        "random:75x90, '60,75', 100, 32, STORED, flip=0;flip=0.1, false",
        "random:75x90, '60', 2, 7, ALL, flip=0.3;gaussian=1, false",
        "random:75x90, '61', 100, 1000, STORED, rows=0.3;pixels=0.4, true",
        "random:130x20, '100,129', 1, 9, ALL, flip=0.1, false"
    })
    void weightsInPlaceGiveTheRowsOfBroadcastOnes(
            String images,
            String loads,
            int maxSteps,
            int side,
            SweepOptions.Probed probed,
            String noises,
            boolean clamp) {
        List<Integer> patterns =
                Stream.of(loads.split(",")).map(Integer::valueOf).toList();
        List<Noise> levels = Stream.of(noises.split(";"))
                .flatMap(noise -> NoiseKind.parse(noise).stream())
                .toList();

        Run whole =
                run("whole", images, options(patterns, probed, levels, clamp, maxSteps, side, OptionalLong.empty()));
        Run spread =
                run("spread", images, options(patterns, probed, levels, clamp, maxSteps, side, OptionalLong.of(1000)));

        assertThat(whole.paths().values())
                .allSatisfy(byLoad -> assertThat(byLoad.values()).containsOnly("broadcast"));
        assertThat(spread.paths().values())
                .allSatisfy(byLoad -> assertThat(byLoad.values()).containsOnly("in place"));
        assertThat(spread.rows()).isNotEmpty().isEqualTo(whole.rows());
        assertThat(spread.result().cells()).isEqualTo(whole.result().cells());
        assertThat(whole.recounted()).isEqualTo(whole.result().cells());
        assertThat(spread.recounted()).isEqualTo(whole.result().cells());
        assertThat(spread.result().samples())
                .isEqualTo(whole.result().samples().stream()
                        .map(InPlaceSweepTest::beginningAndEnd)
                        .toList());
        assertThat(spread.result().restorations()).isEqualTo(whole.rows().size());
    }

    @Test
    void nothingOfWeightsInPlaceStaysCached() {
        run("run", "random:75x90", options(List.of(60), SweepOptions.Probed.STORED, flip(), false, 5, 32, SMALL));

        assertThat(session.sparkContext().getPersistentRDDs().size()).isZero();
    }

    @Test
    void fewPatternsStandForWeightsThatAreTooLarge() {
        SweepOptions options = options(List.of(40), SweepOptions.Probed.STORED, flip(), false, 5, 32, SMALL);

        assertThat(run("run", "random:75x90", options).paths())
                .isEqualTo(Map.of("hebbian", Map.of("40", "dual"), "centred", Map.of("40", "dual")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "storkey | 60 | SYNC | flip=0.1 | storkey at P=60: weights of 90 neurons take 32,400 bytes, more than the --broadcast-limit of 1,000 bytes, and only hebbian and centred leave weights in place; raise --broadcast-limit and --driver-memory, or store few patterns",
                "projection | 60 | SYNC | flip=0.1 | projection at P=60: weights of 90 neurons take 32,400 bytes, more than the --broadcast-limit of 1,000 bytes, and only hebbian and centred leave weights in place; raise --broadcast-limit and --driver-memory, or store few patterns",
                "hebbian | 60 | ASYNC | flip=0.1 | hebbian at P=60: weights of 90 neurons take 32,400 bytes, more than the --broadcast-limit of 1,000 bytes, and --update async needs them in one place; raise --broadcast-limit and --driver-memory, or store few patterns",
                "centred | 60 | SYNC | gaussian-analog=1 | centred at P=60: weights of 90 neurons take 32,400 bytes, more than the --broadcast-limit of 1,000 bytes, and gaussian-analog needs them in one place; raise --broadcast-limit and --driver-memory, or store few patterns"
            })
    void whatCannotLeaveItsWeightsInPlaceIsRefusedBeforeAnythingRuns(
            String rule, int load, Update update, String noise, String message) {
        SweepOptions options = new SweepOptions(
                List.of(Rule.of(rule)),
                List.of(load),
                Deck.Order.FILE,
                OptionalInt.of(1),
                SweepOptions.Probed.STORED,
                NoiseKind.parse(noise),
                false,
                update,
                0,
                KernelPolicy.JAVA,
                100,
                1,
                1,
                32,
                SMALL);
        ImageSource source = TestImages.open("random:75x90", 1);

        assertThatThrownBy(() -> new Sweep(session, options, source, 75, folder.toString()))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }

    /** All that is shown of a recall whose every step is a job. */
    private static Sample beginningAndEnd(Sample sample) {
        List<Sample.State> states = sample.states();
        return new Sample(
                sample.rule(),
                sample.patterns(),
                sample.noise(),
                sample.level(),
                sample.network(),
                sample.image(),
                sample.trial(),
                sample.label(),
                sample.roles(),
                sample.among(),
                sample.original(),
                states.size() == 1 ? states : List.of(states.get(0), states.get(states.size() - 1)),
                sample.outcome(),
                sample.steps());
    }

    private Run run(String name, String images, SweepOptions options) {
        ImageSource source = TestImages.open(images, 1);
        String path = folder.resolve(name).toString();
        Sweep sweep = new Sweep(session, options, source, source.count(), path);
        SweepResult result = sweep.run();
        List<Row> rows = new MetricsTable(session, path)
                .read()
                .orderBy(ROW_ORDER[0], Stream.of(ROW_ORDER).skip(1).toArray(String[]::new))
                .collectAsList();
        List<Cell> recounted = new Recount(session, new MetricsTable(session, path))
                .cells(
                        source.neurons(),
                        options.rules().stream().map(Rule::label).toList(),
                        options.noises().stream().map(Noise::kind).distinct().toList());
        return new Run(result, rows, sweep.paths(), recounted);
    }

    private static List<Noise> flip() {
        return NoiseKind.parse("flip=0.1");
    }

    private static SweepOptions options(
            List<Integer> loads,
            SweepOptions.Probed probed,
            List<Noise> noises,
            boolean clamp,
            int maxSteps,
            int side,
            OptionalLong limit) {
        return new SweepOptions(
                List.of(Rule.HEBBIAN, Rule.CENTRED),
                loads,
                Deck.Order.SHUFFLED,
                OptionalInt.of(1),
                probed,
                noises,
                clamp,
                Update.SYNC,
                0,
                KernelPolicy.JAVA,
                maxSteps,
                2,
                7,
                side,
                limit);
    }
}
