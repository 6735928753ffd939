package hopfield.metric;

/**
 * The difference a - b of two rates, with its hybrid score interval at 95 % (Newcombe 1998, Statistics in Medicine 17, 873, method
 * 10): with the rates' own Wilson intervals [l, u],
 *
 * <pre>a - b - sqrt((a - l_a)^2 + (u_b - b)^2), a - b + sqrt((u_a - a)^2 + (b - l_b)^2).</pre>
 *
 * It takes the two for independent. Of the same images and cues, which are easy or hard for both, the true interval is narrower.
 *
 * @param a of one trial at least
 * @param b of one trial at least
 */
public record RateDifference(Rate a, Rate b) {
    public RateDifference {
        if (a.trials() == 0 || b.trials() == 0) {
            throw new IllegalArgumentException("the rate of no trials differs from none");
        }
    }

    /** a - b, in [-1, 1]. */
    public double value() {
        return a.value() - b.value();
    }

    /** The interval's lower end, in [-1, value]. */
    public double low() {
        return value() - StrictMath.hypot(a.value() - a.low(), b.high() - b.value());
    }

    /** The interval's upper end, in [value, 1]. */
    public double high() {
        return value() + StrictMath.hypot(a.high() - a.value(), b.value() - b.low());
    }
}
