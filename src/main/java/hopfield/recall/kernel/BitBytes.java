package hopfield.recall.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Packed bits as bytes, the lowest bit first, and back: eight at a time. */
public final class BitBytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final int SIGN = Byte.SIZE - 1;
    private static final long[] OF_BITS = new long[256];

    static {
        for (int bits = 0; bits < OF_BITS.length; bits++) {
            for (int i = 0; i < Long.BYTES; i++) {
                OF_BITS[bits] |= (bits >>> i & 1L) << Byte.SIZE * i;
            }
        }
    }

    private BitBytes() {}

    /**
     * Makes bytes of 0 and 1.
     *
     * @param words the bits. Not modified.
     * @param bytes Modified from {@code at} on; up to seven bytes after the last may be written over.
     */
    public static void unpack(long[] words, int bits, byte[] bytes, int at) {
        for (int bit = 0; bit < bits; bit += Byte.SIZE) {
            LONGS.set(bytes, at + bit, OF_BITS[(int) (words[bit / Long.SIZE] >>> bit) & 255]);
        }
    }

    /**
     * The lowest bit of each byte.
     *
     * @param bytes up to seven bytes after the last are read, too
     * @param words Modified; bits beyond are anything.
     */
    static void packLowest(byte[] bytes, int at, int bits, long[] words) {
        for (int first = 0; first < bits; first += Long.SIZE) {
            long word = 0;
            for (int bit = first; bit < Math.min(bits, first + Long.SIZE); bit += Byte.SIZE) {
                word |= lowestBits((long) LONGS.get(bytes, at + bit)) << bit;
            }
            words[first / Long.SIZE] = word;
        }
    }

    /**
     * Of bytes -1, 0 and 1, which are not 0 and which are 1.
     *
     * @param nonzero Modified; bits beyond are anything.
     * @param ones likewise
     */
    static void packSigns(byte[] bytes, int at, int bits, long[] nonzero, long[] ones) {
        for (int first = 0; first < bits; first += Long.SIZE) {
            long lowest = 0;
            long signs = 0;
            for (int bit = first; bit < Math.min(bits, first + Long.SIZE); bit += Byte.SIZE) {
                long eight = (long) LONGS.get(bytes, at + bit);
                lowest |= lowestBits(eight) << bit;
                signs |= lowestBits(eight >>> SIGN) << bit;
            }
            nonzero[first / Long.SIZE] = lowest;
            ones[first / Long.SIZE] = lowest & ~signs;
        }
    }

    /** The multiplication gathers the lowest bits of eight bytes in the top byte. */
    private static long lowestBits(long bytes) {
        return (bytes & LOWEST_BITS) * 0x0102040810204080L >>> 56;
    }
}
