package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.metric.Tally;
import hopfield.noise.Flip;
import hopfield.noise.Noise;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportSumTest {
    private static final Noise NOISE = new Flip(.1);

    @Test
    void reportsOfManyTasksAreAsLargeAsThatOfOne() throws IOException {
        ReportSum one = new ReportSum();
        one.merge(ofTask(0, 0));
        ReportSum many = new ReportSum();
        for (int task = 0; task < 500; task++) {
            many.merge(ofTask(0, task));
        }

        assertThat(many.value().rankings().get(NOISE).size()).isEqualTo(500 * 20);
        assertThat(bytes(many)).isLessThan(bytes(one) + 100);
    }

    @Test
    void whatIsAddedUpIsTheSameInAnyOrder() {
        List<ReportSum> parts = new ArrayList<>();
        for (int task = 0; task < 9; task++) {
            parts.add(ofTask(task % 4, task));
        }
        ReportSum forwards = new ReportSum();
        parts.forEach(forwards::merge);
        ReportSum backwards = new ReportSum();
        for (int task = 8; task >= 0; task--) {
            backwards.merge(parts.get(task));
        }

        assertThat(backwards.value().rankings().get(NOISE).chosen(true))
                .isEqualTo(forwards.value().rankings().get(NOISE).chosen(true));
        assertThat(parts.get(0).value().rankings().get(NOISE).size())
                .as("parts stay as they are")
                .isEqualTo(20);
    }

    @Test
    void aCopyForATaskIsEmptyAndApart() {
        ReportSum sum = ofTask(0, 0);

        assertThat(sum.copyAndReset().isZero()).isTrue();
        sum.copy().merge(ofTask(0, 1));
        assertThat(sum.value().rankings().get(NOISE).size()).isEqualTo(20);
        sum.reset();
        assertThat(sum.isZero()).isTrue();
        assertThat(sum.value().tallies()).isEmpty();
    }

    /** Twenty restorations, of as many ranks from the first on. */
    private static ReportSum ofTask(int first, int task) {
        TaskReport report = TaskReport.none();
        report.tallies().put(NOISE, new Tally());
        Ranking ranking = new Ranking();
        for (int k = 0; k < 20; k++) {
            ranking.add(new Candidate(0, 100 * task + k, 0, k % 5, first + k));
        }
        report.rankings().put(NOISE, ranking);
        ReportSum sum = new ReportSum();
        sum.add(report);
        return sum;
    }

    private static int bytes(ReportSum sum) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
            objects.writeObject(sum.value());
        }
        return out.size();
    }
}
