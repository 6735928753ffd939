package hopfield.recall;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A run of bits as bytes in which a matrix product may take them. Of each whole word of 64 bits, byte 8 k + b holds bit 8 b + k, so
 * that one shift brings eight bits to their bytes, or back; the bits after the last whole word are held in their order.
 */
final class SlicedBytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final int SIGN = Byte.SIZE - 1;

    private SlicedBytes() {}

    /** The bit that a byte holds, of as many bits. */
    static int bit(int entry, int bits) {
        int inWord = entry % Long.SIZE;
        return entry >= bits - bits % Long.SIZE
                ? entry
                : entry - inWord + inWord % Byte.SIZE * Byte.SIZE + inWord / Byte.SIZE;
    }

    /**
     * Makes bytes of 0 and 1.
     *
     * @param words the bits, those beyond them clear. Not modified.
     * @param bytes Modified from {@code at} on; up to seven bytes after the last may be written over.
     */
    static void unpack(long[] words, int bits, byte[] bytes, int at) {
        int whole = bits / Long.SIZE;
        int to = at;
        for (int w = 0; w < whole; w++) {
            long word = words[w];
            for (int k = 0; k < Byte.SIZE; k++) {
                LONGS.set(bytes, to + k * Long.BYTES, word >>> k & LOWEST_BITS);
            }
            to += Long.SIZE;
        }
        long rest = bits % Long.SIZE == 0 ? 0 : words[whole];
        for (int left = bits % Long.SIZE; left > 0; left -= Byte.SIZE) {
            LONGS.set(bytes, to, BitBytes.ofBits((int) rest & 255));
            rest >>>= Byte.SIZE;
            to += Long.BYTES;
        }
    }

    /**
     * The lowest bit of each byte.
     *
     * @param words Modified; bits beyond are anything.
     */
    static void packLowest(byte[] bytes, int at, int bits, long[] words) {
        int whole = bits / Long.SIZE;
        int from = at;
        for (int w = 0; w < whole; w++) {
            long word = 0;
            for (int k = 0; k < Byte.SIZE; k++) {
                word |= ((long) LONGS.get(bytes, from + k * Long.BYTES) & LOWEST_BITS) << k;
            }
            words[w] = word;
            from += Long.SIZE;
        }
        if (bits % Long.SIZE != 0) {
            long word = 0;
            for (int place = 0; place < bits % Long.SIZE; place += Byte.SIZE) {
                word |= lowestBits((long) LONGS.get(bytes, from + place)) << place;
            }
            words[whole] = word;
        }
    }

    /**
     * Of bytes -1, 0 and 1, which are not 0 and which are 1.
     *
     * @param nonzero Modified; bits beyond are anything.
     * @param ones likewise
     */
    static void packSigns(byte[] bytes, int at, int bits, long[] nonzero, long[] ones) {
        int whole = bits / Long.SIZE;
        int from = at;
        for (int w = 0; w < whole; w++) {
            long lowest = 0;
            long signs = 0;
            for (int k = 0; k < Byte.SIZE; k++) {
                long eight = (long) LONGS.get(bytes, from + k * Long.BYTES);
                lowest |= (eight & LOWEST_BITS) << k;
                signs |= (eight >>> SIGN & LOWEST_BITS) << k;
            }
            nonzero[w] = lowest;
            ones[w] = lowest & ~signs;
            from += Long.SIZE;
        }
        if (bits % Long.SIZE != 0) {
            long lowest = 0;
            long signs = 0;
            for (int place = 0; place < bits % Long.SIZE; place += Byte.SIZE) {
                long eight = (long) LONGS.get(bytes, from + place);
                lowest |= lowestBits(eight) << place;
                signs |= lowestBits(eight >>> SIGN) << place;
            }
            nonzero[whole] = lowest;
            ones[whole] = lowest & ~signs;
        }
    }

    /** The lowest bit of each byte: the multiplication gathers the eight of them in the top byte. */
    private static long lowestBits(long bytes) {
        return (bytes & LOWEST_BITS) * 0x0102040810204080L >>> 56;
    }
}
