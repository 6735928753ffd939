package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.image.ImageSource;
import hopfield.memory.Rule;
import hopfield.metric.Cell;
import hopfield.pattern.Deck;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps over MNIST find what theory and reference values say of it. */
@Tag("numeric")
class SweepOnDigitsTest {
    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        TestSpark.stop();
    }

    /** SCIENCE: P = 5 all restored, P = 8 about 90 %, P = 20 about one in eight; plain Hebbian restores none. */
    @Test
    void centredRestoresRealDigitsWhereHebbianRestoresNone() {
        SweepOptions options = Swept.options(
                List.of(Rule.HEBBIAN, Rule.CENTRED),
                List.of(5, 8, 20),
                100,
                SweepOptions.Probed.STORED,
                Update.SYNC,
                1);

        Map<String, Cell> cells =
                Swept.run(folder.resolve("mnist"), 2, 2, options, TestImages.mnist()).result().cells().stream()
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
        SparkSession session = TestSpark.session(2, 2);
        long lost = 0;
        for (long seed = 0; seed < 10; seed++) {
            SweepOptions options = Swept.options(
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
                Swept.noises("flip=0.1"),
                false,
                Update.SYNC,
                0,
                KernelPolicy.AUTO,
                100,
                1,
                1,
                256,
                OptionalLong.empty());

        List<Cell> cells = Swept.run(folder.resolve("mnist"), 2, 2, options, TestImages.mnist())
                .result()
                .cells();

        assertThat(cells).extracting(Cell::images).containsExactly(70_000L, 70_000L);
        assertThat(cells.get(0).similarity()).isEqualTo(.86661, within(.00001));
        assertThat(cells.get(1).similarity()).isEqualTo(.86875, within(.00001));
        assertThat(cells.get(0).inputSimilarity()).isEqualTo(.9, within(.001));
        assertThat(cells.get(0).blankSimilarity()).isEqualTo(.868, within(.001));
        assertThat(cells.get(1).restored().successes()).isZero();
    }
}
