package hopfield.theory;

/**
 * A critical load extrapolated to infinitely many neurons, with its 95 % interval.
 *
 * @param value alpha_c
 * @param low the interval's lower end, at most value
 * @param high the interval's upper end, at least value
 */
public record CriticalLoad(double value, double low, double high) {
    public CriticalLoad {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(
                    "A critical load must lie within its interval, " + value + " was not within " + low + ".." + high);
        }
    }
}
