package hopfield.noise;

import hopfield.pattern.Pattern;
import java.util.SplittableRandom;

/** Random bits for pixels. */
final class RandomBits {
    /** From here on, a 53-bit number has no digit beyond the 63rd. */
    private static final double SMALLEST = 0x1p-11;

    private RandomBits() {}

    /**
     * 64 independent bits, each set with probability p exactly: every lane compares a uniform binary fraction with p, digit
     * by digit and all lanes at once, until each lane has met a digit that differs. About eight words of random bits.
     */
    static long bernoulli(double p, SplittableRandom random) {
        if (!(p >= SMALLEST && p < 1)) {
            return bernoulliOfAny(p, random);
        }
        long below = 0;
        long undecided = -1;
        for (long digits = (long) (p * 0x1p63) << 1; undecided != 0 && digits != 0; digits <<= 1) {
            long bits = random.nextLong();
            long digit = digits >> 63;
            below |= undecided & ~bits & digit;
            undecided &= bits ^ ~digit;
        }
        return below;
    }

    /** Bits of a probability with digits that 63 do not hold. */
    static long bernoulliOfAny(double p, SplittableRandom random) {
        long below = 0;
        long undecided = -1;
        for (double rest = p; undecided != 0 && rest != 0; ) {
            rest *= 2;
            long bits = random.nextLong();
            if (rest >= 1) {
                rest -= 1;
                below |= undecided & ~bits;
                undecided &= bits;
            } else {
                undecided &= ~bits;
            }
        }
        return below;
    }

    /**
     * Some of the pixels as set bits, every choice of so many being equally likely (Floyd's algorithm: Bentley &amp; Floyd
     * 1987).
     *
     * @param pixels N
     * @param chosen how many, 0..N
     */
    static Pattern choose(int pixels, int chosen, SplittableRandom random) {
        long[] words = new long[Pattern.wordsFor(pixels)];
        for (int last = pixels - chosen; last < pixels; last++) {
            int drawn = random.nextInt(last + 1);
            int pixel = (words[drawn >> 6] >>> drawn & 1) == 0 ? drawn : last;
            words[pixel >> 6] |= 1L << pixel;
        }
        return new Pattern(pixels, words);
    }
}
