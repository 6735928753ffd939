package hopfield.theory;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Retention drawn from a known sigmoid. */
final class Simulated {
    private Simulated() {}

    /** Independent trials at each load. */
    static List<RetentionPoint> trials(
            double halfPoint, double width, double[] loads, int trials, SplittableRandom random) {
        return networks(halfPoint, width, 0, loads, 1, trials, random);
    }

    /** Several networks at each load, whose half-points have a normal spread. */
    static List<RetentionPoint> networks(
            double halfPoint,
            double width,
            double spread,
            double[] loads,
            int networks,
            int trials,
            SplittableRandom random) {
        return Arrays.stream(loads)
                .mapToObj(load -> {
                    long retained = 0;
                    for (int network = 0; network < networks; network++) {
                        double share = 1 / (1 + Math.exp((load - halfPoint - spread * normal(random)) / width));
                        for (int trial = 0; trial < trials; trial++) {
                            retained += random.nextDouble() < share ? 1 : 0;
                        }
                    }
                    return new RetentionPoint(load, retained, (long) networks * trials);
                })
                .toList();
    }

    /** Evenly spaced loads. */
    static double[] loads(double from, double step, int count) {
        return IntStream.range(0, count).mapToDouble(k -> from + k * step).toArray();
    }

    /** A standard normal deviate (Box &amp; Muller 1958). */
    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
