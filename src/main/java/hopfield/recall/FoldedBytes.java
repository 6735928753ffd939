package hopfield.recall;

import java.util.Arrays;

/**
 * Packed states as {@linkplain Fold folded} bytes and back: bits of neurons that stand alone are brought together and
 * {@linkplain SlicedBytes sliced}. A row of bytes holds a folded state; up to seven bytes after it may be written over. Holds
 * scratch space: one thread each.
 */
final class FoldedBytes {
    private final Twins twins;
    private final int words;
    private final int alone;
    private final int[] counts;
    private final ChosenBits[] chosen;
    private final long[] bits;
    private final long[] decided;
    private final int[] neurons;

    FoldedBytes(Fold fold) {
        this.twins = fold.twins();
        this.words = twins.words().length;
        this.alone = fold.alone().length;
        this.counts = new int[Math.max(0, fold.entries() - alone - 2)];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = fold.count(alone + 2 + c);
        }
        long[] ofWord = new long[words];
        for (int neuron : fold.alone()) {
            ofWord[neuron >> 6] |= 1L << neuron;
        }
        this.chosen = Arrays.stream(ofWord).mapToObj(ChosenBits::new).toArray(ChosenBits[]::new);
        this.bits = new long[words + 1];
        this.decided = new long[words + 1];
        this.neurons = Arrays.stream(fold.alone()).sorted().toArray();
    }

    /**
     * Folds one state.
     *
     * @param states words of packed states
     * @param at the state's first word
     * @param bytes Modified from {@code row} on.
     */
    void unpack(long[] states, int at, byte[] bytes, int row) {
        gather(states, at);
        SlicedBytes.unpack(bits, alone, bytes, row);
        if (counts.length > 0) {
            int up = 0;
            for (int w = 0; w < words; w++) {
                up += Long.bitCount(states[at + w] & twins.words()[w]);
            }
            bytes[row + alone] = 0;
            bytes[row + alone + 1] = 1;
            for (int c = 0; c < counts.length; c++) {
                int held = Math.min(up, counts[c]);
                bytes[row + alone + 2 + c] = (byte) held;
                up -= held;
            }
        }
    }

    /** The bits of the neurons that stand alone, one after the other. */
    private void gather(long[] states, int at) {
        if (counts.length == 0) {
            System.arraycopy(states, at, bits, 0, words);
            return;
        }
        int to = 0;
        long filled = 0;
        for (int w = 0; w < words; w++) {
            ChosenBits some = chosen[w];
            if (some.count() == 0) {
                continue;
            }
            long together = some.together(states[at + w]);
            int shift = to & 63;
            filled |= together << shift;
            bits[to >> 6] = filled;
            to += some.count();
            if (shift + some.count() >= Long.SIZE) {
                filled = shift == 0 ? 0 : together >>> Long.SIZE - shift;
                bits[to >> 6] = filled;
            }
        }
    }

    /** Bits one after the other to the neurons that stand alone. */
    private void spread(long[] to, int at) {
        if (counts.length == 0) {
            System.arraycopy(bits, 0, to, at, words);
            to[at + words - 1] &= chosen[words - 1].all();
            return;
        }
        int from = 0;
        for (int w = 0; w < words; w++) {
            ChosenBits some = chosen[w];
            if (some.count() == 0) {
                to[at + w] = 0;
                continue;
            }
            long low = bits[from >> 6] >>> from;
            to[at + w] = some.apart(low | bits[(from >> 6) + 1] << 1 << (~from & 63));
            from += some.count();
        }
    }

    /**
     * Unfolds one successor, of bytes 0 and 1.
     *
     * @param bytes Not modified.
     * @param states the state that was stepped, from {@code at}. Not modified.
     * @param successors its successor, from {@code at}. Modified.
     */
    void pack(byte[] bytes, int row, long[] states, long[] successors, int at) {
        SlicedBytes.packLowest(bytes, row, alone, bits);
        spread(successors, at);
        if (counts.length > 0) {
            spread(bytes[row + alone] & 1, bytes[row + alone + 1] & 1, states, at, successors, at);
        }
    }

    /**
     * Unfolds one successor of bytes -1, 0 and 1; what is 0 is decided by exact sums.
     *
     * @param exact the memory's. Modified.
     * @return how many sums that took
     */
    int packSigns(byte[] bytes, int row, long[] states, long[] successors, int at, ExactFields exact) {
        SlicedBytes.packSigns(bytes, row, alone, decided, bits);
        exact.enter(states, at);
        int sums = 0;
        for (int w = 0, first = 0; first < alone; w++, first += Long.SIZE) {
            long open = ~decided[w] & (alone - first < Long.SIZE ? (1L << alone - first) - 1 : -1);
            sums += Long.bitCount(open);
            for (; open != 0; open &= open - 1) {
                int bit = Long.numberOfTrailingZeros(open);
                if (exact.goesUp(neurons[first + bit])) {
                    bits[w] |= 1L << bit;
                }
            }
        }
        spread(successors, at);
        if (counts.length > 0) {
            byte down = bytes[row + alone];
            byte up = bytes[row + alone + 1];
            sums += (down == 0 ? 1 : 0) + (up == 0 ? 1 : 0);
            int ofDown = down == 0 ? ofTwin(0, states, at, exact) : down > 0 ? 1 : 0;
            int ofUp = up == 0 ? ofTwin(-1, states, at, exact) : up > 0 ? 1 : 0;
            spread(ofDown, ofUp, states, at, successors, at);
        }
        return sums;
    }

    /** What becomes of those twins that are down, 0, or up, -1: all the same. */
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
