package hopfield.recall;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * Packed states as {@linkplain Fold folded} bytes and back: eight neurons at a time, by tables that bring those which stand alone
 * together and apart again. A row of bytes holds a folded state; up to seven bytes after it may be written over.
 */
final class FoldedBytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LARGEST_BYTE = 255;
    private static final long LOWEST_BITS = 0x0101010101010101L;

    private final Twins twins;
    private final int words;
    private final int alone;
    private final int[] counts;
    /** Where the groups of word w begin: eight neurons each of which any stands alone. */
    private final int[] firstGroup;

    private final int[] shift;
    private final int[] offset;
    private final long[][] together;
    private final long[][] apart;

    FoldedBytes(Fold fold) {
        this.twins = fold.twins();
        this.words = twins.words().length;
        this.alone = fold.alone().length;
        this.counts = new int[Math.max(0, fold.entries() - alone - 2)];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = fold.count(alone + 2 + c);
        }
        int[] bits = new int[words * Long.BYTES];
        for (int neuron : fold.alone()) {
            bits[neuron / Byte.SIZE] |= 1 << neuron % Byte.SIZE;
        }
        firstGroup = new int[words + 1];
        shift = new int[bits.length];
        offset = new int[bits.length];
        together = new long[bits.length][];
        apart = new long[bits.length][];
        Map<Integer, long[]> tables = new HashMap<>();
        int group = 0;
        int at = 0;
        for (int b = 0; b < bits.length; b++) {
            if (bits[b] != 0) {
                shift[group] = Byte.SIZE * (b % Long.BYTES);
                offset[group] = at;
                together[group] = tables.computeIfAbsent(bits[b], FoldedBytes::together);
                apart[group] = tables.computeIfAbsent(~bits[b], inverse -> apart(~inverse));
                at += Integer.bitCount(bits[b]);
                group++;
            }
            firstGroup[b / Long.BYTES + 1] = group;
        }
    }

    /** For every byte of bits, those chosen, each in a byte of its own, the lowest first. */
    private static long[] together(int chosen) {
        long[] table = new long[LARGEST_BYTE + 1];
        for (int bits = 0; bits < table.length; bits++) {
            int to = 0;
            for (int i = 0; i < Byte.SIZE; i++) {
                if ((chosen >>> i & 1) != 0) {
                    table[bits] |= (bits >>> i & 1L) << to;
                    to += Byte.SIZE;
                }
            }
        }
        return table;
    }

    /** For every byte whose lowest bits are those chosen, and whose others are anything, the chosen ones at their places. */
    private static long[] apart(int chosen) {
        long[] table = new long[LARGEST_BYTE + 1];
        for (int bits = 0; bits < table.length; bits++) {
            int from = 0;
            for (int i = 0; i < Byte.SIZE; i++) {
                if ((chosen >>> i & 1) != 0) {
                    table[bits] |= (bits >>> from++ & 1L) << i;
                }
            }
        }
        return table;
    }

    /**
     * Folds one state.
     *
     * @param states words of packed states
     * @param at the state's first word
     * @param bytes Modified from {@code row} on.
     */
    void unpack(long[] states, int at, byte[] bytes, int row) {
        int up = 0;
        for (int w = 0; w < words; w++) {
            long word = states[at + w];
            for (int g = firstGroup[w]; g < firstGroup[w + 1]; g++) {
                LONGS.set(bytes, row + offset[g], together[g][(int) (word >>> shift[g]) & LARGEST_BYTE]);
            }
            up += Long.bitCount(word & twins.words()[w]);
        }
        if (counts.length > 0) {
            bytes[row + alone] = 0;
            bytes[row + alone + 1] = 1;
            for (int c = 0; c < counts.length; c++) {
                int held = Math.min(up, counts[c]);
                bytes[row + alone + 2 + c] = (byte) held;
                up -= held;
            }
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
        for (int w = 0; w < words; w++) {
            long word = 0;
            for (int g = firstGroup[w]; g < firstGroup[w + 1]; g++) {
                word |= apart[g][lowestBits((long) LONGS.get(bytes, row + offset[g]))] << shift[g];
            }
            successors[at + w] = word;
        }
        if (counts.length > 0) {
            spread(bytes[row + alone] & 1, bytes[row + alone + 1] & 1, states, at, successors, at);
        }
    }

    /**
     * Unfolds one successor of bytes -1, 0 and 1: a bit is set where the byte is 1.
     *
     * @param certain likewise, a bit is set where the byte is not 0, from {@code certainAt}. Modified.
     */
    void packSigns(byte[] bytes, int row, long[] states, long[] successors, int at, long[] certain, int certainAt) {
        for (int w = 0; w < words; w++) {
            long known = 0;
            long negative = 0;
            for (int g = firstGroup[w]; g < firstGroup[w + 1]; g++) {
                long eight = (long) LONGS.get(bytes, row + offset[g]);
                known |= apart[g][lowestBits(eight)] << shift[g];
                negative |= apart[g][lowestBits(eight >>> Byte.SIZE - 1)] << shift[g];
            }
            certain[certainAt + w] = known;
            successors[at + w] = known & ~negative;
        }
        if (counts.length > 0) {
            byte down = bytes[row + alone];
            byte up = bytes[row + alone + 1];
            spread(down & 1, up & 1, states, at, certain, certainAt);
            spread(down > 0 ? 1 : 0, up > 0 ? 1 : 0, states, at, successors, at);
        }
    }

    /** Gives twins the bit of those that are down or of those that are up, as they are. */
    private void spread(int ofDown, int ofUp, long[] states, int at, long[] to, int toAt) {
        for (int w = 0; w < words; w++) {
            long state = states[at + w];
            to[toAt + w] |= twins.words()[w] & (state & -ofUp | ~state & -ofDown);
        }
    }

    /** The lowest bit of each byte: the multiplication gathers the eight of them in the top byte. */
    private static int lowestBits(long bytes) {
        return (int) ((bytes & LOWEST_BITS) * 0x0102040810204080L >>> 56);
    }
}
