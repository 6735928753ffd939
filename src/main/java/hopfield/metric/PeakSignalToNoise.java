package hopfield.metric;

/**
 * Peak signal-to-noise ratio of images with pixels 0 and 1: PSNR = 10 log10(L^2 / MSE) decibels, the peak L being 1 (Wang &amp;
 * Bovik 2009, Mean squared error: love it or leave it?, IEEE Signal Processing Magazine 26(1), 98-117).
 * The mean squared error of such images is the share of pixels that differ.
 */
public final class PeakSignalToNoise {
    private PeakSignalToNoise() {}

    /**
     * PSNR of a mean squared error, of one image or of many. The ratio of the mean error of many images is finite as soon
     * as one of them is not perfect, where the mean of their ratios is infinite as soon as one is.
     *
     * @param meanSquaredError in [0, 1]; the ratio of no number is no number
     * @return in [0, infinity] dB: infinite for the original itself, 0 for its inverse
     */
    public static double decibels(double meanSquaredError) {
        if (meanSquaredError < 0 || meanSquaredError > 1) {
            throw new IllegalArgumentException(
                    "the mean squared error of pixels 0 and 1 must be within 0..1, was " + meanSquaredError);
        }
        return 10 * StrictMath.log10(1 / meanSquaredError);
    }
}
