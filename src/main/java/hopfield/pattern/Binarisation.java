package hopfield.pattern;

/** Grey pixels to bipolar neurons: +1 where the pixel is at least half of white. */
public final class Binarisation {
    /** The least grey value, of 0..255, that becomes +1. */
    public static final int THRESHOLD = 128;

    private Binarisation() {}

    /**
     * The pattern of one grey image.
     *
     * @param grey unsigned bytes, one a pixel, row by row. Not modified.
     * @param offset the image's first pixel
     * @param neurons N pixels
     */
    public static Pattern pattern(byte[] grey, int offset, int neurons) {
        long[] words = new long[Pattern.wordsFor(neurons)];
        for (int i = 0; i < neurons; i++) {
            if (Byte.toUnsignedInt(grey[offset + i]) >= THRESHOLD) {
                words[i >> 6] |= 1L << i;
            }
        }
        return new Pattern(neurons, words);
    }
}
