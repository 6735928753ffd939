package hopfield.pattern;

/** Grey pixels to bipolar neurons: +1 where the pixel is bright. */
public final class Binarisation {
    private Binarisation() {}

    /**
     * The pattern of one grey image.
     *
     * @param grey unsigned bytes, one a pixel, row by row. Not modified.
     */
    public static Pattern pattern(byte[] grey, Threshold threshold) {
        int least = threshold.least(grey);
        long[] words = new long[Pattern.wordsFor(grey.length)];
        for (int i = 0; i < grey.length; i++) {
            if (Byte.toUnsignedInt(grey[i]) >= least) {
                words[i >> 6] |= 1L << i;
            }
        }
        return new Pattern(grey.length, words);
    }
}
