package hopfield.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A sigmoid through the retention at several loads whose trials are not independent: networks of neighbouring loads are dealt
 * from one deck, so that they store nearly the same patterns. Blocks of the deck are independent, and the half-point's error is
 * that of the delete-one jackknife over them,
 *
 * <pre>se^2 = (B - 1) / B * sum_b (a_(b) - mean)^2, a_(b) the half-point without block b</pre>
 *
 * (Efron &amp; Tibshirani 1993, An Introduction to the Bootstrap, eq. 11.5), though never below the error of independent loads.
 */
public final class Jackknife {
    /** Loads that retain a share outside of this and its complement are left out: the measured curve's tails are no sigmoid's. */
    private static final double TAIL = .05;

    private Jackknife() {}

    /**
     * Fits all blocks together, and again without each.
     *
     * @param blocks 2 at least, with points at the same loads. Not modified.
     * @return empty where the points do not show the half-point
     * @see SigmoidFit#of
     */
    public static Optional<SigmoidFit> fit(List<List<RetentionPoint>> blocks) {
        if (blocks.size() < 2) {
            throw new IllegalArgumentException("A jackknife needs 2 blocks at least, had " + blocks.size());
        }
        Map<Double, RetentionPoint> all = sums(blocks);
        all.values().removeIf(Jackknife::isInTail);
        Optional<SigmoidFit> whole = SigmoidFit.of(List.copyOf(all.values()));
        List<SigmoidFit> without = new ArrayList<>();
        for (int b = 0; b < blocks.size(); b++) {
            List<List<RetentionPoint>> others = new ArrayList<>(blocks);
            others.remove(b);
            Map<Double, RetentionPoint> points = sums(others);
            points.keySet().retainAll(all.keySet());
            SigmoidFit.of(List.copyOf(points.values())).ifPresent(without::add);
        }
        if (whole.isEmpty() || without.size() < blocks.size()) {
            return Optional.empty();
        }
        SigmoidFit fit = whole.get();
        return Optional.of(new SigmoidFit(
                fit.halfPoint(),
                Math.max(
                        fit.halfPointError(),
                        error(without.stream()
                                .mapToDouble(SigmoidFit::halfPoint)
                                .toArray())),
                fit.width(),
                Math.max(
                        fit.widthError(),
                        error(without.stream().mapToDouble(SigmoidFit::width).toArray())),
                fit.dispersion()));
    }

    private static boolean isInTail(RetentionPoint point) {
        return Math.min(point.retained(), point.trials() - point.retained()) < TAIL * point.trials();
    }

    private static Map<Double, RetentionPoint> sums(List<List<RetentionPoint>> blocks) {
        Map<Double, RetentionPoint> byLoad = new TreeMap<>();
        blocks.forEach(block -> block.forEach(point -> byLoad.merge(
                point.load(),
                point,
                (a, b) -> new RetentionPoint(a.load(), a.retained() + b.retained(), a.trials() + b.trials()))));
        return byLoad;
    }

    private static double error(double[] leftOut) {
        double mean = Arrays.stream(leftOut).sum() / leftOut.length;
        double squares = 0;
        for (double value : leftOut) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares * (leftOut.length - 1) / leftOut.length);
    }
}
