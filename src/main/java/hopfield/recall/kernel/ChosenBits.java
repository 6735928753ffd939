package hopfield.recall.kernel;

/**
 * Some bits of a word brought together at its low end, in their order, and put back: six moves, by powers of two, each of the bits
 * that have an odd number of such moves to go (Warren, Hacker's Delight, 2nd ed. 2013, sections 7-4 and 7-5).
 */
final class ChosenBits {
    private final long chosen;
    private final int count;
    private final long by1;
    private final long by2;
    private final long by4;
    private final long by8;
    private final long by16;
    private final long by32;

    ChosenBits(long chosen) {
        this.chosen = chosen;
        this.count = Long.bitCount(chosen);
        long[] moved = new long[6];
        long left = chosen;
        long gaps = ~chosen << 1;
        for (int i = 0; i < moved.length; i++) {
            long odd = gaps;
            for (int shift = 1; shift < Long.SIZE; shift *= 2) {
                odd ^= odd << shift;
            }
            moved[i] = odd & left;
            left = (left ^ moved[i]) | moved[i] >>> (1 << i);
            gaps &= ~odd;
        }
        by1 = moved[0];
        by2 = moved[1];
        by4 = moved[2];
        by8 = moved[3];
        by16 = moved[4];
        by32 = moved[5];
    }

    /** The word in which they alone are set. */
    long all() {
        return chosen;
    }

    /** How many are chosen. */
    int count() {
        return count;
    }

    /** The chosen bits, the lowest first. */
    long together(long word) {
        long bits = word & chosen;
        long move = bits & by1;
        bits = (bits ^ move) | move >>> 1;
        move = bits & by2;
        bits = (bits ^ move) | move >>> 2;
        move = bits & by4;
        bits = (bits ^ move) | move >>> 4;
        move = bits & by8;
        bits = (bits ^ move) | move >>> 8;
        move = bits & by16;
        bits = (bits ^ move) | move >>> 16;
        move = bits & by32;
        return (bits ^ move) | move >>> 32;
    }

    /** A word with the lowest bits at the places of those chosen, and the others clear; higher bits may be anything. */
    long apart(long lowest) {
        long bits = lowest;
        bits = (bits & ~by32) | (bits << 32 & by32);
        bits = (bits & ~by16) | (bits << 16 & by16);
        bits = (bits & ~by8) | (bits << 8 & by8);
        bits = (bits & ~by4) | (bits << 4 & by4);
        bits = (bits & ~by2) | (bits << 2 & by2);
        bits = (bits & ~by1) | (bits << 1 & by1);
        return bits & chosen;
    }
}
