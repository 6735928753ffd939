package hopfield.recall;

/** Packed states as bytes of 0 and 1: eight neurons to a long, eight longs to a word, the lowest first. */
final class BitBytes {
    private static final int LONGS = Long.SIZE / Long.BYTES;
    private static final long[] OF_BITS = new long[256];

    static {
        for (int bits = 0; bits < OF_BITS.length; bits++) {
            for (int i = 0; i < Long.BYTES; i++) {
                OF_BITS[bits] |= (bits >>> i & 1L) << Byte.SIZE * i;
            }
        }
    }

    private BitBytes() {}

    /** Eight bits as bytes of 0 and 1, the lowest first. */
    static long ofBits(int bits) {
        return OF_BITS[bits];
    }

    /**
     * Unpacks the words {@code from} to {@code to}.
     *
     * @param bytes Modified from its first long on.
     */
    static void unpack(long[] words, int from, int to, long[] bytes) {
        int b = 0;
        for (int w = from; w < to; w++) {
            long word = words[w];
            bytes[b] = OF_BITS[(int) word & 255];
            bytes[b + 1] = OF_BITS[(int) (word >>> 8) & 255];
            bytes[b + 2] = OF_BITS[(int) (word >>> 16) & 255];
            bytes[b + 3] = OF_BITS[(int) (word >>> 24) & 255];
            bytes[b + 4] = OF_BITS[(int) (word >>> 32) & 255];
            bytes[b + 5] = OF_BITS[(int) (word >>> 40) & 255];
            bytes[b + 6] = OF_BITS[(int) (word >>> 48) & 255];
            bytes[b + 7] = OF_BITS[(int) (word >>> 56)];
            b += LONGS;
        }
    }
}
