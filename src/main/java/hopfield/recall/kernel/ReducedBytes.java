package hopfield.recall.kernel;

/**
 * Packed states as {@linkplain TwinReduction reduced} bytes and back. A row of bytes holds a reduced state, or what comes out of its step; up to seven bytes after it may be written over. Holds
 * scratch space: one thread each.
 */
public final class ReducedBytes {
    private final Twins twins;
    private final int words;
    private final ChosenNeurons alone;
    private final int[] counts;
    private final long[] bits;
    private final long[] decided;
    private final int[] neurons;

    public ReducedBytes(TwinReduction reduction) {
        this.twins = reduction.twins();
        this.words = twins.words().length;
        this.counts = new int[Math.max(0, reduction.entries() - reduction.alone().length - 2)];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = reduction.count(reduction.alone().length + 2 + c);
        }
        this.alone = new ChosenNeurons(reduction.neurons(), reduction.alone());
        this.bits = new long[words + 1];
        this.decided = new long[words + 1];
        this.neurons = reduction.alone();
    }

    /**
     * Reduces one state.
     *
     * @param states words of packed states
     * @param at the state's first word
     * @param bytes Modified from {@code row} on.
     */
    public void unpack(long[] states, int at, byte[] bytes, int row) {
        alone.gather(states, at, bits);
        BitBytes.unpack(bits, alone.count(), bytes, row);
        if (counts.length > 0) {
            int first = row + alone.count();
            int up = 0;
            for (int w = 0; w < words; w++) {
                up += Long.bitCount(states[at + w] & twins.words()[w]);
            }
            bytes[first] = 0;
            bytes[first + 1] = 1;
            for (int c = 0; c < counts.length; c++) {
                int held = Math.min(up, counts[c]);
                bytes[first + 2 + c] = (byte) held;
                up -= held;
            }
        }
    }

    /**
     * Expands one successor, of bytes 0 and 1.
     *
     * @param bytes Not modified.
     * @param states the state that was stepped, from {@code at}. Not modified.
     * @param successors its successor, from {@code at}. Modified.
     */
    public void pack(byte[] bytes, int row, long[] states, long[] successors, int at) {
        BitBytes.packLowest(bytes, row, alone.count(), bits);
        alone.spread(bits, successors, at);
        if (counts.length > 0) {
            int twin = row + alone.count();
            spread(bytes[twin] & 1, bytes[twin + 1] & 1, states, at, successors, at);
        }
    }

    /**
     * Expands one successor of bytes -1, 0 and 1, likewise; what is 0 is decided by exact sums.
     *
     * @param exact the memory's. Modified.
     * @return how many sums that took
     */
    public int packSigns(byte[] bytes, int row, long[] states, long[] successors, int at, ExactFields exact) {
        int count = alone.count();
        BitBytes.packSigns(bytes, row, count, decided, bits);
        exact.enter(states, at);
        int sums = 0;
        for (int w = 0, first = 0; first < count; w++, first += Long.SIZE) {
            long open = ~decided[w] & (count - first < Long.SIZE ? (1L << count - first) - 1 : -1);
            sums += Long.bitCount(open);
            for (; open != 0; open &= open - 1) {
                int bit = Long.numberOfTrailingZeros(open);
                if (exact.goesUp(neurons[first + bit])) {
                    bits[w] |= 1L << bit;
                }
            }
        }
        alone.spread(bits, successors, at);
        if (counts.length > 0) {
            byte down = bytes[row + count];
            byte up = bytes[row + count + 1];
            sums += (down == 0 ? 1 : 0) + (up == 0 ? 1 : 0);
            int ofDown = down == 0 ? ofTwin(0, states, at, exact) : down > 0 ? 1 : 0;
            int ofUp = up == 0 ? ofTwin(-1, states, at, exact) : up > 0 ? 1 : 0;
            spread(ofDown, ofUp, states, at, successors, at);
        }
        return sums;
    }

    /** The next value of the twins that are down, 0, or up, -1: one for all of them. */
    private int ofTwin(long bits, long[] states, int at, ExactFields exact) {
        for (int w = 0; w < words; w++) {
            long such = twins.words()[w] & ~(states[at + w] ^ bits);
            if (such != 0) {
                return exact.goesUp(w * Long.SIZE + Long.numberOfTrailingZeros(such)) ? 1 : 0;
            }
        }
        return 0;
    }

    /** Gives twins the bit of those that are down or of those that are up, as they are. */
    private void spread(int ofDown, int ofUp, long[] states, int at, long[] to, int toAt) {
        for (int w = 0; w < words; w++) {
            long state = states[at + w];
            to[toAt + w] |= twins.words()[w] & (state & -ofUp | ~state & -ofDown);
        }
    }
}
