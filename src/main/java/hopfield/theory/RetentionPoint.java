package hopfield.theory;

/**
 * How many stored patterns were retained at one load.
 *
 * @param load alpha = P / N, positive
 * @param retained 0..trials, the patterns from which recall ended near by
 * @param trials the patterns from which recall started, at least 1
 */
public record RetentionPoint(double load, long retained, long trials) {
    public RetentionPoint {
        Load.positive(load);
        if (trials < 1) {
            throw new IllegalArgumentException("A point of retention needs a trial, had " + trials);
        }
        if (retained < 0 || retained > trials) {
            throw new IllegalArgumentException("retained must be within 0.." + trials + ", was " + retained);
        }
    }
}
