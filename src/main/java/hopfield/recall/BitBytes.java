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

    /**
     * Packs the words {@code from} to {@code to}.
     *
     * @param bytes Not modified.
     * @param words Modified in that range.
     */
    static void pack(long[] bytes, long[] words, int from, int to) {
        int b = 0;
        for (int w = from; w < to; w++) {
            words[w] = up(bytes[b])
                    | up(bytes[b + 1]) << 8
                    | up(bytes[b + 2]) << 16
                    | up(bytes[b + 3]) << 24
                    | up(bytes[b + 4]) << 32
                    | up(bytes[b + 5]) << 40
                    | up(bytes[b + 6]) << 48
                    | up(bytes[b + 7]) << 56;
            b += LONGS;
        }
    }

    /**
     * Packs signs: a bit is set where the byte is 1.
     *
     * @param bytes -1, 0 or 1 each. Not modified.
     * @param words Modified in that range.
     * @param certain likewise: a bit is set where the byte is not 0. Modified from its first word on.
     */
    static void packSigns(long[] bytes, long[] words, int from, int to, long[] certain) {
        for (int w = from, b = 0; w < to; w++) {
            long known = 0;
            long negative = 0;
            for (int shift = 0; shift < Long.SIZE; shift += Long.BYTES, b++) {
                known |= up(bytes[b]) << shift;
                negative |= up(bytes[b] >>> Byte.SIZE - 1) << shift;
            }
            certain[w - from] = known;
            words[w] = known & ~negative;
        }
    }

    /** The lowest bit of each byte: the multiplication gathers the eight of them in the top byte. */
    private static long up(long bytes) {
        return (bytes & 0x0101010101010101L) * 0x0102040810204080L >>> 56;
    }
}
