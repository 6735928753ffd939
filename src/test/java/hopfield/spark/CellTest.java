package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.memory.Rule;
import hopfield.metric.Cell;
import hopfield.metric.Confusion;
import hopfield.metric.FinalState;
import hopfield.metric.Rate;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Deck;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every number of a cell, recounted from the rows in Parquet. */
class CellTest {
    @TempDir
    private Path folder;

    @Test
    void cellsAreWhatTheRowsAddUpTo() {
        Swept run = run("digits:60", List.of(4, 9));

        assertThat(run.result().cells()).hasSize(4);
        for (Cell cell : run.result().cells()) {
            List<Row> rows = rowsOf(run, cell);
            List<Row> stored = rows.stream().filter(row -> is(row, "stored")).toList();
            List<Row> unstored = rows.stream().filter(row -> !is(row, "stored")).toList();
            assertThat(cell.images()).isEqualTo(60).isEqualTo(rows.size());
            assertThat(cell.stored()).isEqualTo(cell.patterns()).isEqualTo(stored.size());
            meansAreThoseOf(rows, cell);
            assertThat(unstored).allMatch(row -> row.getAs("ssim") == null);
            assertThat(cell.means().ssim()).isEqualTo(mean(stored, "ssim"), within(1e-7));
            assertThat(cell.exact()).isEqualTo(share(stored, row -> is(row, "exact")));
            assertThat(cell.restored()).isEqualTo(share(stored, row -> is(row, "restored")));
            assertThat(cell.identified()).isEqualTo(share(stored, row -> is(row, "identified")));
            assertThat(cell.rates().improved()).isEqualTo(improved(stored));
            for (FinalState state : FinalState.values()) {
                assertThat(cell.became().count(state))
                        .isEqualTo(count(stored, row -> row.getAs("became").equals(state.label())));
            }
            assertThat(cell.unstored().probes()).isEqualTo(unstored.size());
            assertThat(cell.unstored().inputSimilarity()).isEqualTo(mean(unstored, "input_similarity"), within(1e-7));
            assertThat(cell.unstored().similarity()).isEqualTo(mean(unstored, "similarity"), within(1e-7));
            assertThat(cell.unstored().improved()).isEqualTo(improved(unstored));
            assertThat(cell.unstored().sameClass()).isEqualTo(share(unstored, CellTest::sameClass));
            assertThat(cell.confusion().total()).isEqualTo(stored.size());
            for (Confusion.Entry entry : cell.confusion().entries()) {
                assertThat(entry.count())
                        .isEqualTo(count(
                                stored,
                                row -> row.<Short>getAs("label") == entry.label()
                                        && row.<Short>getAs("nearest_label") == entry.nearestLabel()));
            }
        }
    }

    @Test
    void imagesWithoutClassesOrRoomForAWindowLeaveThoseColumnsEmpty() {
        Swept run = run("random:60x36", List.of(4));

        assertThat(run.rows())
                .allMatch(row ->
                        row.getAs("label") == null && row.getAs("nearest_label") == null && row.getAs("ssim") == null);
        for (Cell cell : run.result().cells()) {
            assertThat(cell.means().ssim()).isNaN();
            assertThat(cell.confusion().entries()).isEmpty();
            assertThat(cell.unstored().sameClass().trials()).isZero();
            assertThat(cell.rates().improved().trials()).isEqualTo(cell.level() == 0 ? 0 : 4);
        }
    }

    private static void meansAreThoseOf(List<Row> rows, Cell cell) {
        assertThat(cell.similarity()).isEqualTo(mean(rows, "similarity"), within(1e-7));
        assertThat(cell.inputSimilarity()).isEqualTo(mean(rows, "input_similarity"), within(1e-7));
        assertThat(cell.blankSimilarity())
                .isEqualTo(
                        1
                                - rows.stream()
                                                .mapToInt(row -> row.getAs("foreground"))
                                                .average()
                                                .orElseThrow()
                                        / 784,
                        within(1e-12));
        assertThat(cell.overlap()).isEqualTo(mean(rows, "overlap"), within(1e-7));
        assertThat(cell.iou()).isEqualTo(mean(rows, "iou"), within(1e-7));
        assertThat(cell.means().psnr()).isEqualTo(-10 * Math.log10(1 - mean(rows, "similarity")), within(1e-5));
        assertThat(cell.steps())
                .isEqualTo(
                        rows.stream()
                                .mapToInt(row -> row.getAs("steps"))
                                .average()
                                .orElseThrow(),
                        within(1e-12));
        assertThat(cell.converged().value())
                .isEqualTo(share(rows, row -> row.getAs("outcome").equals("fixed_point"))
                        .value());
    }

    private static List<Row> rowsOf(Swept run, Cell cell) {
        return run.rows().stream()
                .filter(row ->
                        row.<Integer>getAs("patterns") == cell.patterns() && row.<Double>getAs("level") == cell.level())
                .toList();
    }

    private static boolean is(Row row, String column) {
        return row.<Boolean>getAs(column);
    }

    private static boolean sameClass(Row row) {
        return row.<Short>getAs("label").equals(row.<Short>getAs("nearest_label"));
    }

    private static Rate improved(List<Row> rows) {
        List<Row> improvable =
                rows.stream().filter(row -> row.getAs("improved") != null).toList();
        assertThat(improvable).allMatch(row -> row.<Float>getAs("input_similarity") < 1);
        return share(improvable, row -> row.<Float>getAs("similarity") > row.<Float>getAs("input_similarity"));
    }

    private static Rate share(List<Row> rows, Predicate<Row> success) {
        return new Rate(count(rows, success), rows.size());
    }

    private static long count(List<Row> rows, Predicate<Row> success) {
        return rows.stream().filter(success).count();
    }

    private static double mean(List<Row> rows, String column) {
        return rows.stream()
                .mapToDouble(row -> row.<Float>getAs(column))
                .average()
                .orElseThrow();
    }

    /** A network of its own recalls each of 60 images from the lower half masked, three times from the same cue. */
    @Test
    void trialsOfNoiseWithoutChanceTellNoMoreThanOne() {
        Cell once = run("digits:60", List.of(6), 10, SweepOptions.Probed.STORED, "rows=0.5", 1)
                .result()
                .cells()
                .get(0);
        Cell thrice = run("digits:60", List.of(6), 10, SweepOptions.Probed.STORED, "rows=0.5", 3)
                .result()
                .cells()
                .get(0);

        assertThat(once.restored().successes()).isBetween(1L, 59L);
        assertThat(once.restored()).isEqualTo(new Rate(once.restored().successes(), 60));
        assertThat(thrice.restored()).isEqualTo(new Rate(3 * once.restored().successes(), 180, 60));
        assertThat(thrice.restored().low()).isEqualTo(once.restored().low(), within(1e-15));
        assertThat(thrice.restored().high()).isEqualTo(once.restored().high(), within(1e-15));
        assertThat(thrice.rates().improved().effective())
                .isEqualTo(once.rates().improved().trials());
    }

    private Swept run(String images, List<Integer> loads) {
        return run(images, loads, 1, SweepOptions.Probed.ALL, "flip=0,0.2", 1);
    }

    private Swept run(
            String images, List<Integer> loads, int networks, SweepOptions.Probed probed, String noise, int trials) {
        SweepOptions options = new SweepOptions(
                List.of((Rule) Rule.CENTRED),
                loads,
                Deck.Order.SHUFFLED,
                OptionalInt.of(networks),
                probed,
                NoiseKind.parse(noise),
                false,
                Update.SYNC,
                0,
                KernelPolicy.AUTO,
                100,
                trials,
                3,
                1024,
                OptionalLong.empty());
        return Swept.run(folder.resolve("metrics" + trials), 2, 2, options, images);
    }
}
