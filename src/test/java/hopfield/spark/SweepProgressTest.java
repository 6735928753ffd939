package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class SweepProgressTest {
    @Test
    void theLineSaysCellsSpeedTimeLeftAndAddress() {
        assertThat(SweepProgress.line(12, 50, 30_000, 120_000, 20, ", http://driver:4040"))
                .isEqualTo("12 of 50 cells, 25 % of 120,000 images, 1,500 images/s, 0:01:00 left, http://driver:4040");
    }

    @Test
    void theLastLineIsSaidOnceWhereThereIsNoTerminal() {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        SparkSession session = TestSpark.session(1, 1);
        SweepProgress progress = new SweepProgress(session.sparkContext(), 2, 10, false, lines::add);
        progress.done(2);
        progress.close();
        session.stop();

        assertThat(lines).filteredOn(line -> line.startsWith("2 of 2 cells, ")).hasSize(1);
        assertThat(lines.get(lines.size() - 1)).startsWith("2 of 2 cells, ");
    }

    @Test
    void theLastLineIsNotSaidAgainWhereTheFirstSaidIt() throws InterruptedException {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        SparkSession session = TestSpark.session(1, 1);
        SweepProgress progress = new SweepProgress(session.sparkContext(), 0, 10, false, lines::add);
        assertThat(lines.take()).startsWith("0 of 0 cells, ");
        progress.close();
        session.stop();

        assertThat(lines).isEmpty();
    }

    @Test
    void nothingIsPromisedBeforeTheFirstImage() {
        assertThat(SweepProgress.line(0, 50, 0, 120_000, 20, ""))
                .isEqualTo("0 of 50 cells, 0 % of 120,000 images, 0 images/s, time left unknown");
    }

    @Test
    void aSlowSweepIsToldFromOneThatStands() {
        assertThat(SweepProgress.line(0, 1, 1, 120, 3, ""))
                .isEqualTo("0 of 1 cell, 0 % of 120 images, 0.33 images/s, 0:05:57 left");
        assertThat(SweepProgress.line(0, 1, 0, 1, 3, "")).startsWith("0 of 1 cell, 0 % of 1 image, 0 images/s, ");
        assertThat(SweepProgress.line(0, 2, 99, 100, 10, "")).contains(" 9.9 images/s");
        assertThat(SweepProgress.line(0, 2, 996, 2000, 100, "")).contains(" 10 images/s");
        assertThat(SweepProgress.line(0, 2, 3, 2000, 1000, "")).contains(" 0.003 images/s");
    }

    @Test
    void aSweepIsDoneOnlyWhenAllOfItIs() {
        assertThat(SweepProgress.line(49, 50, 119_999, 120_000, 100_000, ""))
                .contains("99 % of 120,000 images")
                .endsWith("0:00:01 left");
    }

    @Test
    void aShorterLineIsDrawnOverAllOfALongerOne() {
        assertThat(SweepProgress.within("9 left", 8, 80)).isEqualTo("9 left  ");
        assertThat(SweepProgress.within("9 left", 8, 7)).isEqualTo("9 left ");
        assertThat(SweepProgress.within("9 left", 6, 3)).isEqualTo("9 l");
        assertThat(SweepProgress.within("9 left", 6, -1)).isEmpty();
    }
}
