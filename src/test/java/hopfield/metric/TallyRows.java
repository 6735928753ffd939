package hopfield.metric;

import hopfield.pattern.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What tallies are given in tests. */
final class TallyRows {
    static final int NEURONS = 40;

    /** One recall. */
    record Added(Restoration restoration, int label, boolean stored, boolean fixedPoint, int steps) {}

    private TallyRows() {}

    /** Rows of every kind, the same each time. */
    static List<Added> of(int count) {
        SplittableRandom random = new SplittableRandom(5);
        List<Added> rows = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int label = random.nextInt(4) - 1;
            int nearestLabel = label < 0 ? -1 : random.nextInt(3);
            rows.add(new Added(
                    restoration(
                            NEURONS - random.nextInt(4),
                            random.nextInt(NEURONS + 1),
                            2 * random.nextDouble() - 1,
                            random.nextInt(3),
                            nearestLabel),
                    label,
                    random.nextInt(3) > 0,
                    random.nextBoolean(),
                    random.nextInt(9)));
        }
        return rows;
    }

    /** Of an original that is up everywhere: a state up in its first neurons agrees with it in so many. */
    static Restoration restoration(int cueAgreeing, int agreeing, double ssim, int nearest, int nearestLabel) {
        return Restoration.of(
                up(NEURONS),
                up(cueAgreeing),
                up(agreeing),
                ssim,
                new Restoration.Nearest(nearest, nearestLabel, 0, up(NEURONS - nearest)));
    }

    static Pattern up(int count) {
        boolean[] up = new boolean[NEURONS];
        Arrays.fill(up, 0, count, true);
        return Pattern.of(up);
    }

    static Tally tally(List<Added> rows) {
        Tally tally = new Tally();
        rows.forEach(row ->
                tally.add(Score.of(row.restoration(), 0, row.label(), row.stored(), row.fixedPoint(), row.steps())));
        return tally;
    }

    static Cell cell(Tally tally) {
        return tally.cell("hebbian", 3, NEURONS, "flip", .1);
    }
}
