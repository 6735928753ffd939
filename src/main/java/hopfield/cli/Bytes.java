package hopfield.cli;

import hopfield.BadInput;
import java.util.OptionalLong;
import org.apache.spark.SparkConf;

/** Amounts of memory as Spark writes them: 512m, 16g; without a unit, bytes. */
final class Bytes {
    private Bytes() {}

    /**
     * Parses an amount.
     *
     * @param option what it was given for
     * @throws BadInput if it is none, or not above 0
     */
    static long of(String option, String text) {
        try {
            long bytes = new SparkConf(false).set(option, text).getSizeAsBytes(option);
            if (bytes > 0) {
                return bytes;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new BadInput(message(option, text), e);
        }
        throw new BadInput(message(option, text));
    }

    /** {@code --broadcast-limit}, where it is given. */
    static OptionalLong limit(String text) {
        return text == null ? OptionalLong.empty() : OptionalLong.of(of("--broadcast-limit", text));
    }

    private static String message(String option, String text) {
        return option + " must be an amount of memory above 0, as 512m or 16g, was '" + text + "'";
    }
}
